using Wenye.Policy;

namespace Wenye.Statistics.Domain.NewEmployment;

/// <summary>What became of a record (记录认定).</summary>
/// <param name="Record">就业记录.</param>
/// <param name="ExcludedBy">The clause that keeps it out; null when it counts or when something is to be established first.</param>
/// <param name="AdmittedBy">The clause that lets it in; null when it does not count.</param>
/// <param name="Missing">Facts to be established first; while there are any it does not count.</param>
public sealed record RecordVerdict(EmploymentRecord Record, Clause? ExcludedBy, Clause? AdmittedBy, IReadOnlyList<string> Missing)
{
    /// <summary>It counts in the period of its first day of work (计入).</summary>
    public bool Counts => AdmittedBy is not null;
}

/// <summary>The records of one person in one year (同一劳动者年度内各条就业记录): at most one counts.</summary>
/// <remarks>Pure, and the same whatever the order of the records.</remarks>
public static class PersonYear
{
    /// <summary>附件四(一): which of several.</summary>
    internal static readonly Parameter<Terms<DuplicateRule>> Duplicates = Parameter.Terms<DuplicateRule>("statistics.duplicates");

    /// <summary>Judges each record for the period of its own first day of work (逐条认定).</summary>
    /// <param name="records">Of one person, all first days in one year of twelve periods, with the rules in force at the end of the record's period.</param>
    /// <returns>In the order given. Null where no document tells which of several counts, or what counts at all.</returns>
    public static IReadOnlyList<RecordVerdict>? Judge(IReadOnlyList<(EmploymentRecord Record, PolicyContext Policy)> records)
    {
        var ruled = new List<(EmploymentRecord Record, YearRules Rules)>(records.Count);
        foreach (var (record, policy) in records)
        {
            if (YearRules.Of(policy) is not { } rules)
            {
                return null;
            }

            ruled.Add((record, rules));
        }

        return Judge(ruled);
    }

    /// <summary>The same by rules that were resolved before (成批认定), for the records of many people.</summary>
    /// <returns>Null where the first day of work of a record is not established.</returns>
    public static IReadOnlyList<RecordVerdict>? Judge(IReadOnlyList<(EmploymentRecord Record, YearRules Rules)> records)
    {
        var screened = new Screened[records.Count];
        for (var i = 0; i < screened.Length; i++)
        {
            var (record, rules) = records[i];
            if (rules.PeriodOf(record) is not { } period)
            {
                return null;
            }

            screened[i] = rules.Screening.Screen(record, period);
        }

        var kept = Kept(records, screened);
        return [.. records.Select((one, i) => Verdict(one, screened[i], i == kept))];
    }

    /// <summary>Which of two records of one person counts.</summary>
    /// <returns>Above zero when it is the first of the two.</returns>
    internal static int Prefer(EmploymentRecord one, EmploymentRecord other, DuplicateRule rule)
    {
        var later = one.EmployedOn.Value.CompareTo(other.EmployedOn.Value);

        // Two that begin on one day: no document says which; the ids make it always the same one.
        later = later != 0 ? later : string.CompareOrdinal(one.Id.Value, other.Id.Value);
        return rule == DuplicateRule.Latest ? later : -later;
    }

    /// <summary>The rule of a region and day.</summary>
    internal static DuplicateRule RuleOf(Dated<Terms<DuplicateRule>> duplicates) =>
        duplicates.Value.Contains(DuplicateRule.Latest) ? DuplicateRule.Latest : DuplicateRule.First;

    private static int Kept(IReadOnlyList<(EmploymentRecord Record, YearRules Rules)> records, Screened[] screened)
    {
        var kept = -1;
        for (var i = 0; i < screened.Length; i++)
        {
            if (screened[i] is { Unmet: null, Missing.Count: 0 }
                && (kept < 0 || Prefer(records[i].Record, records[kept].Record, RuleOf(records[i].Rules.Duplicates)) > 0))
            {
                kept = i;
            }
        }

        return kept;
    }

    private static RecordVerdict Verdict((EmploymentRecord Record, YearRules Rules) one, Screened screened, bool kept) =>
        screened.Unmet is { } unmet ? new(one.Record, unmet, null, [])
        : screened.Missing.Count > 0 ? new(one.Record, null, null, screened.Missing)
        : kept ? new(one.Record, null, one.Rules.Screening.AdmittedBy(one.Record), [])
        : new(one.Record, one.Rules.Duplicates.Clause, null, []);
}

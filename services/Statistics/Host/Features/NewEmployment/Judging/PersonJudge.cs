using System.Collections.Concurrent;
using Wenye.Policy;
using Wenye.Statistics.Data.NewEmployment;
using Wenye.Statistics.Domain;
using Wenye.Statistics.Domain.NewEmployment;

namespace Wenye.Statistics.Features.NewEmployment.Judging;

/// <summary>Judges the employments of one person (逐人认定) under the rules at the end of each report period. Safe for threads.</summary>
internal sealed class PersonJudge(ParameterSet parameters)
{
    public const string Counted = "counted";
    public const string Excluded = "excluded";
    public const string Asked = "asked";

    private const int LastMonth = 12;

    private readonly ConcurrentDictionary<(string Division, DateOnly Day), YearMonth?> periods = new();
    private readonly ConcurrentDictionary<(string Division, YearMonth Period), Ruled?> rules = new();

    /// <summary>A verdict for each employment that has a report period and rules; the others are in no figure.</summary>
    /// <param name="person">Their key.</param>
    /// <param name="history">All that is known of them.</param>
    /// <param name="doubts">What is found doubtful is added here; null: nobody asks.</param>
    public IReadOnlyList<EmploymentVerdict> Judge(Guid person, PersonHistory history, ICollection<FoundDoubt>? doubts = null)
    {
        var verdicts = new List<EmploymentVerdict>(history.Employments.Count);
        foreach (var year in Records(person, history, doubts).GroupBy(one => one.Rules.Period.Year))
        {
            var records = year.ToList();
            var judged = PersonYear.Judge([.. records.Select(one => (one.Record, one.Rules.OfYear))]) ?? [];
            verdicts.AddRange(records.Zip(judged, (one, verdict) => Verdict(person, one.Employment, one.Rules.Period, verdict)));
        }

        return verdicts;
    }

    /// <summary>The decision on one employment with every clause (逐条认定); null where no rule is in force.</summary>
    public Decision<AdmittedRecord>? Decide(Guid person, PersonHistory history, Guid employment) =>
        Records(person, history).Where(one => one.Employment.Id == employment)
            .Select(one => EmploymentRecordDecision.Decide(new() { Record = one.Record, Period = one.Rules.Period }, one.Rules.Policy)).FirstOrDefault();

    private IEnumerable<(KnownEmployment Employment, Ruled Rules, EmploymentRecord Record)> Records(
        Guid person, PersonHistory history, ICollection<FoundDoubt>? doubts = null)
    {
        foreach (var one in history.Employments)
        {
            if (PeriodOf(one.Division, one.EmployedOn) is { } period && RulesOf(one.Division, period) is { } ruled)
            {
                var left = one.EndRegisteredOn is { } ended && PeriodOf(one.Division, ended) is { } end && end == PeriodOf(one.Division, one.RegisteredOn);
                var record = history.RecordOf(one, person.ToString(), ruled.Days, ruled.YearEnd, left);
                if (KnownDoubts.Of(history, one, record, ruled.Days, ruled.YearEnd, ruled.Policy) is { } doubt)
                {
                    doubts?.Add(new(one.Id, person, one.Division, period.ToString(), doubt));
                    record = record with { Doubtful = true };
                }

                yield return (one, ruled, record);
            }
        }
    }

    private YearMonth? PeriodOf(string division, DateOnly day) => periods.GetOrAdd(
        (division, day), static at => YearMonth.TryParse(ReportPeriods.Of(at.Division, at.Day), out var period) ? period : null);

    private Ruled? RulesOf(string division, YearMonth period) => rules.GetOrAdd((division, period), at =>
    {
        if (ReportPeriods.Decide(at.Division, at.Period).Result is not { } dates)
        {
            return null;
        }

        var policy = parameters.At(Division.Parse(at.Division), dates.Days.To);
        return YearRules.Of(policy) is { } ofYear ? new Ruled(at.Period, dates.Days, ReportPeriod.LastDayOf(new(at.Period.Year - 1, LastMonth), policy), policy, ofYear) : null;
    });

    private static EmploymentVerdict Verdict(Guid person, KnownEmployment one, YearMonth period, RecordVerdict verdict) => new()
    {
        EmploymentId = one.Id,
        PersonId = person,
        Division = one.Division,
        Period = period.ToString(),
        Outcome = verdict.Counts ? Counted : verdict.ExcludedBy is null ? Asked : Excluded,
        Ground = (verdict.AdmittedBy ?? verdict.ExcludedBy)?.Citation ?? string.Join('、', verdict.Missing),
    };

    /// <summary>A period with the rules at its end.</summary>
    private sealed record Ruled(YearMonth Period, DateRange Days, DateOnly YearEnd, PolicyContext Policy, YearRules OfYear);
}

/// <summary>A record that is doubtful (存疑记录), as it was judged.</summary>
/// <param name="EmploymentId">Registration's key.</param>
/// <param name="PersonId">Registration's key.</param>
/// <param name="Division">Place of work.</param>
/// <param name="Period">Of its first day, YYYY-MM.</param>
/// <param name="Doubt">Why.</param>
internal sealed record FoundDoubt(Guid EmploymentId, Guid PersonId, string Division, string Period, OpenDoubt Doubt);

using Wenye.Policy;

namespace Wenye.Statistics.Domain.NewEmployment;

/// <summary>The rules in force for records of one region and day (筛查规则), each resolved once.</summary>
internal sealed class RecordScreening
{
    private readonly IReadOnlyList<(RecordCondition Condition, Dated<bool> Rule)> conditions;
    private readonly Dated<bool> reemployed;
    private readonly Dated<bool> entering;

    public RecordScreening(PolicyContext policy)
    {
        conditions = [.. RecordCondition.InOrder.Select(condition => (condition, policy.Get(condition.Rule))).Where(one => one.Item2.IsSet)];
        reemployed = policy.Get(RecordCondition.Reemployed);
        entering = policy.Get(RecordCondition.New);
    }

    /// <summary>The rules that say whom to leave out (所用规则).</summary>
    public IEnumerable<IDated> Rules => [.. conditions.Select(one => one.Rule), .. new[] { reemployed, entering }.Where(rule => rule.IsSet)];

    /// <summary>Answers every clause of a record (逐条认定).</summary>
    public Examination Examine(Examination examined, EmploymentRecord record, ReportedPeriod period)
    {
        foreach (var (condition, rule) in conditions.Where(one => one.Condition.Governs?.Invoke(record) ?? true))
        {
            var asked = condition.Asks(record, period);
            examined = condition.OrReemployed && reemployed.IsSet
                ? examined.WhenAnyOf(rule, [new(rule.Clause, asked, rule.Use), new(reemployed.Clause, RecordCondition.IsReemployed(record), reemployed.Use)])
                : examined.And(rule, asked);
        }

        return examined;
    }

    /// <summary>What keeps a record out (筛查).</summary>
    public Screened Screen(EmploymentRecord record, ReportedPeriod period)
    {
        Clause? first = null;
        Clause? besidesPeriod = null;
        List<string>? missing = null;
        foreach (var (condition, rule) in conditions)
        {
            if (condition.Governs?.Invoke(record) == false)
            {
                continue;
            }

            var asked = condition.OrReemployed && reemployed.IsSet
                ? Proposition.Any(condition.Asks(record, period), RecordCondition.IsReemployed(record))
                : condition.Asks(record, period);
            if (asked.Answer == Answer.NotMet)
            {
                first ??= rule.Clause;
                besidesPeriod ??= condition.IsOfPeriod ? null : rule.Clause;
            }
            else if (asked.Answer == Answer.Unproven)
            {
                Collect(asked, missing ??= []);
            }
        }

        if (!record.Form.IsProven)
        {
            (missing ??= []).Add(record.Form.Name);
        }

        return new(first, besidesPeriod, missing is null ? [] : [.. missing.Distinct(StringComparer.Ordinal)]);
    }

    /// <summary>The clause that lets a record in which nothing keeps out (纳入依据).</summary>
    public Clause? AdmittedBy(EmploymentRecord record)
    {
        var again = conditions.FirstOrDefault(one => one.Condition.IsAgain(record));
        return RecordCondition.IsReemployed(record).Answer == Answer.Met && reemployed.IsSet ? reemployed.Clause
            : again.Rule is { } rule ? rule.Clause
            : entering.IsSet ? entering.Clause
            : null;
    }

    private static void Collect(Proposition asked, List<string> missing)
    {
        if (asked.Answer != Answer.Unproven)
        {
            return;
        }

        if (asked.Parts is null)
        {
            missing.Add(asked.Fact);
            return;
        }

        foreach (var part in asked.Parts)
        {
            Collect(part, missing);
        }
    }
}

/// <summary>What a record was found to be (筛查结果).</summary>
/// <param name="Unmet">The first clause that keeps it out; null: none certainly does.</param>
/// <param name="UnmetBesidesPeriod">The first one beside that of the period, in whose own period it may count.</param>
/// <param name="Missing">Facts that are to be established, each once.</param>
internal sealed record Screened(Clause? Unmet, Clause? UnmetBesidesPeriod, IReadOnlyList<string> Missing);

namespace Wenye.Policy;

/// <summary>What follows from the findings of a decision. Computed when asked for, so that batches do not pay for it.</summary>
internal static class DecisionSummary
{
    public static IReadOnlyList<string> Missing(Decision decision)
    {
        if (decision.Outcome != Outcome.Incomplete)
        {
            return [];
        }

        var missing = new List<string>();
        foreach (ref readonly var finding in decision.Trace)
        {
            finding.Proposition.CollectMissing(missing);
        }

        return missing;
    }

    public static IReadOnlyList<Clause> RefusedBy(Decision decision) =>
        [.. decision.Findings.Where(finding => finding.Answer == Answer.NotMet).Select(finding => finding.Clause).Distinct()];

    public static IReadOnlyList<ParameterUse> Parameters(Decision decision)
    {
        var all = new List<ParameterUse>();
        foreach (ref readonly var finding in decision.Trace)
        {
            AddOnce(all, finding.Governing);
            Collect(all, finding.Proposition);
        }

        foreach (var use in decision.Used)
        {
            AddOnce(all, use);
        }

        return all;
    }

    private static void Collect(List<ParameterUse> all, in Proposition proposition)
    {
        AddOnce(all, proposition.Parameter);
        foreach (var part in proposition.Parts ?? [])
        {
            Collect(all, part);
        }
    }

    private static void AddOnce(List<ParameterUse> all, ParameterUse? use)
    {
        if (use is not null && !all.Exists(use.IsSameAs))
        {
            all.Add(use);
        }
    }
}

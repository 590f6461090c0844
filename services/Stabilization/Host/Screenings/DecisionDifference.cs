using Wenye.Policy;
using Wenye.Stabilization.Domain.Refunds;

namespace Wenye.Stabilization.Screenings;

/// <summary>What changed between two decisions of one firm (决定差异).</summary>
/// <param name="Earlier">Decided again.</param>
/// <param name="Later">Decided again.</param>
/// <param name="Facts">Facts whose values differ; an empty text is "not established".</param>
/// <param name="Parameters">Parameters whose value or document differ, and those that only one of them used.</param>
internal sealed record DecisionDifference(
    Redecision Earlier,
    Redecision Later,
    IReadOnlyList<(string Name, string Earlier, string Later)> Facts,
    IReadOnlyList<(ParameterUse? Earlier, ParameterUse? Later)> Parameters)
{
    public static DecisionDifference Between(Redecision earlier, Redecision later) => new(
        earlier,
        later,
        ChangedFacts(earlier.Facts, later.Facts),
        [.. ChangedParameters(earlier.Decision.Parameters, later.Decision.Parameters)]);

    /// <summary>Facts whose values differ (变化的事实).</summary>
    public static IReadOnlyList<(string Name, string Earlier, string Later)> ChangedFacts(RefundFacts earlier, RefundFacts later) =>
    [
        .. earlier.Recorded().Zip(later.Recorded(), (then, now) => (then.Name, Earlier: then.Value.ToString(), Later: now.Value.ToString()))
            .Where(fact => fact.Earlier != fact.Later),
    ];

    /// <summary>Parameters whose value or document differ, and those that only one used (变化的规定).</summary>
    public static IEnumerable<(ParameterUse? Earlier, ParameterUse? Later)> ChangedParameters(IReadOnlyList<ParameterUse> then, IReadOnlyList<ParameterUse> now)
    {
        foreach (var later in now)
        {
            var earlier = then.FirstOrDefault(use => use.Name == later.Name);
            if (earlier is null || earlier.Value.ToString() != later.Value.ToString() || earlier.Clause != later.Clause)
            {
                yield return (earlier, later);
            }
        }

        foreach (var earlier in then.Where(use => now.All(later => later.Name != use.Name)))
        {
            yield return (earlier, null);
        }
    }

    /// <summary>One sentence for each document that the change comes from, then one for each fact, in Chinese.</summary>
    public IEnumerable<string> Because()
    {
        foreach (var (then, now) in Parameters)
        {
            yield return (then, now) switch
            {
                (null, { } added) => $"后一次适用、前一次未适用的规定：{added.Explanation}",
                ({ } dropped, null) => $"前一次适用、后一次不再适用的规定：{dropped.Explanation}",
                _ => $"规定有变：前一次依据{then!.Clause}（{Text(then)}），后一次{now!.Explanation}",
            };
        }

        foreach (var (name, then, now) in Facts)
        {
            yield return $"数据有变：{name}由{Text(then)}变为{Text(now)}。";
        }

        if (!Earlier.IsSame || !Later.IsSame)
        {
            yield return "按现行参数和程序重新认定的结果与当时记录的不同：筛查之后参数或程序有变，以上说明按现行参数作出。";
        }
    }

    private static string Text(ParameterUse use) => use.IsSet ? use.Value.ToString() : "未规定";

    private static string Text(string value) => value.Length > 0 ? value : "未查明";
}

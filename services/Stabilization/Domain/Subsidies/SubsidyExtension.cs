using Wenye.Policy;

namespace Wenye.Stabilization.Domain.Subsidies;

/// <summary>What stabilization.subsidy_extension looks at (阶段性延长补贴期限的事实). What is left out is unproven.</summary>
public sealed record SubsidyExtensionFacts : IFacts
{
    /// <summary>Last day of the firm's social insurance or post subsidy as granted (补贴到期日).</summary>
    public Fact<DateOnly> ExpiresOn { get; init => field = value.Named("expires_on"); } = Fact.Unproven<DateOnly>("expires_on");

    /// <summary>The epidemic hit the firm (受疫情影响).</summary>
    public Fact<bool> EpidemicHit { get; init => field = value.Named("epidemic_hit"); } = Fact.Unproven<bool>("epidemic_hit");

    /// <summary>The firm laid off nobody (坚持不裁员).</summary>
    public Fact<bool> NoLayoffs { get; init => field = value.Named("no_layoffs"); } = Fact.Unproven<bool>("no_layoffs");

    /// <summary>The firm pays wages as usual (正常发放工资).</summary>
    public Fact<bool> WagesPaid { get; init => field = value.Named("wages_paid"); } = Fact.Unproven<bool>("wages_paid");

    /// <summary>Reads the facts by name (读取).</summary>
    public static SubsidyExtensionFacts Read(FactSet given) => new()
    {
        ExpiresOn = given.Day("expires_on"),
        EpidemicHit = given.Truth("epidemic_hit"),
        NoLayoffs = given.Truth("no_layoffs"),
        WagesPaid = given.Truth("wages_paid"),
    };

    /// <inheritdoc/>
    public IEnumerable<NamedValue> Recorded() => [ExpiresOn.Recorded, EpidemicHit.Recorded, NoLayoffs.Recorded, WagesPaid.Recorded];
}

/// <summary>Until when the subsidy runs (延长至).</summary>
/// <param name="Until">Last day (截止日).</param>
public sealed record ExtendedTerm(DateOnly Until) : IOutputs
{
    /// <inheritdoc/>
    public IEnumerable<NamedValue> Recorded() => [new("until", PolicyValue.Of(Until))];
}

/// <summary>Does a firm's social insurance or post subsidy run on to the middle of 2020 (阶段性延长社会保险补贴和岗位补贴期限)?</summary>
/// <remarks>22号 细则六  自动延期，无需企业重新申请: the office finds the firms, nobody applies.</remarks>
public static class SubsidyExtension
{
    /// <summary>Name of the decision (决定事项).</summary>
    public const string Name = "stabilization.subsidy_extension";

    private static readonly Parameter<DateOnly> From = Parameter.Day("stabilization.subsidy_extension_from");
    private static readonly Parameter<DateOnly> To = Parameter.Day("stabilization.subsidy_extension_to");
    private static readonly Parameter<DateOnly> Until = Parameter.Day("stabilization.subsidy_extension_until");

    /// <summary>Decides (认定).</summary>
    public static Decision<ExtendedTerm> Decide(SubsidyExtensionFacts facts, PolicyContext policy)
    {
        var until = policy.Get(Until);
        var from = policy.Get(From);
        var to = policy.Get(To);
        return Decision.On(Name, facts, policy)

            // 22号 细则六  受疫情影响坚持不裁员且正常发放工资的企业…补贴期限延长至2020年6月30日
            .When(until, Proposition.All(facts.EpidemicHit.Is(true), facts.NoLayoffs.Is(true), facts.WagesPaid.Is(true)))

            // 22号 细则六  享受的社会保险补贴、岗位补贴在2020年2月4日（含）至2020年6月29日期间到期的
            .AndIf(until.IsSet, from, facts.ExpiresOn.AtLeast(from))
            .AndIf(until.IsSet, to, facts.ExpiresOn.AtMost(to))
            .Grant(() => new ExtendedTerm(until.Value));
    }
}

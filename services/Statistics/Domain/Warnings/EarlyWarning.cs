using Wenye.Policy;

namespace Wenye.Statistics.Domain.Warnings;

/// <summary>What statistics.early_warning looks at (失业预警的事实). What is left out is unproven.</summary>
public sealed record EarlyWarningFacts : IFacts
{
    /// <summary>监测维度.</summary>
    public Fact<WarningDimension> Dimension { get; init => field = value.Named("dimension"); } = Fact.Unproven<WarningDimension>("dimension");

    /// <summary>预警指标.</summary>
    public Fact<WarningIndicator> Indicator { get; init => field = value.Named("indicator"); } = Fact.Unproven<WarningIndicator>("indicator");

    /// <summary>The number now, or the rate (现值).</summary>
    public Fact<decimal> Value { get; init => field = value.Named("value"); } = Fact.Unproven<decimal>("value");

    /// <summary>The number it is compared with, above zero (基期值); a rate needs none.</summary>
    public Fact<decimal> Base { get; init => field = value.Named("base"); } = Fact.Unproven<decimal>("base");

    /// <summary>Reads the facts by name (读取).</summary>
    public static EarlyWarningFacts Read(FactSet given) => new()
    {
        Dimension = given.Choice<WarningDimension>("dimension"),
        Indicator = given.Choice<WarningIndicator>("indicator"),
        Value = given.Number("value"),
        Base = given.Number("base"),
    };

    /// <inheritdoc/>
    public IEnumerable<NamedValue> Recorded() => [Dimension.Recorded, Indicator.Recorded, Value.Recorded, Base.Recorded];
}

/// <summary>The level and why (预警级别及依据).</summary>
/// <param name="Level">0: no warning; 1 and up as the thresholds number them.</param>
/// <param name="Change">What was compared: the share by which the number got worse, or the rate; below zero when it got better.</param>
/// <param name="Reached">The threshold reached; null at level 0.</param>
/// <param name="Next">The next one; null at the highest level.</param>
/// <param name="Response">What is to be done at this level (响应措施), as the operator set it; null when nothing is.</param>
public sealed record WarningLevel(int Level, decimal Change, decimal? Reached, decimal? Next, string? Response) : IOutputs
{
    /// <inheritdoc/>
    public IEnumerable<NamedValue> Recorded()
    {
        yield return new("level", PolicyValue.Of((decimal)Level));
        yield return new("change", PolicyValue.Of(Change));
        if (Reached is { } reached)
        {
            yield return new("reached", PolicyValue.Of(reached));
        }

        if (Next is { } next)
        {
            yield return new("next", PolicyValue.Of(next));
        }

        if (Response is { } response)
        {
            yield return new("response", PolicyValue.Of(response));
        }
    }
}

/// <summary>Does an indicator warn of unemployment, and at which level (失业预警)? Granted: a warning is given.</summary>
/// <remarks>The documents print neither thresholds, nor levels, nor what each asks for: the operator sets them (docs/decisions/0080-employment-figures.md).</remarks>
public static class EarlyWarning
{
    /// <summary>Name of the decision (决定事项).</summary>
    public const string Name = "statistics.early_warning";

    private static readonly Parameter<Terms<WarningDimension>> Dimensions = Parameter.Terms<WarningDimension>("statistics.warning_dimensions");
    private static readonly Parameter<WarningThresholds> Thresholds = WarningThresholds.Parameter("statistics.warning_thresholds");
    private static readonly Parameter<IReadOnlyList<string>> Responses =
        new("statistics.warning_responses", Unit.Terms, value => [.. value.Items.Select(item => item.ToString())]);

    /// <summary>Decides (认定).</summary>
    public static Decision<WarningLevel> Decide(EarlyWarningFacts facts, PolicyContext policy)
    {
        var (dimensions, thresholds, responses) = (policy.Get(Dimensions), policy.Get(Thresholds), policy.Get(Responses));
        var change = ChangeOf(facts);
        var floors = facts.Indicator.IsProven && thresholds.IsSet ? thresholds.Value.ByIndicator.GetValueOrDefault(facts.Indicator.Value) : null;

        // 5号 17  多维度开展重点区域、重点群体、重点行业、重点企业、重点时段就业监测，及时发布失业预警
        // 20号 二(八)33  按照“统筹规划、构建体系、分级预警、及时响应”原则…建立完善就业失业监测预警体系
        var examined = Decision.On(Name, facts, policy)
            .When(dimensions, facts.Dimension.OneOf(dimensions))
            .And(thresholds, facts.Indicator.IsEstablished())
            .AndIf(thresholds.IsSet && facts.Indicator.IsProven && floors is null, thresholds, Proposition.Unproven(thresholds.Name, thresholds.Use))
            .AndIf(floors is not null && NeedsBase(facts), thresholds, IsComparable(facts).IsEstablished())
            .AndIf(floors is not null, thresholds, change is { } known ? known.AtLeast(floors?[0] ?? 0) : facts.Value.IsEstablished())
            .Using(responses);
        return floors is null || change is not { IsProven: true } compared
            ? examined.Grant<WarningLevel>(() => throw new InvalidOperationException("Nothing is compared, so nothing warns."))
            : examined.Answering(LevelOf(compared.Value, floors, responses.IsSet ? responses.Value : []));
    }

    private static WarningLevel LevelOf(decimal change, decimal[] floors, IReadOnlyList<string> responses)
    {
        var level = floors.Count(floor => change >= floor);
        return new(
            level,
            change,
            level > 0 ? floors[level - 1] : null,
            level < floors.Length ? floors[level] : null,
            level > 0 && level <= responses.Count ? responses[level - 1] : null);
    }

    private static bool NeedsBase(EarlyWarningFacts facts) => facts.Indicator is { IsProven: true, Value: not WarningIndicator.UnemploymentRate };

    // Nothing is a share of nothing.
    private static Fact<decimal> IsComparable(EarlyWarningFacts facts) =>
        facts.Base is { IsProven: true, Value: > 0 } ? facts.Base : Fact.Unproven<decimal>(facts.Base.Name);

    /// <summary>Null where there is nothing to compare with.</summary>
    private static Fact<decimal>? ChangeOf(EarlyWarningFacts facts)
    {
        if (!NeedsBase(facts) || !facts.Value.IsProven)
        {
            return facts.Value;
        }

        if (!IsComparable(facts).IsProven)
        {
            return null;
        }

        var rise = (facts.Value.Value - facts.Base.Value) / facts.Base.Value;
        var worse = facts.Indicator.Value is WarningIndicator.EmployeesFall or WarningIndicator.InsuredFall or WarningIndicator.VacanciesFall ? -rise : rise;
        return Fact.Known(facts.Value.Name, worse);
    }
}

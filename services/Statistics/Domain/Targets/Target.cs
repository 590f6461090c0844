using Wenye.Policy;

namespace Wenye.Statistics.Domain.Targets;

/// <summary>What statistics.target looks at (目标完成情况的事实). What is left out is unproven.</summary>
public sealed record TargetFacts : IFacts
{
    /// <summary>目标指标.</summary>
    public Fact<TargetIndicator> Indicator { get; init => field = value.Named("indicator"); } = Fact.Unproven<TargetIndicator>("indicator");

    /// <summary>The figure of the year so far: people, or a rate as a decimal (完成数).</summary>
    public Fact<decimal> Value { get; init => field = value.Named("value"); } = Fact.Unproven<decimal>("value");

    /// <summary>Reads the facts by name (读取).</summary>
    public static TargetFacts Read(FactSet given) => new() { Indicator = given.Choice<TargetIndicator>("indicator"), Value = given.Number("value") };

    /// <inheritdoc/>
    public IEnumerable<NamedValue> Recorded() => [Indicator.Recorded, Value.Recorded];
}

/// <summary>How far along (目标进度).</summary>
/// <param name="Reached">The highest level reached (已达目标).</param>
/// <param name="Progress">The figure as a share of the lowest target, half up to the fourth place; null of a rate that is to stay low.</param>
/// <param name="Next">The next level's value; null at the highest (下一目标).</param>
public sealed record TargetProgress(TargetLevel Reached, decimal? Progress, decimal? Next) : IOutputs
{
    /// <inheritdoc/>
    public IEnumerable<NamedValue> Recorded()
    {
        yield return new("reached", PolicyValue.From(Reached));
        if (Progress is { } progress)
        {
            yield return new("progress", PolicyValue.Of(progress));
        }

        if (Next is { } next)
        {
            yield return new("next", PolicyValue.Of(next));
        }
    }
}

/// <summary>Is the year's target reached (年度目标完成情况)? Granted: at least the lowest is.</summary>
/// <remarks>The province's targets are of the province; those of a city or county are its own and set by the operator.</remarks>
public static class Target
{
    /// <summary>Name of the decision (决定事项).</summary>
    public const string Name = "statistics.target";

    private const int Places = 4;

    private static readonly IReadOnlyDictionary<TargetIndicator, Parameter<IReadOnlyList<TargetValue>>> Province = Parameters("statistics.target");
    private static readonly IReadOnlyDictionary<TargetIndicator, Parameter<IReadOnlyList<TargetValue>>> Below = Parameters("statistics.local_target");

    /// <summary>Decides (认定).</summary>
    public static Decision<TargetProgress> Decide(TargetFacts facts, PolicyContext policy)
    {
        var examined = Decision.On(Name, facts, policy);
        if (!facts.Indicator.IsProven)
        {
            // 20号 一  工作目标
            var any = policy.Get(Of(policy, TargetIndicator.NewUrbanEmployment));
            return examined.When(any, facts.Indicator.IsEstablished()).Grant<TargetProgress>(() => throw new InvalidOperationException("No indicator has no target."));
        }

        // 20号 一(一)(二)(三)  最低目标…中间目标…最高目标；三(一)  细化分解目标任务
        var target = policy.Get(Of(policy, facts.Indicator.Value));
        examined = examined.When(target, target.IsSet ? target.Value[0].Of(facts.Value) : default);
        return target.IsSet && facts.Value.IsProven
            ? examined.Answering(ProgressOf(target.Value, facts.Value))
            : examined.Grant<TargetProgress>(() => throw new InvalidOperationException("A target that is not known is not reached."));
    }

    /// <summary>The levels of a target as they are set (目标值), from the lowest up; none where none is set.</summary>
    public static IReadOnlyList<(TargetLevel Level, decimal Value)> LevelsOf(TargetIndicator indicator, PolicyContext policy) =>
        policy.Get(Of(policy, indicator)) is { IsSet: true } target ? [.. target.Value.Select(level => (level.Level, level.Value))] : [];

    /// <summary>How far along a figure is to levels that were handed down (下达目标的进度): a rate of unemployment is to stay at or below them, anything else to reach them.</summary>
    /// <param name="indicator">目标指标.</param>
    /// <param name="levels">At least one, from the lowest up.</param>
    /// <param name="figure">完成数.</param>
    public static TargetProgress ProgressOf(TargetIndicator indicator, IReadOnlyList<(TargetLevel Level, decimal Value)> levels, decimal figure)
    {
        var comparison = indicator == TargetIndicator.UnemploymentRate ? Comparison.AtMost : Comparison.AtLeast;
        return ProgressOf([.. levels.Select(level => new TargetValue(level.Level, comparison, level.Value))], Fact.Known("value", figure));
    }

    private static TargetProgress ProgressOf(IReadOnlyList<TargetValue> levels, Fact<decimal> figure)
    {
        var reached = levels.TakeWhile(level => level.Of(figure).Answer == Answer.Met).Count();
        return new(
            reached == 0 ? TargetLevel.None : levels[reached - 1].Level,
            levels[0].Comparison == Comparison.AtMost ? null : decimal.Round(figure.Value / levels[0].Value, Places, MidpointRounding.AwayFromZero),
            reached < levels.Count ? levels[reached].Value : null);
    }

    private static Parameter<IReadOnlyList<TargetValue>> Of(PolicyContext policy, TargetIndicator indicator) =>
        (policy.Region.Level is DivisionLevel.Nation or DivisionLevel.Province ? Province : Below)[indicator];

    private static Dictionary<TargetIndicator, Parameter<IReadOnlyList<TargetValue>>> Parameters(string prefix) =>
        Enum.GetValues<TargetIndicator>().ToDictionary(indicator => indicator, indicator => TargetValue.Parameter($"{prefix}_{Term<TargetIndicator>.Text(indicator)}"));
}

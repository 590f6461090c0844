using System.Globalization;
using Wenye.Policy;

namespace Wenye.Statistics.Domain.Targets;

/// <summary>What has a target (目标指标).</summary>
public enum TargetIndicator
{
    /// <summary>城镇新增就业, people.</summary>
    NewUrbanEmployment = 1,

    /// <summary>应届高校毕业生总体就业率.</summary>
    GraduateEmploymentRate,

    /// <summary>城镇登记失业率.</summary>
    UnemploymentRate,

    /// <summary>补贴性培训, people and times (人次).</summary>
    SubsidisedTraining,

    /// <summary>参加就业见习人数, people.</summary>
    Internships,

    /// <summary>失业动态监测企业, firms.</summary>
    MonitoredFirms,
}

/// <summary>How far a target is reached (目标层级).</summary>
public enum TargetLevel
{
    /// <summary>Not even the lowest (未达最低目标).</summary>
    None,

    /// <summary>最低目标.</summary>
    Lowest,

    /// <summary>中间目标.</summary>
    Middle,

    /// <summary>最高目标.</summary>
    Highest,
}

/// <summary>One level of a target as its document prints it (目标值).</summary>
/// <param name="Level">目标层级.</param>
/// <param name="Comparison">At least, above, or at most.</param>
/// <param name="Value">People, or a rate as a decimal.</param>
internal sealed record TargetValue(TargetLevel Level, Comparison Comparison, decimal Value)
{
    private const int Words = 3;

    /// <summary>A parameter whose terms read <c>lowest >= 900000</c>, from the lowest level up.</summary>
    public static Parameter<IReadOnlyList<TargetValue>> Parameter(string name) =>
        new(name, Unit.Terms, value => [.. value.Items.Select(item => Read(name, item.ToString().Split(' ')))]);

    /// <summary>Whether a figure is there (达到).</summary>
    public Proposition Of(Fact<decimal> figure) => Comparison switch
    {
        Comparison.AtMost => figure.AtMost(Value),
        Comparison.Above => figure.Above(Value),
        _ => figure.AtLeast(Value),
    };

    private static TargetValue Read(string name, string[] words) =>
        words.Length == Words && Term<TargetLevel>.TryParse(words[0], out var level) && ComparisonOf(words[1]) is { } comparison
        && decimal.TryParse(words[2], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            ? new(level, comparison, value)
            : throw new InvalidDataException($"参数 {name} 的每一项应为：lowest、middle 或 highest，>=、> 或 <=，数值。");

    private static Comparison? ComparisonOf(string sign) => sign switch
    {
        ">=" => Comparison.AtLeast,
        ">" => Comparison.Above,
        "<=" => Comparison.AtMost,
        _ => null,
    };
}

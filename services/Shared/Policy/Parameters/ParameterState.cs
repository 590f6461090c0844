namespace Wenye.Policy;

/// <summary>A parameter as it stands in one region on one day (参数现状): what is in force, what it displaced, or who is still to set it.</summary>
public sealed class ParameterState
{
    private readonly ParameterSeries series;

    internal ParameterState(ParameterSeries series, Division region, DateOnly day)
    {
        this.series = series;
        InForce = region.SelfAndAbove.SelectMany(one => series.InForce(one, day)).FirstOrDefault();
        Displaced = InForce is null ? [] : [.. ByLaterDocument(InForce, day), .. ByNearerRegion(InForce, day)];
        Explanation = ResolutionText.Explain(series, InForce, region, day);
    }

    /// <summary>Name (名称), <c>service.name</c>.</summary>
    public string Name => series.Name;

    /// <summary>What it is, in Chinese (标题).</summary>
    public string Title => series.Title;

    /// <summary>Unit (单位).</summary>
    public Unit Unit => series.Unit;

    /// <summary>Whether a document leaves it to the city (由各市确定).</summary>
    public bool SetByCity => series.SetByOperator;

    /// <summary>The clause that first sets it, or that leaves it to the city (依据).</summary>
    public Clause Authority => series.Authority;

    /// <summary>The value in force (适用值); null when no document in force gives one.</summary>
    public DatedValue? InForce { get; }

    /// <summary>Values of the same day that lost to it (被取代的值), the nearest first.</summary>
    public IReadOnlyList<DisplacedValue> Displaced { get; }

    /// <summary>As <see cref="ParameterUse.Explanation"/> (适用说明).</summary>
    public string Explanation { get; }

    private IEnumerable<DisplacedValue> ByLaterDocument(DatedValue winner, DateOnly day) =>
        series.InForce(winner.Region, day).Where(other => other != winner).Select(other => new DisplacedValue(other, Displacement.LaterDocument));

    private IEnumerable<DisplacedValue> ByNearerRegion(DatedValue winner, DateOnly day) =>
        winner.Region.SelfAndAbove.Skip(1).SelectMany(above => series.InForce(above, day)).Select(other => new DisplacedValue(other, Displacement.NearerRegion));
}

/// <summary>A value that lost to the one in force (被取代的值).</summary>
/// <param name="Value">What it says.</param>
/// <param name="By">Why it lost.</param>
public sealed record DisplacedValue(DatedValue Value, Displacement By);

/// <summary>Why a value lost (取代原因).</summary>
public enum Displacement
{
    /// <summary>A later document of the same region (同一地区后发文件).</summary>
    LaterDocument,

    /// <summary>A document of a region nearer to the place (下级地区文件).</summary>
    NearerRegion,
}

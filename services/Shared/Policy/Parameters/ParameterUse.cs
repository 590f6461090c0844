namespace Wenye.Policy;

/// <summary>A parameter as a decision used it (参数适用): the value, the document that won, and why.</summary>
public sealed class ParameterUse
{
    private readonly ParameterSeries series;
    private readonly DatedValue? winner;
    private readonly Division region;
    private readonly DateOnly day;
    private string? explanation;

    internal ParameterUse(ParameterSeries series, DatedValue? winner, Division region, DateOnly day)
    {
        this.series = series;
        this.winner = winner;
        this.region = region;
        this.day = day;
        Clause = winner?.Cite ?? series.Authority;
    }

    /// <summary>Name of the parameter (名称).</summary>
    public string Name => series.Name;

    /// <summary>Unit (单位).</summary>
    public Unit Unit => series.Unit;

    /// <summary>Whether a document in force gives a value (有无规定).</summary>
    public bool IsSet => winner is not null;

    /// <summary>The value; of kind Unproven when unset (值).</summary>
    public PolicyValue Value => winner?.Value ?? default;

    /// <summary>The clause that gives the value; when unset, the clause that should (依据).</summary>
    public Clause Clause { get; }

    /// <summary>The words of the clause (条文原文); empty when unset or not quoted.</summary>
    public string Quotation => winner?.Text ?? "";

    /// <summary>The region whose document won; the region asked for when unset (地区).</summary>
    public Division Region => winner?.Region ?? region;

    /// <summary>Whether both are one parameter on one day in one region, resolved twice.</summary>
    internal bool IsSameAs(ParameterUse other) => this == other
        || (series == other.series && winner == other.winner && region == other.region && day == other.day);

    /// <summary>Why this value won and which it displaced (适用说明), in Chinese. Made when first asked for.</summary>
    public string Explanation => explanation ??= ResolutionText.Explain(series, winner, region, day);
}

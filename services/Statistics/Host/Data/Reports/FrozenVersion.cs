namespace Wenye.Statistics.Data.Reports;

/// <summary>What a unit reported at once (报表版本); it never changes.</summary>
public sealed class FrozenVersion
{
    public required Guid ReportId { get; init; }

    /// <summary>From 1.</summary>
    public required int Number { get; init; }

    public required DateTimeOffset SubmittedAt { get; init; }

    /// <summary>The agency whose token made the call.</summary>
    public required string Agency { get; init; }

    /// <summary>更正原因; empty: it was submitted.</summary>
    public required string Reason { get; init; }

    /// <summary>SHA-256 over its lines in their order, hexadecimal.</summary>
    public required string Hash { get; init; }

    /// <summary>Of new urban employment: keys of the employments that count, in order (计入的就业记录); else empty.</summary>
    public required Guid[] Counted { get; init; }
}

/// <summary>A line of a version (版本的报表项).</summary>
public sealed class FrozenLine
{
    public required Guid ReportId { get; init; }

    /// <inheritdoc cref="FrozenVersion.Number"/>
    public required int Number { get; init; }

    /// <summary>指标.</summary>
    public required string Measure { get; init; }

    /// <summary>By what it is broken down; empty: the whole (分组).</summary>
    public required string Dimension { get; init; }

    /// <summary>Which part; empty: the whole.</summary>
    public required string Key { get; init; }

    /// <summary>In the measure's unit.</summary>
    public required decimal Value { get; init; }
}

using Wenye.Persistence;

namespace Wenye.Statistics.Data.Warnings;

/// <summary>A warning of unemployment (失业预警): one for each indicator, subject, place and period.</summary>
public sealed class StoredWarning
{
    public required Guid Id { get; init; }

    /// <summary>GB/T 2260.</summary>
    public required string Division { get; init; }

    /// <summary>Report period YYYY-MM.</summary>
    public required string Period { get; init; }

    /// <summary>A term of WarningDimension.</summary>
    public required string Dimension { get; init; }

    /// <summary>A term of WarningIndicator.</summary>
    public required string Indicator { get; init; }

    /// <summary>The group, industry or firm; else empty.</summary>
    public required string Subject { get; init; }

    /// <summary>As evaluated last; 0: the indicator is below every threshold.</summary>
    public required int Level { get; set; }

    /// <summary>The number now, or the rate.</summary>
    public required decimal Value { get; set; }

    /// <summary>The number it is compared with; null of rates.</summary>
    public required decimal? Base { get; set; }

    /// <summary>A term of WarningState.</summary>
    public required string State { get; set; }

    /// <summary>When it was opened, last.</summary>
    public required DateOnly Since { get; set; }

    /// <summary>statistics.early_warning as evaluated last.</summary>
    public required string Decision { get; set; }

    /// <summary>What the change is made of: DriverList as bytes of the contract.</summary>
    public required byte[] Drivers { get; set; }

    /// <summary>How many steps it has.</summary>
    public required int Steps { get; set; }
}

/// <summary>What became of a warning, and what was done (预警环节).</summary>
public sealed class WarningStep : Step
{
    /// <summary>Of which warning.</summary>
    public required Guid WarningId { get; init; }

    /// <summary>What it was left in.</summary>
    public required string State { get; init; }

    /// <summary>The level then.</summary>
    public required int Level { get; init; }
}

/// <summary>When the indicators of a province were last evaluated by the service itself (预警评估轮次).</summary>
public sealed class WarningRound
{
    /// <summary>The province, GB/T 2260.</summary>
    public required string Division { get; init; }

    /// <summary>Report period YYYY-MM.</summary>
    public required string Period { get; init; }

    public required DateOnly EvaluatedOn { get; set; }
}

namespace Wenye.Statistics.Data.Verification;

/// <summary>Records drawn for inspection (抽查批次), 95号 附件五.</summary>
public sealed class InspectionSample
{
    public required Guid Id { get; init; }

    /// <summary>The agency that drew it, whose round it belongs to.</summary>
    public required string Agency { get; init; }

    /// <summary>Chosen by the agency.</summary>
    public required string Round { get; init; }

    /// <summary>GB/T 2260, as asked for.</summary>
    public required string Division { get; init; }

    /// <summary>Report period YYYY-MM.</summary>
    public required string Period { get; init; }

    /// <summary>By which it was drawn.</summary>
    public required long Seed { get; init; }

    /// <summary>Records that could be drawn.</summary>
    public required long Population { get; init; }

    /// <summary>SHA-256 over their keys in order.</summary>
    public required byte[] PopulationHash { get; init; }

    public required DateTimeOffset DrawnAt { get; init; }

    /// <summary>Who drew it, encrypted.</summary>
    public required string? Operator { get; init; }

    /// <summary>statistics.inspection.</summary>
    public required string Decision { get; init; }
}

/// <summary>A county's part of a sample (抽查分层).</summary>
public sealed class InspectionStratum
{
    public required Guid SampleId { get; init; }

    public required string Division { get; init; }

    public required long Population { get; init; }

    public required long Drawn { get; init; }
}

/// <summary>A record of a sample (抽查记录).</summary>
public sealed class InspectedRecord
{
    public required Guid SampleId { get; init; }

    /// <summary>Registration's key of the employment.</summary>
    public required Guid EmploymentId { get; init; }

    /// <summary>Registration's key of the person.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>Place of work.</summary>
    public required string Division { get; init; }

    /// <summary>As in <see cref="InspectionSample"/>: a record is drawn once in a round.</summary>
    public required string Agency { get; init; }

    /// <inheritdoc cref="InspectionSample.Round"/>
    public required string Round { get; init; }

    /// <summary>A term of SampleFinding; null: none yet.</summary>
    public string? Finding { get; set; }

    public DateTimeOffset? FoundAt { get; set; }

    /// <summary>Encrypted.</summary>
    public string? Operator { get; set; }

    /// <summary>Encrypted.</summary>
    public string? Note { get; set; }
}

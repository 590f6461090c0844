using Wenye.Contracts.Events.Training.V1;

namespace Wenye.Statistics.Data;

/// <summary>One batch of completion certificates (核发培训合格证书批次).</summary>
public sealed class IssuedCertificates
{
    /// <summary>As in <see cref="CertificatesIssued.BatchId"/>; counted once whatever arrives.</summary>
    public required Guid BatchId { get; init; }

    /// <summary>As in <see cref="CertificatesIssued.Division"/>.</summary>
    public required string Division { get; init; }

    /// <summary>Calendar month of the issue, YYYY-MM (发证月份).</summary>
    public required string Month { get; init; }

    /// <summary>As in <see cref="CertificatesIssued.Category"/>.</summary>
    public required string Category { get; init; }

    /// <summary>As in <see cref="CertificatesIssued.Count"/>.</summary>
    public required int Count { get; init; }
}

using Wenye.Contracts.Events.Training.V1;

namespace Wenye.Statistics.Data;

/// <summary>One completion certificate that was revoked (撤销培训合格证书).</summary>
public sealed class RevokedCertificate
{
    /// <summary>As in <see cref="CertificateRevoked.EnrolmentId"/>; counted once whatever arrives.</summary>
    public required Guid EnrolmentId { get; init; }

    /// <summary>As in <see cref="CertificateRevoked.BatchId"/>: by it the month of its issue is found.</summary>
    public required Guid BatchId { get; init; }

    /// <summary>As in <see cref="CertificateRevoked.Division"/>.</summary>
    public required string Division { get; init; }

    /// <summary>Calendar month of the revocation, YYYY-MM (撤销月份).</summary>
    public required string Month { get; init; }

    /// <summary>As in <see cref="CertificateRevoked.Category"/>.</summary>
    public required string Category { get; init; }
}

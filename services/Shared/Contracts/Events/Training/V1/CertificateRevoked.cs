namespace Wenye.Contracts.Events.Training.V1;

/// <summary>A completion certificate was revoked (培训合格证书撤销).</summary>
/// <remarks>Published at most once per certificate that <see cref="CertificatesIssued"/> told of; delivered at least once. Carries no number.</remarks>
public sealed record CertificateRevoked
{
    /// <summary>Training's key of the person's place in the class; of it there is one certificate for ever.</summary>
    public required Guid EnrolmentId { get; init; }

    /// <summary>As in <see cref="CertificatesIssued.BatchId"/>: which batch is fewer by one.</summary>
    public required Guid BatchId { get; init; }

    /// <summary>As in <see cref="ClassAccepted.Division"/>.</summary>
    public required string Division { get; init; }

    /// <summary>As in <see cref="ClassAccepted.Category"/>.</summary>
    public required string Category { get; init; }

    /// <summary>Day of revocation, China Standard Time (撤销日期).</summary>
    public required DateOnly RevokedOn { get; init; }
}

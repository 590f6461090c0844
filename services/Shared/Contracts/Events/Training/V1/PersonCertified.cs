namespace Wenye.Contracts.Events.Training.V1;

/// <summary>A person got a completion certificate (个人取得培训合格证书), for services that keep what became of people.</summary>
/// <remarks>
/// Published once per certificate of whom Registration's registers knew at the roster; of others nothing is told, as nobody else could
/// tell who it is. Delivered at least once. Carries no number and no name. Figures are <see cref="CertificatesIssued"/>'s.
/// </remarks>
public sealed record PersonCertified
{
    /// <summary>As in <see cref="CertificateRevoked.EnrolmentId"/>: of it there is one certificate for ever.</summary>
    public required Guid EnrolmentId { get; init; }

    /// <summary>Registration's key of the person, as in its own events.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>As in <see cref="ClassAccepted.Division"/>.</summary>
    public required string Division { get; init; }

    /// <summary>职业（工种）名称, as the class's plan named it.</summary>
    public required string OccupationName { get; init; }

    /// <summary>Day of issue, China Standard Time (发证日期).</summary>
    public required DateOnly IssuedOn { get; init; }
}

using Wenye.Contracts.Events.Training.V1;
using Wenye.Loans.Data;

namespace Wenye.Loans.Consumers;

/// <summary>Someone got a completion certificate (取得培训合格证书).</summary>
public sealed class PersonCertifiedConsumer(LoansDbContext database, ToldFacts facts, TimeProvider time)
    : StandingConsumer<PersonCertified>(database, facts, time, "standing-certified")
{
    /// <inheritdoc/>
    protected override ToldFact FactOf(PersonCertified told, DateTimeOffset at) => new()
    {
        Kind = ToldKind.Certificate, Id = told.EnrolmentId, PersonId = told.PersonId, Since = told.IssuedOn, Detail = told.OccupationName, ToldAt = at,
    };
}

/// <summary>A completion certificate was revoked (培训合格证书撤销).</summary>
public sealed class CertificateRevokedConsumer(LoansDbContext database, ToldFacts facts, TimeProvider time)
    : StandingConsumer<CertificateRevoked>(database, facts, time, "standing-certified-no-more")
{
    /// <inheritdoc/>
    protected override ToldFact FactOf(CertificateRevoked told, DateTimeOffset at) => new()
    {
        Kind = ToldKind.Certificate, Id = told.EnrolmentId, Until = told.RevokedOn, ToldAt = at,
    };
}

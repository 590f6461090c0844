using Wenye.Contracts.Events.Registration.V1;
using Wenye.Loans.Data;

namespace Wenye.Loans.Consumers;

/// <summary>Someone's work was registered (就业登记).</summary>
public sealed class EmploymentRegisteredConsumer(LoansDbContext database, ToldFacts facts, TimeProvider time)
    : StandingConsumer<EmploymentRegistered>(database, facts, time, "standing-employed")
{
    /// <inheritdoc/>
    protected override ToldFact FactOf(EmploymentRegistered told, DateTimeOffset at) => new()
    {
        Kind = ToldKind.Employment, Id = told.EmploymentId, PersonId = told.PersonId, Since = told.EmployedOn, Detail = told.Manner,
        EmployerCode = told.EmployerCode is { Length: > 0 } code ? code : null, ToldAt = at,
    };
}

/// <summary>Someone's work ended (终止就业登记).</summary>
public sealed class EmploymentEndedConsumer(LoansDbContext database, ToldFacts facts, TimeProvider time)
    : StandingConsumer<EmploymentEnded>(database, facts, time, "standing-employed-no-more")
{
    /// <inheritdoc/>
    protected override ToldFact FactOf(EmploymentEnded told, DateTimeOffset at) => new()
    {
        Kind = ToldKind.Employment, Id = told.EmploymentId, PersonId = told.PersonId, Until = told.EndedOn, ToldAt = at,
    };
}

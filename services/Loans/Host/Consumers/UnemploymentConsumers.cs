using Wenye.Contracts.Events.Registration.V1;
using Wenye.Loans.Data;

namespace Wenye.Loans.Consumers;

/// <summary>Someone was registered as unemployed (失业登记).</summary>
public sealed class UnemploymentRegisteredConsumer(LoansDbContext database, ToldFacts facts, TimeProvider time)
    : StandingConsumer<UnemploymentRegistered>(database, facts, time, "standing-unemployed")
{
    /// <inheritdoc/>
    protected override ToldFact FactOf(UnemploymentRegistered told, DateTimeOffset at) => new()
    {
        Kind = ToldKind.Unemployment, Id = told.RegistrationId, PersonId = told.PersonId, Since = told.RegisteredOn, ToldAt = at,
    };
}

/// <summary>A registration as unemployed ended (失业登记注销).</summary>
public sealed class UnemploymentCancelledConsumer(LoansDbContext database, ToldFacts facts, TimeProvider time)
    : StandingConsumer<UnemploymentCancelled>(database, facts, time, "standing-unemployed-no-more")
{
    /// <inheritdoc/>
    protected override ToldFact FactOf(UnemploymentCancelled told, DateTimeOffset at) => new()
    {
        Kind = ToldKind.Unemployment, Id = told.RegistrationId, PersonId = told.PersonId, Until = told.CancelledOn, ToldAt = at,
    };
}

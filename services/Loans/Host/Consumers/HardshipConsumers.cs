using Wenye.Contracts.Events.Registration.V1;
using Wenye.Loans.Data;

namespace Wenye.Loans.Consumers;

/// <summary>Someone was recognised as in hardship (就业困难人员认定).</summary>
public sealed class HardshipRecognisedConsumer(LoansDbContext database, ToldFacts facts, TimeProvider time)
    : StandingConsumer<HardshipRecognised>(database, facts, time, "standing-hardship")
{
    /// <inheritdoc/>
    protected override ToldFact FactOf(HardshipRecognised told, DateTimeOffset at) => new()
    {
        Kind = ToldKind.Hardship, Id = told.RecognitionId, PersonId = told.PersonId, Since = told.RecognisedOn, ExpiresOn = told.ExpiresOn, ToldAt = at,
    };
}

/// <summary>A recognition ended before its day (就业困难人员认定撤销).</summary>
public sealed class HardshipEndedConsumer(LoansDbContext database, ToldFacts facts, TimeProvider time)
    : StandingConsumer<HardshipEnded>(database, facts, time, "standing-hardship-no-more")
{
    /// <inheritdoc/>
    protected override ToldFact FactOf(HardshipEnded told, DateTimeOffset at) => new()
    {
        Kind = ToldKind.Hardship, Id = told.RecognitionId, PersonId = told.PersonId, Until = told.EndedOn, ToldAt = at,
    };
}

using MassTransit;
using Wenye.Contracts.Events.Registration.V1;
using Wenye.Persistence;
using Wenye.Statistics.Data;

namespace Wenye.Statistics.Consumers;

/// <summary>Counts registrations as they are announced (登记失业人数汇总), a batch in one transaction.</summary>
/// <remarks>
/// A message is counted once: the inbox knows its id, and a registration that was counted before is not counted again
/// even under a new message id. So it is with every consumer here.
/// </remarks>
public sealed class UnemploymentRegisteredConsumer(StatisticsDbContext database) : IConsumer<Batch<UnemploymentRegistered>>
{
    /// <summary>Counts the messages of the batch that are new.</summary>
    public Task Consume(ConsumeContext<Batch<UnemploymentRegistered>> context) =>
        context.TakeOnceAsync(database, "registration-count", (fresh, cancellation) => RegistrationCounting.CountAsync(database, fresh, cancellation));
}

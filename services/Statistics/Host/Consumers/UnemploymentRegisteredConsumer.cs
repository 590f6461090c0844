using MassTransit;
using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Events.Registration.V1;
using Wenye.Persistence;
using Wenye.Statistics.Data;

namespace Wenye.Statistics.Consumers;

/// <summary>Counts registrations as they are announced (登记失业人数汇总), a batch in one transaction.</summary>
/// <remarks>
/// A message is counted once: the inbox knows its id, and a registration that was counted before is not counted again
/// even under a new message id. A batch that fails leaves nothing behind and is delivered again.
/// </remarks>
public sealed class UnemploymentRegisteredConsumer(StatisticsDbContext database) : IConsumer<Batch<UnemploymentRegistered>>
{
    // Names the consumer in the inbox: changing it would count everything again.
    private const string Name = "registration-count";

    /// <summary>Counts the messages of the batch that are new.</summary>
    public async Task Consume(ConsumeContext<Batch<UnemploymentRegistered>> context)
    {
        await using var transaction = await database.Database.BeginTransactionAsync(context.CancellationToken);
        var fresh = await ClaimAsync(context.Message, context.CancellationToken);
        if (fresh.Count > 0)
        {
            await RegistrationCounting.CountAsync(database, fresh, context.CancellationToken);
        }

        await transaction.CommitAsync(context.CancellationToken);
    }

    private async Task<IReadOnlyCollection<UnemploymentRegistered>> ClaimAsync(Batch<UnemploymentRegistered> batch, CancellationToken cancellation)
    {
        var messages = new Dictionary<Guid, UnemploymentRegistered>(batch.Length);
        foreach (var delivery in batch)
        {
            var id = delivery.MessageId ?? throw new InvalidDataException("An event without a message id cannot be counted once.");
            messages[id] = delivery.Message;
        }

        var claimed = await Inbox.ClaimAsync(database, Name, [.. messages.Keys], cancellation);
        return [.. claimed.Select(id => messages[id])];
    }
}

using MassTransit;
using Microsoft.EntityFrameworkCore;
using Wenye.ServiceDefaults;

namespace Wenye.Persistence;

/// <summary>Takes each message of a batch once (批量去重消费): the part that every batch consumer shares.</summary>
public static class BatchInbox
{
    /// <summary>Claims the batch in the inbox and takes what is new, in one transaction (一批一事务).</summary>
    /// <remarks>A batch that fails leaves nothing behind and is delivered again.</remarks>
    /// <param name="context">The delivery.</param>
    /// <param name="database">Where the inbox and the effects are.</param>
    /// <param name="consumer">Names the consumer in the inbox: changing it would take everything again.</param>
    /// <param name="take">Writes the effects inside the transaction; not called when nothing is new.</param>
    /// <exception cref="InvalidDataException">A message has no id, so it cannot be taken once.</exception>
    public static async Task TakeOnceAsync<TEvent>(
        this ConsumeContext<Batch<TEvent>> context, ServiceDbContext database, string consumer,
        Func<IReadOnlyCollection<TEvent>, CancellationToken, Task> take)
        where TEvent : class
    {
        AuditedCall.Working(consumer);
        await using var transaction = await database.Database.BeginTransactionAsync(context.CancellationToken);
        var messages = new Dictionary<Guid, TEvent>(context.Message.Length);
        foreach (var delivery in context.Message)
        {
            var id = delivery.MessageId ?? throw new InvalidDataException("An event without a message id cannot be taken once.");
            messages[id] = delivery.Message;
        }

        var fresh = await Inbox.ClaimAsync(database, consumer, [.. messages.Keys], context.CancellationToken);
        if (fresh.Count > 0)
        {
            await take([.. fresh.Select(id => messages[id])], context.CancellationToken);
        }

        await transaction.CommitAsync(context.CancellationToken);
    }
}

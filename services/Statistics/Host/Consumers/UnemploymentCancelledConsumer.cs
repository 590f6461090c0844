using MassTransit;
using Wenye.Contracts.Events.Registration.V1;
using Wenye.Persistence;
using Wenye.Statistics.Data;

namespace Wenye.Statistics.Consumers;

/// <summary>Counts the ends of registrations (注销失业登记人数汇总), whether or not the registration has been heard of yet.</summary>
public sealed class UnemploymentCancelledConsumer(StatisticsDbContext database) : IConsumer<Batch<UnemploymentCancelled>>
{
    /// <summary>Counts the messages of the batch that are new.</summary>
    public Task Consume(ConsumeContext<Batch<UnemploymentCancelled>> context) =>
        context.TakeOnceAsync(database, "cancellation-count", (fresh, cancellation) => CancellationCounting.CountAsync(database, fresh, cancellation));
}

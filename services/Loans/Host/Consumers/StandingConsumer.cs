using MassTransit;
using Wenye.Loans.Data;
using Wenye.Persistence;

namespace Wenye.Loans.Consumers;

/// <summary>Takes one event of Registration or Training into the projection of people's standing (状态投影消费者).</summary>
/// <typeparam name="TEvent">The event.</typeparam>
/// <param name="database">Where.</param>
/// <param name="facts">Writes them.</param>
/// <param name="time">When they were taken.</param>
/// <param name="inbox">Names the consumer in the inbox.</param>
public abstract class StandingConsumer<TEvent>(LoansDbContext database, ToldFacts facts, TimeProvider time, string inbox) : IConsumer<Batch<TEvent>>
    where TEvent : class
{
    /// <summary>Takes the messages of the batch that are new.</summary>
    public Task Consume(ConsumeContext<Batch<TEvent>> context) => context.TakeOnceAsync(
        database, inbox, (events, cancellation) => facts.MergeAsync(database, events.Select(told => FactOf(told, time.GetUtcNow())), cancellation));

    /// <summary>What the event says, at the moment it is taken (事实).</summary>
    protected abstract ToldFact FactOf(TEvent told, DateTimeOffset at);
}

using System.Collections.Concurrent;
using MassTransit;
using Wenye.Persistence.Tests.Events.V1;

namespace Wenye.Persistence.Tests;

/// <summary>What reached a consumer, in order, repeats included.</summary>
public sealed class Received
{
    private readonly ConcurrentQueue<(Guid MessageId, ThingHappened Event)> messages = new();

    /// <summary>Whether the consumer succeeds, for consumers that ask.</summary>
    public bool Accepts { get; set; }

    public IReadOnlyCollection<(Guid MessageId, ThingHappened Event)> All => messages;

    public int[] Numbers => [.. messages.Select(message => message.Event.Number)];

    public void Add(ConsumeContext<ThingHappened> context) => messages.Enqueue((context.MessageId!.Value, context.Message));
}

/// <summary>Takes one message at a time, so that the order of receipt is the queue's.</summary>
public sealed class RecordingConsumer(Received received) : IConsumer<ThingHappened>
{
    public Task Consume(ConsumeContext<ThingHappened> context)
    {
        received.Add(context);
        return Task.CompletedTask;
    }
}

using System.Collections.Concurrent;
using MassTransit;

namespace Wenye.Statistics.Host.Tests;

/// <summary>Counts the deliveries of each message that the service has dealt with and acknowledged.</summary>
public sealed class Deliveries : IReceiveObserver
{
    private readonly ConcurrentDictionary<Guid, int> received = new();

    public int Of(Guid messageId) => received.GetValueOrDefault(messageId);

    public Task PreReceive(ReceiveContext context) => Task.CompletedTask;

    public Task PostReceive(ReceiveContext context)
    {
        received.AddOrUpdate(context.GetMessageId() ?? Guid.Empty, 1, (_, count) => count + 1);
        return Task.CompletedTask;
    }

    public Task PostConsume<T>(ConsumeContext<T> context, TimeSpan duration, string consumerType)
        where T : class => Task.CompletedTask;

    public Task ConsumeFault<T>(ConsumeContext<T> context, TimeSpan duration, string consumerType, Exception exception)
        where T : class => Task.CompletedTask;

    public Task ReceiveFault(ReceiveContext context, Exception exception) => Task.CompletedTask;
}

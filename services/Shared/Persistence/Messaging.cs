using System.Text.RegularExpressions;
using MassTransit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Wenye.Persistence;

/// <summary>Registers the bus (消息总线注册): MassTransit over RabbitMQ with quorum queues.</summary>
public static partial class Messaging
{
    // Fast at first for a broken connection or a deadlock, then steady for a quarter of an hour: a restarted database
    // finds its consumers back within three seconds.
    private static readonly TimeSpan[] WhileDatabaseIsAway =
    [
        .. new[] { 50, 100, 200, 400, 800, 1600 }.Select(milliseconds => TimeSpan.FromMilliseconds(milliseconds)),
        .. Enumerable.Repeat(TimeSpan.FromSeconds(3), 300),
    ];

    /// <summary>Adds the bus and its consumers (接入消息总线).</summary>
    /// <remarks>
    /// An exchange is named by the event's namespace and name, a queue by the service and the consumer
    /// ("statistics-unemployment-registered"). A consumer's transient database fault is retried for about a quarter of
    /// an hour, any other fault three times; then the message waits in the queue's "_error" queue. Messaging:QueuePrefix
    /// replaces the service's name and Messaging:VirtualHost the connection string's. The host starts and stays ready
    /// without a broker: events wait in the outbox.
    /// </remarks>
    /// <param name="builder">The host.</param>
    /// <param name="configure">Adds the consumers, one line each.</param>
    /// <exception cref="InvalidOperationException">At start: ConnectionStrings:rabbitmq is missing.</exception>
    public static void AddMessaging(this IHostApplicationBuilder builder, Action<IBusRegistrationConfigurator>? configure = null)
    {
        var prefix = builder.Configuration["Messaging:QueuePrefix"] ?? Kebab(builder.Environment.ApplicationName);
        builder.Services.AddMassTransit(bus =>
        {
            bus.SetEndpointNameFormatter(new KebabCaseEndpointNameFormatter(prefix, includeNamespace: false));
            bus.ConfigureHealthCheckOptions(health => health.MinimalFailureStatus = HealthStatus.Degraded);
            bus.AddConfigureEndpointsCallback(ConfigureQueue);
            bus.AddConsumer<AuditHeadConsumer>();
            configure?.Invoke(bus);
            bus.UsingRabbitMq((context, rabbit) =>
            {
                rabbit.Host(BrokerUri(builder.Configuration));
                rabbit.ConfigureEndpoints(context);
            });
        });
        builder.Services.ConfigureOpenTelemetryTracerProvider(tracing => tracing.AddSource("MassTransit"));
        builder.Services.ConfigureOpenTelemetryMeterProvider(metrics => metrics.AddMeter("MassTransit"));
    }

    /// <summary>Adds a consumer of many messages at once (批量消费者), for set-based work in one transaction a batch.</summary>
    /// <param name="bus">The bus.</param>
    /// <param name="messageLimit">Messages in a batch, at most.</param>
    /// <param name="timeLimit">How long the first message of a batch waits for more; 20 ms when absent.</param>
    /// <param name="concurrency">Batches at work at once in one replica.</param>
    public static void AddBatchConsumer<TConsumer>(
        this IBusRegistrationConfigurator bus, int messageLimit = 200, TimeSpan? timeLimit = null, int concurrency = 2)
        where TConsumer : class, IConsumer =>
        bus.AddConsumer<TConsumer>(consumer => consumer.Options<BatchOptions>(options => options
            .SetMessageLimit(messageLimit)
            .SetTimeLimit(timeLimit ?? TimeSpan.FromMilliseconds(20))
            .SetConcurrencyLimit(concurrency)));

    private static void ConfigureQueue(IRegistrationContext context, string name, IReceiveEndpointConfigurator endpoint)
    {
        if (endpoint is IRabbitMqReceiveEndpointConfigurator queue)
            queue.SetQuorumQueue();
        endpoint.PrefetchCount = Math.Max(endpoint.PrefetchCount, 400);
        endpoint.UseMessageRetry(retry =>
        {
            retry.Handle<Exception>(TransientFault.Is);
            retry.Intervals(WhileDatabaseIsAway);
        });
        endpoint.UseMessageRetry(retry =>
        {
            retry.Ignore<Exception>(TransientFault.Is);
            retry.Intervals(50, 500, 2000);
        });
    }

    private static Uri BrokerUri(IConfiguration configuration)
    {
        var text = configuration.GetConnectionString("rabbitmq")
            ?? throw new InvalidOperationException("ConnectionStrings:rabbitmq is not configured.");
        var uri = new UriBuilder(text);
        if (configuration["Messaging:VirtualHost"] is { } virtualHost)
            uri.Path = virtualHost;
        return uri.Uri;
    }

    private static string Kebab(string name) => WordStart().Replace(name, "-").Replace(".", "", StringComparison.Ordinal).ToLowerInvariant();

    [GeneratedRegex("(?<=[a-z])(?=[A-Z])", RegexOptions.None, 1000)]
    private static partial Regex WordStart();
}

using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Wenye.Persistence;

/// <summary>What operators see of the outbox (发件箱观测): counts, the age of what waits, and the link of the traces.</summary>
internal sealed class OutboxTelemetry
{
    public const string Name = "Wenye.Persistence";

    private static readonly ActivitySource Source = new(Name);

    public OutboxTelemetry(IMeterFactory meters)
    {
        var meter = meters.Create(Name);
        Published = meter.CreateCounter<long>("wenye.outbox.published", "{event}", "Events that the broker confirmed");
        Failed = meter.CreateCounter<long>("wenye.outbox.failed", "{event}", "Attempts that the broker did not confirm");
        meter.CreateObservableGauge("wenye.outbox.pending.age", () => PendingAge, "s", "Age of the oldest event that waits");
    }

    public Counter<long> Published { get; }

    public Counter<long> Failed { get; }

    /// <summary>Seconds by the database's clock; 0 when nothing waits.</summary>
    public double PendingAge { get; set; }

    /// <summary>Makes the call that caused an event the parent of its publishing; MassTransit carries the trace on.</summary>
    public static Activity? Continue(string? traceparent, string? tracestate) =>
        ActivityContext.TryParse(traceparent, tracestate, isRemote: true, out var cause)
            ? Source.StartActivity("outbox publish", ActivityKind.Internal, cause)
            : null;
}

using System.Diagnostics.Metrics;
using Wenye.Contracts.Registration.V1;

namespace Wenye.Registration.Exchange;

/// <summary>What operators see of the uploads (上传观测): how many arrived, were held, or got no answer, by kind.</summary>
internal sealed class ExchangeTelemetry
{
    public const string Name = "Wenye.Registration.Exchange";

    private readonly Counter<long> uploaded;
    private readonly Counter<long> held;
    private readonly Counter<long> failed;

    public ExchangeTelemetry(IMeterFactory meters)
    {
        var meter = meters.Create(Name);
        uploaded = meter.CreateCounter<long>("wenye.exchange.uploaded", "{record}", "Records that the ministry's platform has");
        held = meter.CreateCounter<long>("wenye.exchange.held", "{record}", "Records kept back for an operator, at fault");
        failed = meter.CreateCounter<long>("wenye.exchange.failed", "{attempt}", "Attempts without an answer, tried again by themselves");
    }

    /// <summary>Counts what became of a record.</summary>
    public void Note(SendOutcome outcome)
    {
        var counter = outcome switch { { Arrived: true } => uploaded, { Failure: not null } => failed, _ => held };
        counter.Add(1, new KeyValuePair<string, object?>("kind", outcome.Record.Kind == ExchangeKind.ExitUpload ? "exit" : "review_result"));
    }
}

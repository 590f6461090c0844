using System.Diagnostics.Metrics;

namespace Wenye.Stabilization.Screenings;

/// <summary>What operators see of screenings (筛查观测); see docs/operations.md.</summary>
internal sealed class ScreeningTelemetry
{
    public const string Name = "Wenye.Stabilization.Screening";

    public ScreeningTelemetry(IMeterFactory meters)
    {
        var meter = meters.Create(Name);
        Firms = meter.CreateCounter<long>("wenye.screening.firms", "{firm}", "Firms decided by this replica and stored");
        ShardSeconds = meter.CreateHistogram<double>("wenye.screening.shard.duration", "s", "From claiming a shard to its commit");
        Failures = meter.CreateCounter<long>("wenye.screening.failures", "{shard}", "Shards that could not be decided and are tried again");
        meter.CreateObservableGauge("wenye.screening.shards.open", () => OpenShards, "{shard}", "Shards of all runs that wait to be decided");
        meter.CreateObservableGauge(
            "wenye.screening.shards.foreign", () => ForeignShards, "{shard}", "Shards that wait for a replica with the parameters of their run");
    }

    public Counter<long> Firms { get; }

    public Histogram<double> ShardSeconds { get; }

    public Counter<long> Failures { get; }

    public long OpenShards { get; set; }

    public long ForeignShards { get; set; }
}

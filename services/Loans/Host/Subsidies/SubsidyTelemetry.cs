using System.Diagnostics.Metrics;

namespace Wenye.Loans.Subsidies;

/// <summary>What operators see of quarters being computed (贴息计算观测); see docs/operations.md.</summary>
internal sealed class SubsidyTelemetry
{
    public const string Name = "Wenye.Loans.Subsidies";

    public SubsidyTelemetry(IMeterFactory meters)
    {
        var meter = meters.Create(Name);
        Loans = meter.CreateCounter<long>("wenye.subsidies.loans", "{loan}", "Loans looked at by this replica and stored");
        ShardSeconds = meter.CreateHistogram<double>("wenye.subsidies.shard.duration", "s", "From claiming a shard to its commit");
        Failures = meter.CreateCounter<long>("wenye.subsidies.failures", "{shard}", "Shards that could not be decided and are tried again");
        meter.CreateObservableGauge("wenye.subsidies.shards.open", () => OpenShards, "{shard}", "Shards of all runs that wait to be decided");
        meter.CreateObservableGauge(
            "wenye.subsidies.shards.foreign", () => ForeignShards, "{shard}", "Shards that wait for a replica with the parameters of their run");
    }

    public Counter<long> Loans { get; }

    public Histogram<double> ShardSeconds { get; }

    public Counter<long> Failures { get; }

    public long OpenShards { get; set; }

    public long ForeignShards { get; set; }
}

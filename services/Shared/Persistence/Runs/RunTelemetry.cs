using System.Diagnostics.Metrics;

namespace Wenye.Persistence;

/// <summary>What operators see of runs over many cases (批次观测); see docs/operations.md.</summary>
public abstract class RunTelemetry
{
    /// <param name="meters">The host's.</param>
    /// <param name="name">Of the meter.</param>
    /// <param name="prefix">Of the instruments, as "wenye.subsidies".</param>
    /// <param name="unit">What is run over, as "loan".</param>
    protected RunTelemetry(IMeterFactory meters, string name, string prefix, string unit)
    {
        var meter = meters.Create(name);
        Done = meter.CreateCounter<long>($"{prefix}.{unit}s", $"{{{unit}}}", $"{char.ToUpperInvariant(unit[0])}{unit[1..]}s looked at by this replica and stored");
        ShardSeconds = meter.CreateHistogram<double>($"{prefix}.shard.duration", "s", "From claiming a shard to its commit");
        Failures = meter.CreateCounter<long>($"{prefix}.failures", "{shard}", "Shards that could not be decided and are tried again");
        meter.CreateObservableGauge($"{prefix}.shards.open", () => OpenShards, "{shard}", "Shards of all runs that wait to be decided");
        meter.CreateObservableGauge($"{prefix}.shards.foreign", () => ForeignShards, "{shard}", "Shards that wait for a replica with the parameters of their run");
    }

    /// <summary>Units stored (已处理数).</summary>
    public Counter<long> Done { get; }

    /// <summary>Seconds a shard took (分片耗时).</summary>
    public Histogram<double> ShardSeconds { get; }

    /// <summary>Shards that failed (失败分片数).</summary>
    public Counter<long> Failures { get; }

    internal long OpenShards { get; set; }

    internal long ForeignShards { get; set; }
}

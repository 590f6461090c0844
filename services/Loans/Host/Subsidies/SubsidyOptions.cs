namespace Wenye.Loans.Subsidies;

/// <summary>How runs are divided (季度计算参数), configuration section <see cref="Section"/>.</summary>
internal sealed class SubsidyOptions
{
    public const string Section = "Subsidies";

    /// <summary>Loans in a shard, but for the last one of a run. A shard is what a crash costs, and what a worker holds in memory.</summary>
    public int LoansAShard { get; set; } = 2_000;

    /// <summary>Shards that one replica decides at once.</summary>
    public int Workers { get; set; } = Environment.ProcessorCount;
}

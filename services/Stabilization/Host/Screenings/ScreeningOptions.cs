namespace Wenye.Stabilization.Screenings;

/// <summary>How runs are divided (筛查参数), configuration section <see cref="Section"/>.</summary>
internal sealed class ScreeningOptions
{
    public const string Section = "Screening";

    /// <summary>Firms in a shard, but for the last one of a run. A shard is what a crash costs, and what a worker holds in memory.</summary>
    public int FirmsAShard { get; set; } = 10_000;

    /// <summary>Shards that one replica decides at once.</summary>
    public int Workers { get; set; } = Environment.ProcessorCount;
}

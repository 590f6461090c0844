namespace Wenye.WelfarePosts.Months;

/// <summary>How runs are divided (月度核算参数), configuration section <see cref="Section"/>.</summary>
internal sealed class PostMonthOptions
{
    public const string Section = "PostMonths";

    /// <summary>Placements in a shard, but for the last one of a run. A shard is what a crash costs, and what a worker holds in memory.</summary>
    public int PlacementsAShard { get; set; } = 2_000;

    /// <summary>Shards that one replica decides at once.</summary>
    public int Workers { get; set; } = Environment.ProcessorCount;
}

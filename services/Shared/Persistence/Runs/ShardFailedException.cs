namespace Wenye.Persistence;

/// <summary>A shard that could not be done (分片失败): not because the database is away, so trying again may not help.</summary>
public sealed class ShardFailedException(Guid run, int shard, Exception cause) : Exception($"Shard {shard} of run {run} could not be done.", cause)
{
    /// <summary>The run (批次).</summary>
    public Guid Run => run;

    /// <summary>Its shard, from 0 (分片).</summary>
    public int Shard => shard;
}

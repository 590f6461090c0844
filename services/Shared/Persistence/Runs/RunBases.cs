namespace Wenye.Persistence;

/// <summary>Keeps what all shards of the last run have in common (最近一次批次的公共数据): workers take the shards of one run before those of the next.</summary>
/// <typeparam name="TBasis">What it is.</typeparam>
/// <param name="load">Reads that of a run.</param>
public sealed class RunBases<TBasis>(Func<Guid, Task<TBasis>> load)
{
    private readonly Lock choosing = new();
    private Guid run;
    private Task<TBasis>? basis;

    /// <summary>That of the run (公共数据).</summary>
    public Task<TBasis> OfAsync(Guid ofRun)
    {
        lock (choosing)
        {
            // One worker reads it, the others wait; what failed is read again.
            if (ofRun != run || basis is null or { IsFaulted: true })
            {
                run = ofRun;
                basis = load(ofRun);
            }

            return basis;
        }
    }
}

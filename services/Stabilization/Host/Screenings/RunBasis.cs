using Wenye.Policy;
using Wenye.Stabilization.Data;
using Wenye.Stabilization.Domain.Refunds;

namespace Wenye.Stabilization.Screenings;

/// <summary>What all firms of a run's pools have in common (筛查公共数据), read when the first shard of a run is claimed here.</summary>
/// <remarks>Kept for the last run only: workers take the shards of one run before those of the next.</remarks>
internal sealed class RunBasis(IServiceScopeFactory scopes, ParameterSet parameters)
{
    private readonly Lock choosing = new();
    private Guid screening;
    private Task<RefundBasis>? basis;

    public Task<RefundBasis> OfAsync(Guid ofScreening, RefundKind kind, DateOnly asOf, PoolRange pools)
    {
        lock (choosing)
        {
            // One worker reads it, the others wait; what failed is read again.
            if (ofScreening != screening || basis is null or { IsFaulted: true })
            {
                screening = ofScreening;
                basis = LoadAsync(kind, asOf, pools);
            }

            return basis;
        }
    }

    private async Task<RefundBasis> LoadAsync(RefundKind kind, DateOnly asOf, PoolRange pools)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<StabilizationDbContext>();
        return await RefundBasis.LoadAsync(database, parameters, kind, asOf, pools.First, pools.Last, CancellationToken.None);
    }
}

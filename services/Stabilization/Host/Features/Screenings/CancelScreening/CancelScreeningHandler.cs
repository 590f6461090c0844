using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Stabilization.V1;
using Wenye.ServiceDefaults;
using Wenye.Stabilization.Data;
using Wenye.Stabilization.Screenings;

namespace Wenye.Stabilization.Features.Screenings.CancelScreening;

/// <summary>Stops a run (终止筛查): what workers have in hand is decided and kept, nothing more is.</summary>
internal sealed class CancelScreeningHandler(StabilizationDbContext database, ScreeningTotals totals)
{
    public async Task<CancelScreeningResponse> HandleAsync(CancelScreeningRequest request, Caller caller, CancellationToken cancellation)
    {
        var screening = await database.Screenings().LoadAsync(request.ScreeningId, caller, cancellation);
        if (screening.State == ScreeningStage.Running)
        {
            await using var transaction = await database.Database.BeginTransactionAsync(cancellation);

            // Waits for the shards in hand: they stay decided. Once this has committed there is none left to claim.
            await database.Set<ScreeningShard>().Where(shard => shard.ScreeningId == screening.Id && shard.DecidedAt == null).ExecuteDeleteAsync(cancellation);

            // The run may have ended while this waited for its last shards.
            await database.Set<StoredScreening>().Where(s => s.Id == screening.Id && s.State == ScreeningStage.Running)
                .ExecuteUpdateAsync(set => set.SetProperty(s => s.State, ScreeningStage.Cancelled), cancellation);
            await database.Database.ExecuteSqlRawAsync(ScreeningSql.Wake, cancellation);
            await transaction.CommitAsync(cancellation);
            screening = await database.Screenings().LoadAsync(request.ScreeningId, caller, cancellation);
        }

        return new CancelScreeningResponse { Screening = await totals.OfAsync(screening, cancellation) };
    }
}

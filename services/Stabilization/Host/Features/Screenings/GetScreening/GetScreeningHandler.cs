using Wenye.Contracts.Stabilization.V1;
using Wenye.ServiceDefaults;
using Wenye.Stabilization.Data;

namespace Wenye.Stabilization.Features.Screenings.GetScreening;

/// <summary>Reads a run with progress and totals (筛查进度与汇总).</summary>
internal sealed class GetScreeningHandler(StabilizationDbContext database, ScreeningTotals totals)
{
    public async Task<GetScreeningResponse> HandleAsync(GetScreeningRequest request, Caller caller, CancellationToken cancellation)
    {
        var screening = await database.Screenings().LoadAsync(request.ScreeningId, caller, cancellation);
        return new GetScreeningResponse { Screening = await totals.OfAsync(screening, cancellation) };
    }
}

using Wenye.Contracts.Stabilization.V1;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Wenye.Stabilization.Data;
using Wenye.Stabilization.Screenings;

namespace Wenye.Stabilization.Features.Screenings.GetScreeningResult;

/// <summary>One firm's decision with every finding (筛查详情), made again from the stored facts and compared with what was stored.</summary>
internal sealed class GetScreeningResultHandler(StabilizationDbContext database, ParameterSet parameters)
{
    public async Task<GetScreeningResultResponse> HandleAsync(GetScreeningResultRequest request, Caller caller, CancellationToken cancellation)
    {
        ResultQueries.DemandCreditCode(request.CreditCode);
        var screening = await database.Screenings().LoadEndedAsync(request.ScreeningId, caller, cancellation);
        var (stored, name) = await database.ResultAsync(screening, request.CreditCode, cancellation);
        var again = Redecision.Of(screening, stored, parameters);
        return new GetScreeningResultResponse
        {
            Result = stored.Answer(name),
            Decision = again.Decision.ToContract(),
            Replayed = again.IsSame,
            ParameterVersion = parameters.Version,
        };
    }
}

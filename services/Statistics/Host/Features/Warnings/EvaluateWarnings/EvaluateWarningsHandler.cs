using Wenye.Contracts.Statistics.V1;
using Wenye.Persistence;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Wenye.Statistics.Data;
using Wenye.Statistics.Features.Verification;

namespace Wenye.Statistics.Features.Warnings.EvaluateWarnings;

/// <summary>Evaluates the indicators of a division and all below it (预警评估).</summary>
internal sealed class EvaluateWarningsHandler(StatisticsDbContext database, Evaluation evaluation, HandledRequests requests, TimeProvider time)
{
    public async Task<EvaluateWarningsResponse> HandleAsync(EvaluateWarningsRequest request, Caller caller, CancellationToken cancellation)
    {
        var faults = new RequestFaults();
        var (area, period) = (faults.Area(request.Division), faults.Period(request.Period));
        faults.Demand(
                !YearMonth.TryParse(request.Period, out _) || !Division.TryParse(request.Division, out _) || EvaluatedPeriod.Of(request.Division, period).End < ChinaTime.Today(time),
                "period", "该统计报表期尚未结束，请在期末之后评估")
            .ThrowIfAny();
        caller.DemandDivision(request.Division);
        if (await requests.FindAsync<EvaluateWarningsResponse>(caller.Agency, request.RequestId, request, cancellation) is { } first)
        {
            return first;
        }

        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        var answer = await evaluation.RunAsync(request.Division, area, period, new(caller.Agency, caller.Division, time.GetUtcNow()), cancellation);
        return await requests.SaveAsync(caller.Agency, request.RequestId, request, answer, cancellation);
    }
}

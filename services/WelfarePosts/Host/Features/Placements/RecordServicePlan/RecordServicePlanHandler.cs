using Wenye.Contracts.WelfarePosts.V1;
using Wenye.Persistence;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Wenye.WelfarePosts.Data;

namespace Wenye.WelfarePosts.Features.Placements.RecordServicePlan;

/// <summary>Records what is done for someone whose term ends soon (期满前就业服务计划), 36号 第十七条.</summary>
internal sealed class RecordServicePlanHandler(
    WelfarePostsDbContext database, PlacementQueries queries, HandledRequests requests, Records records, PlacementAnswers answers, PostFields fields, TimeProvider time)
{
    private const int LongestPlan = 500;

    public async Task<RecordServicePlanResponse> HandleAsync(RecordServicePlanRequest request, Caller caller, CancellationToken cancellation)
    {
        var faults = new RequestFaults();
        var id = PlacementQueries.Id(faults, request.PlacementId);
        faults.Text(request.Plan, "plan", LongestPlan).Add(HandledBy.Faults(request.Handling, operatorRequired: false)).ThrowIfAny();
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        var placement = await queries.HoldAsync(id, caller, cancellation);
        if (await requests.FindAsync<RecordServicePlanResponse>(caller.Agency, request.RequestId, request, cancellation) is { } first)
        {
            return first;
        }

        TermNotices.DemandInPost(placement);
        var decision = TermNotices.Decide(placement, queries, fields.Today);
        var isDue = decision.Outcome == Outcome.Granted;
        if (isDue)
        {
            placement.PlannedOn = fields.Today;
            await records.KeepAsync(id, [decision], cancellation);
            await records.StepAsync(id, placement.State, HandledBy.Of(request.Handling, caller, time), cancellation, $"期满前就业服务：{request.Plan}");
        }

        var answer = new RecordServicePlanResponse
        {
            Recorded = isDue, Placement = await answers.OfAsync(placement, cancellation), Decision = decision.ToContract(),
        };
        return await requests.SaveAsync(caller.Agency, request.RequestId, request, answer, cancellation);
    }
}

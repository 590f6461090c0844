using Wenye.Contracts.WelfarePosts.V1;
using Wenye.Persistence;
using Wenye.ServiceDefaults;
using Wenye.WelfarePosts.Data;

namespace Wenye.WelfarePosts.Features.Placements.RecordFiling;

/// <summary>Records that a second placement was filed upward (报上一级备案), 36号 第十八条.</summary>
internal sealed class RecordFilingHandler(
    WelfarePostsDbContext database, PlacementQueries queries, HandledRequests requests, Records records, PlacementAnswers answers, PostFields fields, TimeProvider time)
{
    public async Task<RecordFilingResponse> HandleAsync(RecordFilingRequest request, Caller caller, CancellationToken cancellation)
    {
        var faults = new RequestFaults();
        var id = PlacementQueries.Id(faults, request.PlacementId);
        faults.Text(request.Document, "document")
            .PastDay(request.FiledOn, "filed_on", "请填写备案日期，不晚于今天", fields.Today)
            .Add(HandledBy.Faults(request.Handling, operatorRequired: false)).ThrowIfAny();
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        var placement = await queries.HoldAsync(id, caller, cancellation);
        if (await requests.FindAsync<RecordFilingResponse>(caller.Agency, request.RequestId, request, cancellation) is { } first)
        {
            return first;
        }

        if (placement.Ordinal < 2)
        {
            throw RpcErrors.FailedPrecondition("NOT_A_SECOND_PLACEMENT", "首次安置不需报上一级备案（鲁人社字〔2020〕36号 第十八条）");
        }

        new RequestFaults().Demand(request.FiledOn.ToDay() >= placement.StartedOn, "filed_on", "备案日期不应早于上岗日期").ThrowIfAny();
        (placement.FilingDocument, placement.FiledOn) = (request.Document, request.FiledOn.ToDay());
        await records.StepAsync(id, placement.State, HandledBy.Of(request.Handling, caller, time), cancellation, $"报上一级备案：{request.Document}");
        var answer = new RecordFilingResponse { Placement = await answers.OfAsync(placement, cancellation) };
        return await requests.SaveAsync(caller.Agency, request.RequestId, request, answer, cancellation);
    }
}

using Wenye.Contracts.WelfarePosts.V1;
using Wenye.Persistence;
using Wenye.ServiceDefaults;
using Wenye.WelfarePosts.Data;

namespace Wenye.WelfarePosts.Features.Placements.ReportLeaver;

/// <summary>Reports a leaver (报告减员), 36号 第二十一条: the office looks at it, nothing ends by it.</summary>
internal sealed class ReportLeaverHandler(
    WelfarePostsDbContext database, PlacementQueries queries, HandledRequests requests, Records records, PlacementAnswers answers, PostFields fields, TimeProvider time)
{
    public async Task<ReportLeaverResponse> HandleAsync(ReportLeaverRequest request, Caller caller, CancellationToken cancellation)
    {
        var faults = new RequestFaults();
        var id = PlacementQueries.Id(faults, request.PlacementId);
        faults.Demand(request.Ground != ExitGround.Unspecified && Enum.IsDefined(request.Ground), "ground", "请选择退出情形")
            .PastDay(request.On, "on", "请填写发生日期，不晚于今天", fields.Today)
            .Text(request.Note, "note", required: false)
            .Add(HandledBy.Faults(request.Handling, operatorRequired: false)).ThrowIfAny();
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        var placement = await queries.HoldAsync(id, caller, cancellation);
        if (await requests.FindAsync<ReportLeaverResponse>(caller.Agency, request.RequestId, request, cancellation) is { } first)
        {
            return first;
        }

        TermNotices.DemandInPost(placement);
        new RequestFaults().Demand(request.On.ToDay() >= placement.StartedOn, "on", "发生日期不应早于上岗日期").ThrowIfAny();
        (placement.ReportedOn, placement.ReportedFor, placement.ReportedGround) = (fields.Today, request.On.ToDay(), request.Ground);
        await records.StepAsync(
            id, placement.State, HandledBy.Of(request.Handling, caller, time), cancellation, request.Note.Length > 0 ? $"用人单位报告减员：{request.Note}" : "用人单位报告减员");
        var answer = new ReportLeaverResponse { Placement = await answers.OfAsync(placement, cancellation) };
        return await requests.SaveAsync(caller.Agency, request.RequestId, request, answer, cancellation);
    }
}

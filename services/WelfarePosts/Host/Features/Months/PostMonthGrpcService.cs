using Grpc.Core;
using Wenye.Contracts.WelfarePosts.V1;
using Wenye.ServiceDefaults;
using Wenye.WelfarePosts.Features.Months.GetMonthLine;
using Wenye.WelfarePosts.Features.Months.GetMonthRun;
using Wenye.WelfarePosts.Features.Months.ListMonthLines;
using Wenye.WelfarePosts.Features.Months.ListMonthRuns;
using Wenye.WelfarePosts.Features.Months.ReviewMonthRun;
using Wenye.WelfarePosts.Features.Months.StartMonthRun;

namespace Wenye.WelfarePosts.Features.Months;

/// <summary>The calls of monthly subsidies (月度补贴接口); each rpc is a folder beside this file.</summary>
internal sealed class PostMonthGrpcService(
    StartMonthRunHandler start, GetMonthRunHandler run, ListMonthRunsHandler runs, ListMonthLinesHandler lines, GetMonthLineHandler line, ReviewMonthRunHandler review)
    : PostMonthService.PostMonthServiceBase
{
    public override Task<StartMonthRunResponse> StartMonthRun(StartMonthRunRequest request, ServerCallContext context) =>
        start.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<GetMonthRunResponse> GetMonthRun(GetMonthRunRequest request, ServerCallContext context) =>
        run.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<ListMonthRunsResponse> ListMonthRuns(ListMonthRunsRequest request, ServerCallContext context) =>
        runs.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<ListMonthLinesResponse> ListMonthLines(ListMonthLinesRequest request, ServerCallContext context) =>
        lines.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<GetMonthLineResponse> GetMonthLine(GetMonthLineRequest request, ServerCallContext context) =>
        line.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<ReviewMonthRunResponse> ReviewMonthRun(ReviewMonthRunRequest request, ServerCallContext context) =>
        review.HandleAsync(request, Caller.From(context), context.CancellationToken);
}

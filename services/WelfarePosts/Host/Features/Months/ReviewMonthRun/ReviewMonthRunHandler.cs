using Wenye.Contracts.WelfarePosts.V1;
using Wenye.Payments.Calls;
using Wenye.Persistence;
using Wenye.ServiceDefaults;
using Wenye.WelfarePosts.Data;
using Fund = Wenye.Contracts.Payments.V1.Fund;

namespace Wenye.WelfarePosts.Features.Months.ReviewMonthRun;

/// <summary>Confirms or rejects a run (复核月度核算); confirmed, it is booked and payable.</summary>
internal sealed class ReviewMonthRunHandler(
    WelfarePostsDbContext database, MonthQueries queries, MonthPayables payables, HandledRequests requests, TimeProvider time)
{
    private const int LongestReason = 200;
    private const string Computing = "welfare_posts.months.run";

    public async Task<ReviewMonthRunResponse> HandleAsync(ReviewMonthRunRequest request, Caller caller, CancellationToken cancellation)
    {
        Demand(request);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        var run = await queries.HoldAsync(request.RunId, caller, cancellation);
        if (await requests.FindAsync<ReviewMonthRunResponse>(caller.Agency, request.RequestId, request, cancellation) is { } first)
        {
            return first;
        }

        MonthQueries.DemandComputed(run, unreviewed: true);
        var by = HandledBy.Of(request.Handling, caller, time);
        DemandSeparated(run, caller, by);
        if (request.RejectedBecause.Length > 0)
        {
            run.MoveTo(MonthRunState.Rejected, by, request.RejectedBecause);
        }
        else
        {
            await ConfirmAsync(run, request, by, cancellation);
        }

        var answer = new ReviewMonthRunResponse { Run = await queries.AnswerAsync(run, caller, cancellation) };
        return await requests.SaveAsync(caller.Agency, request.RequestId, request, answer, cancellation);
    }

    private async Task ConfirmAsync(PostMonthRun run, ReviewMonthRunRequest request, HandledBy by, CancellationToken cancellation)
    {
        if (run.Hash != request.Hash)
        {
            throw RpcErrors.FailedPrecondition("MONTH_RUN_CHANGED", "核算内容与所复核的不一致，请重新查询后复核");
        }

        var paysUrban = await payables.PaysUrbanAsync(run, cancellation);
        new RequestFaults().Demand(
            paysUrban == (request.UrbanFund != Fund.Unspecified), "urban_fund",
            paysUrban ? "请选择城镇岗位的资金渠道：就业补助资金或失业保险基金（扩大支出试点）" : "本次没有应付的城镇岗位补贴，请不填资金渠道").ThrowIfAny();
        run.UrbanFund = request.UrbanFund;
        await payables.AddAsync(run, by, cancellation);
        run.MoveTo(MonthRunState.Confirmed, by);
    }

    private static void Demand(ReviewMonthRunRequest request) => new RequestFaults()
        .Text(request.RejectedBecause, "rejected_because", LongestReason, required: false)
        .Demand(
            request.UrbanFund is Fund.Unspecified or Fund.EmploymentSubsidy or Fund.UnemploymentInsurance,
            "urban_fund", "城镇岗位补贴由就业补助资金或失业保险基金（扩大支出试点）列支，请从中选择")
        .Demand(request.RejectedBecause.Length == 0 || request.UrbanFund == Fund.Unspecified, "urban_fund", "退回时请不填资金渠道")
        .Add(HandledBy.Faults(request.Handling, operatorRequired: true))
        .ThrowIfAny();

    private static void DemandSeparated(PostMonthRun run, Caller caller, HandledBy by)
    {
        var started = run.Steps.Single(step => step.Sequence == 1);
        if (Roles.Grant(caller.Roles, Computing) || (started.Agency, started.Operator) == (by.Agency, by.Operator))
        {
            throw RpcErrors.FailedPrecondition("DUTIES_NOT_SEPARATED", $"按{Segregation.Clause}，岗位应相互制约：发起核算的账号和经办人不能复核");
        }
    }
}

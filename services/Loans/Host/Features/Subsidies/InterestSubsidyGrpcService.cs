using Grpc.Core;
using Wenye.Contracts.Loans.V1;
using Wenye.Loans.Features.Subsidies.GetSubsidyClaim;
using Wenye.Loans.Features.Subsidies.GetSubsidyLine;
using Wenye.Loans.Features.Subsidies.GetSubsidyRun;
using Wenye.Loans.Features.Subsidies.GetYearSettlement;
using Wenye.Loans.Features.Subsidies.ListSubsidyClaims;
using Wenye.Loans.Features.Subsidies.ListSubsidyLines;
using Wenye.Loans.Features.Subsidies.PayAward;
using Wenye.Loans.Features.Subsidies.ProposeAward;
using Wenye.Loans.Features.Subsidies.ReportMisuse;
using Wenye.Loans.Features.Subsidies.ReviewSubsidyClaim;
using Wenye.Loans.Features.Subsidies.SettleYear;
using Wenye.Loans.Features.Subsidies.StartSubsidyRun;
using Wenye.Loans.Features.Subsidies.StateBorrowerCheck;
using Wenye.Loans.Features.Subsidies.SubmitSubsidyClaim;
using Wenye.ServiceDefaults;

namespace Wenye.Loans.Features.Subsidies;

/// <summary>The calls of interest subsidies (贴息接口); each rpc is a folder beside this file.</summary>
internal sealed class InterestSubsidyGrpcService(
    StartSubsidyRunHandler start, SubmitSubsidyClaimHandler submit, GetSubsidyRunHandler run, GetSubsidyClaimHandler claim, ListSubsidyClaimsHandler claims,
    ListSubsidyLinesHandler lines, GetSubsidyLineHandler line, StateBorrowerCheckHandler state, ReviewSubsidyClaimHandler review, SettleYearHandler settle,
    GetYearSettlementHandler settlement, ProposeAwardHandler award,
    PayAwardHandler pay, ReportMisuseHandler misuse)
    : InterestSubsidyService.InterestSubsidyServiceBase
{
    public override Task<StartSubsidyRunResponse> StartSubsidyRun(StartSubsidyRunRequest request, ServerCallContext context) =>
        start.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<SubmitSubsidyClaimResponse> SubmitSubsidyClaim(IAsyncStreamReader<SubmitSubsidyClaimRequest> requestStream, ServerCallContext context) =>
        submit.HandleAsync(requestStream, Caller.From(context), context.CancellationToken);

    public override Task<GetSubsidyRunResponse> GetSubsidyRun(GetSubsidyRunRequest request, ServerCallContext context) =>
        run.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<GetSubsidyClaimResponse> GetSubsidyClaim(GetSubsidyClaimRequest request, ServerCallContext context) =>
        claim.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<ListSubsidyClaimsResponse> ListSubsidyClaims(ListSubsidyClaimsRequest request, ServerCallContext context) =>
        claims.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<ListSubsidyLinesResponse> ListSubsidyLines(ListSubsidyLinesRequest request, ServerCallContext context) =>
        lines.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<GetSubsidyLineResponse> GetSubsidyLine(GetSubsidyLineRequest request, ServerCallContext context) =>
        line.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<StateBorrowerCheckResponse> StateBorrowerCheck(StateBorrowerCheckRequest request, ServerCallContext context) =>
        state.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<ReviewSubsidyClaimResponse> ReviewSubsidyClaim(ReviewSubsidyClaimRequest request, ServerCallContext context) =>
        review.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<SettleYearResponse> SettleYear(SettleYearRequest request, ServerCallContext context) =>
        settle.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<GetYearSettlementResponse> GetYearSettlement(GetYearSettlementRequest request, ServerCallContext context) =>
        settlement.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<ProposeAwardResponse> ProposeAward(ProposeAwardRequest request, ServerCallContext context) =>
        award.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<PayAwardResponse> PayAward(PayAwardRequest request, ServerCallContext context) =>
        pay.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<ReportMisuseResponse> ReportMisuse(ReportMisuseRequest request, ServerCallContext context) =>
        misuse.HandleAsync(request, Caller.From(context), context.CancellationToken);
}

using Grpc.Core;
using Wenye.Contracts.Stabilization.V1;
using Wenye.ServiceDefaults;
using Wenye.Stabilization.Features.Refunds.ConfirmRefund;
using Wenye.Stabilization.Features.Refunds.DeclineRefund;
using Wenye.Stabilization.Features.Refunds.GetDecisionNotice;
using Wenye.Stabilization.Features.Refunds.GetRefundCase;
using Wenye.Stabilization.Features.Refunds.ListRefundCases;
using Wenye.Stabilization.Features.Refunds.NotifyFirms;
using Wenye.Stabilization.Features.Refunds.OpenRecoveries;
using Wenye.Stabilization.Features.Refunds.OpenRefundCases;
using Wenye.Stabilization.Features.Refunds.PrepayRefunds;
using Wenye.Stabilization.Features.Refunds.RecordOpinion;
using Wenye.Stabilization.Features.Refunds.SettlePrepayments;

namespace Wenye.Stabilization.Features.Refunds;

/// <summary>The calls of refund cases (稳岗返还办理接口); each is a folder beside this file.</summary>
internal sealed class RefundGrpcService(
    OpenRefundCasesHandler open, NotifyFirmsHandler notify, ConfirmRefundHandler confirm, DeclineRefundHandler decline, RecordOpinionHandler opinion,
    PrepayRefundsHandler prepay, SettlePrepaymentsHandler settle, OpenRecoveriesHandler recover, GetRefundCaseHandler get,
    ListRefundCasesHandler list, GetDecisionNoticeHandler notice)
    : RefundService.RefundServiceBase
{
    public override Task<OpenRefundCasesResponse> OpenRefundCases(OpenRefundCasesRequest request, ServerCallContext context) =>
        open.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task NotifyFirms(NotifyFirmsRequest request, IServerStreamWriter<NotifyFirmsResponse> responseStream, ServerCallContext context) =>
        notify.HandleAsync(request, responseStream, Caller.From(context), context.CancellationToken);

    public override Task<ConfirmRefundResponse> ConfirmRefund(ConfirmRefundRequest request, ServerCallContext context) =>
        confirm.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<DeclineRefundResponse> DeclineRefund(DeclineRefundRequest request, ServerCallContext context) =>
        decline.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<RecordOpinionResponse> RecordOpinion(RecordOpinionRequest request, ServerCallContext context) =>
        opinion.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<PrepayRefundsResponse> PrepayRefunds(PrepayRefundsRequest request, ServerCallContext context) =>
        prepay.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<SettlePrepaymentsResponse> SettlePrepayments(SettlePrepaymentsRequest request, ServerCallContext context) =>
        settle.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<OpenRecoveriesResponse> OpenRecoveries(OpenRecoveriesRequest request, ServerCallContext context) =>
        recover.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<GetRefundCaseResponse> GetRefundCase(GetRefundCaseRequest request, ServerCallContext context) =>
        get.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<ListRefundCasesResponse> ListRefundCases(ListRefundCasesRequest request, ServerCallContext context) =>
        list.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<GetDecisionNoticeResponse> GetDecisionNotice(GetDecisionNoticeRequest request, ServerCallContext context) =>
        notice.HandleAsync(request, Caller.From(context), context.CancellationToken);
}

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

/// <summary>What the calls of refund cases need (稳岗返还办理).</summary>
internal static class RefundsSetup
{
    public static void AddRefunds(this IHostApplicationBuilder builder)
    {
        builder.Services.AddScoped<RefundCommit>();
        builder.Services.AddScoped<RefundPayables>();
        builder.Services.AddScoped<GrantedFirms>();
        builder.Services.AddScoped<NewRefundCases>();
        builder.Services.AddScoped<OpenRefundCasesHandler>();
        builder.Services.AddScoped<NotifyFirmsHandler>();
        builder.Services.AddScoped<ConfirmRefundHandler>();
        builder.Services.AddScoped<DeclineRefundHandler>();
        builder.Services.AddScoped<RecordOpinionHandler>();
        builder.Services.AddScoped<PrepayRefundsHandler>();
        builder.Services.AddScoped<SettlePrepaymentsHandler>();
        builder.Services.AddScoped<HeldCases>();
        builder.Services.AddScoped<OpenRecoveriesHandler>();
        builder.Services.AddScoped<GetRefundCaseHandler>();
        builder.Services.AddScoped<ListRefundCasesHandler>();
        builder.Services.AddScoped<GetDecisionNoticeHandler>();
    }
}

using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Stabilization.V1;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Wenye.Stabilization.Data;
using RefundCase = Wenye.Stabilization.Data.RefundCase;

namespace Wenye.Stabilization.Features.Refunds.NotifyFirms;

/// <summary>Marks firms as told and streams what to send to whom (通过电话、短信等方式通知企业), 63号 附件 一(一)4.</summary>
internal sealed class NotifyFirmsHandler(StabilizationDbContext database, GrantedFirms granted, NewRefundCases newCases, TimeProvider time)
{
    private const int AtOnce = 500;

    public async Task HandleAsync(
        NotifyFirmsRequest request, IServerStreamWriter<NotifyFirmsResponse> answers, Caller caller, CancellationToken cancellation)
    {
        var screening = await granted.ScreeningAsync(request.ScreeningId, "screening_id", caller, cancellation);
        var by = HandledBy.Of(null, caller, time);
        var after = request.AfterCreditCode;
        AuditedCall.NoteFullRead();
        while (await NotifyAsync(screening, after, by, cancellation) is { Count: > 0 } notices)
        {
            await answers.WriteAsync(new NotifyFirmsResponse { Notices = { notices } }, cancellation);
            after = notices[^1].CreditCode;
        }
    }

    // Told and marked in one transaction: a stream that breaks is resumed after the last firm received.
    private async Task<IReadOnlyList<FirmNotice>> NotifyAsync(StoredScreening screening, string after, HandledBy by, CancellationToken cancellation)
    {
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        var rows = await database.RefundCases
            .Where(r => r.ScreeningId == screening.Id && (r.State == RefundState.Listed || r.State == RefundState.Notified))
            .Join(database.Firms, r => r.FirmId, firm => firm.Id, (refund, firm) => new { refund, firm })
            .Where(row => string.Compare(row.firm.CreditCode, after) > 0)
            .OrderBy(row => row.firm.CreditCode).Take(AtOnce).ToListAsync(cancellation);
        var told = rows.Where(row => row.refund.State == RefundState.Listed).Select(row => row.refund).ToList();
        var counts = await newCases.StepCountsAsync([.. told.Select(refund => refund.Id)], cancellation);
        told.ForEach(refund => refund.State = RefundState.Notified);
        await database.SaveChangesAsync(cancellation);
        await newCases.StepAsync(
            [.. told.Select(refund => RefundSteps.Of(refund.Id, RefundState.Notified, by, counts.GetValueOrDefault(refund.Id) + 1))], cancellation);
        await transaction.CommitAsync(cancellation);
        database.ChangeTracker.Clear();
        return [.. rows.Select(row => Notice(row.refund, row.firm))];
    }

    private static FirmNotice Notice(RefundCase refund, Data.Firm firm) => new()
    {
        CaseId = refund.Id.ToString(),
        CreditCode = firm.CreditCode,
        Phone = firm.Phone ?? "",
        Text = $"{firm.Name}：经数据比对，贵单位符合{refund.Year}年度失业保险稳岗返还条件，拟返还{Money.FromFen(refund.AmountFen)}元。请登录参保地稳岗返还经办网址确认并作出承诺。",
    };
}

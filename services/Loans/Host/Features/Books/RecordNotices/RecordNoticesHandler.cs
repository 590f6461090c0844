using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Loans.V1;
using Wenye.Loans.Data;
using Wenye.Loans.Domain.Books;
using Wenye.Persistence;
using Wenye.ServiceDefaults;
using Loan = Wenye.Loans.Data.Loan;

namespace Wenye.Loans.Features.Books.RecordNotices;

/// <summary>Records that borrowers were reminded, or entered in the credit record (登记通知), 27号 第十一条: all of the loans or none.</summary>
internal sealed class RecordNoticesHandler(LoansDbContext database, CallingPartner partners, HandledRequests requests, LoanFields fields, TimeProvider time)
{
    private const int Most = 1000;

    public async Task<RecordNoticesResponse> HandleAsync(RecordNoticesRequest request, Caller caller, CancellationToken cancellation)
    {
        var ids = Demand(request);
        var bank = await partners.DemandAsync(PartnerKind.Bank, caller, cancellation);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        var held = await database.Loans.FromSql($"SELECT * FROM loan WHERE id = ANY({ids}) AND bank_id = {bank.Id} ORDER BY id FOR NO KEY UPDATE")
            .ToDictionaryAsync(one => one.Id, cancellation);
        if (await requests.FindAsync<RecordNoticesResponse>(caller.Agency, request.RequestId, request, cancellation) is { } first)
        {
            return first;
        }

        Demand(request, held);
        var counts = await database.Set<LoanBookStep>().Where(one => ids.Contains(one.LoanId)).GroupBy(one => one.LoanId)
            .ToDictionaryAsync(group => group.Key, group => group.Count(), cancellation);
        var by = HandledBy.Of(request.Handling, caller, time);
        foreach (var loan in held.Values)
        {
            var isReminder = request.Kind == NoticeKind.MaturityReminder;
            loan.RemindedOn = isReminder ? request.On.ToDay() : loan.RemindedOn;
            loan.CreditReportedOn = isReminder ? loan.CreditReportedOn : request.On.ToDay();
            database.Add(new LoanBookStep { LoanId = loan.Id, Standing = loan.Standing }
                .By(counts.GetValueOrDefault(loan.Id) + 1, by, isReminder ? "到期前已通知借款人" : "已纳入不良贷款征信"));
        }

        return await requests.SaveAsync(caller.Agency, request.RequestId, request, new RecordNoticesResponse { Recorded = held.Count }, cancellation);
    }

    private Guid[] Demand(RecordNoticesRequest request)
    {
        var faults = new RequestFaults()
            .Demand(request.Kind is NoticeKind.MaturityReminder or NoticeKind.CreditRecord, "kind", "请选择到期通知或纳入征信")
            .Demand(request.LoanIds.Count is > 0 and <= Most && request.LoanIds.Distinct().Count() == request.LoanIds.Count, "loan_ids", $"每次应有 1 至 {Most} 笔贷款，不应重复")
            .PastDay(request.On, fields.Today)
            .Add(HandledBy.Faults(request.Handling, operatorRequired: false));
        Guid[] ids = [.. request.LoanIds.Select((text, index) => faults.LoanId(text, $"loan_ids[{index + 1}]"))];
        faults.ThrowIfAny();
        return ids;
    }

    // Reminders of loans that have nothing left to fall due, and reports of loans not overdue for long enough, are mistakes of the bank.
    private static void Demand(RecordNoticesRequest request, Dictionary<Guid, Loan> held)
    {
        var faults = new RequestFaults();
        var on = request.On.ToDay();
        foreach (var (text, index) in request.LoanIds.Select((text, index) => (text, index)))
        {
            var field = $"loan_ids[{index + 1}]";
            if (!held.TryGetValue(Guid.Parse(text), out var loan))
            {
                faults.Demand(false, field, "没有本行的这笔贷款，请核对");
            }
            else if (request.Kind == NoticeKind.MaturityReminder)
            {
                faults.Demand(loan.OutstandingFen > 0 && loan.DueOn >= on, field, "该笔贷款已结清或当日已过到期日，不需到期通知");
            }
            else
            {
                var since = loan.On(on).OverdueSince;
                faults.Demand(since <= LoanNotices.OverdueSinceForCreditRecord(on), field, "该笔贷款逾期未满90天，不应纳入不良贷款征信（鲁人社字〔2020〕27号 第十一条）");
            }
        }

        faults.ThrowIfAny();
    }
}

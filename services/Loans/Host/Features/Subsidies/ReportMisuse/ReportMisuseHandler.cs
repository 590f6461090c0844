using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Loans.V1;
using Wenye.Loans.Data;
using Wenye.Loans.Features.Books;
using Wenye.Persistence;
using Wenye.ServiceDefaults;
using Loan = Wenye.Loans.Data.Loan;

namespace Wenye.Loans.Features.Subsidies.ReportMisuse;

/// <summary>A bank reports what a loan was used for (报告违规使用), 27号 第六条, 25号 八: the claim computed next goes by it.</summary>
internal sealed class ReportMisuseHandler(LoansDbContext database, LoanQueries loans, HandledRequests requests, LoanFields fields, TimeProvider time)
{
    public async Task<ReportMisuseResponse> HandleAsync(ReportMisuseRequest request, Caller caller, CancellationToken cancellation)
    {
        var id = Demand(request);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        var loan = await loans.HoldOwnAsync(id, caller, cancellation);
        if (await requests.FindAsync<ReportMisuseResponse>(caller.Agency, request.RequestId, request, cancellation) is { } first)
        {
            return first;
        }

        DemandOf(loan, request);
        var reports = await database.Set<LoanMisuseReport>().CountAsync(one => one.LoanId == id, cancellation);
        database.Add(new LoanMisuseReport { LoanId = id, Misuse = request.Misuse, Since = request.Since?.ToDay() }.By(reports + 1, HandledBy.Of(request.Handling, caller, time)));
        var answer = new ReportMisuseResponse { LoanId = request.LoanId, Misuse = request.Misuse, Since = request.Since };
        return await requests.SaveAsync(caller.Agency, request.RequestId, request, answer, cancellation);
    }

    private Guid Demand(ReportMisuseRequest request)
    {
        var faults = new RequestFaults();
        var id = faults.LoanId(request.LoanId);
        faults.Demand(request.Misuse != LoanMisuse.Unspecified && Enum.IsDefined(request.Misuse), "misuse", "请选择违规使用的类别；更正原报告的，请选择使用规范");
        if (request.Misuse == LoanMisuse.None)
        {
            faults.Demand(request.Since is null, "since", "使用规范的不填起始日期");
        }
        else
        {
            faults.PastDay(request.Since, fields.Today, "since");
        }

        faults.Demand(request.Handling?.Remarks is { Length: > 0 }, "AAE013", "请写明认定的依据")
            .Add(HandledBy.Faults(request.Handling, operatorRequired: true)).ThrowIfAny();
        return id;
    }

    private static void DemandOf(Loan loan, ReportMisuseRequest request)
    {
        if (loan.DisbursedOn is not { } paidOut)
        {
            throw RpcErrors.FailedPrecondition("LOAN_NOT_DISBURSED", "该笔贷款尚未放款，没有使用情况可报告");
        }

        new RequestFaults().Demand(request.Since is null || request.Since.ToDay() >= paidOut, "since", "违规使用的起始日期不应早于放款日，请核对").ThrowIfAny();
    }
}

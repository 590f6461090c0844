using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Loans.V1;
using Wenye.Loans.Data;
using Wenye.Loans.Features.Books;
using Wenye.Persistence;
using Wenye.ServiceDefaults;

namespace Wenye.Loans.Features.Applications.CancelContract;

/// <summary>Cancels a contract of which nothing was drawn (取消合同), by its bank: else it would stand in the way of its people for ever.</summary>
internal sealed class CancelContractHandler(
    LoansDbContext database, ApplicationQueries applications, LoanQueries loans, ApplicationAnswers answers, HandledRequests requests, LoanFields fields, TimeProvider time)
{
    private const string What = "取消合同";

    public async Task<CancelContractResponse> HandleAsync(CancelContractRequest request, Caller caller, CancellationToken cancellation)
    {
        new RequestFaults()
            .Demand(request.Handling is { Remarks.Length: > 0 }, "AAE013", "请在备注中说明取消合同的原因")
            .Add(HandledBy.Faults(request.Handling, operatorRequired: true)).ThrowIfAny();
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        var dossier = await applications.HoldAsync(request.ApplicationId, PartnerKind.Bank, caller, cancellation);
        if (await requests.FindAsync<CancelContractResponse>(caller.Agency, request.RequestId, request, cancellation) is { } first)
        {
            return first;
        }

        dossier.Demand(ApplicationState.Contracted);
        var by = HandledBy.Of(request.Handling, caller, time);
        await CancelAsync(dossier.Row.Id, by, cancellation);
        dossier.MoveTo(ApplicationState.Withdrawn, by, What);
        dossier.Row.Due = null;
        var answer = new CancelContractResponse { Application = await answers.WithNewAsync(dossier, caller, cancellation) };
        return await requests.SaveAsync(caller.Agency, request.RequestId, request, answer, cancellation);
    }

    // A drawdown holds the loan's row too: of the two at once one wins.
    private async Task CancelAsync(Guid application, HandledBy by, CancellationToken cancellation)
    {
        var id = await database.Loans.Where(one => one.ApplicationId == application).Select(one => one.Id).SingleAsync(cancellation);
        var loan = await loans.HoldAsync(id, cancellation);
        if (loan.DrawnFen > 0)
        {
            throw RpcErrors.FailedPrecondition("LOAN_DRAWN", "该合同已放款，不能取消；放款登记有误的，请先冲正该笔放款");
        }

        loan.CancelledOn = fields.Today;
        loan.StepBy(by, What);
    }
}

using Wenye.Contracts.Loans.V1;
using Wenye.Loans.Data;
using Wenye.Persistence;
using Wenye.ServiceDefaults;

namespace Wenye.Loans.Features.Applications.WithdrawApplication;

/// <summary>Withdraws an application without a contract (撤回).</summary>
internal sealed class WithdrawApplicationHandler(
    LoansDbContext database, ApplicationQueries applications, ApplicationAnswers answers, HandledRequests requests, TimeProvider time)
{
    public async Task<WithdrawApplicationResponse> HandleAsync(WithdrawApplicationRequest request, Caller caller, CancellationToken cancellation)
    {
        new RequestFaults().Add(HandledBy.Faults(request.Handling, operatorRequired: false)).ThrowIfAny();
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        var dossier = await applications.HoldAsync(request.ApplicationId, caller, cancellation);
        if (await requests.FindAsync<WithdrawApplicationResponse>(caller.Agency, request.RequestId, request, cancellation) is { } first)
        {
            return first;
        }

        dossier.DemandOpen().MoveTo(ApplicationState.Withdrawn, HandledBy.Of(request.Handling, caller, time));
        dossier.Row.Due = null;
        var answer = new WithdrawApplicationResponse { Application = await answers.WithNewAsync(dossier, caller, cancellation) };
        return await requests.SaveAsync(caller.Agency, request.RequestId, request, answer, cancellation);
    }
}

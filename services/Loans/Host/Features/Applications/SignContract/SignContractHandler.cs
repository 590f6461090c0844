using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Loans.V1;
using Wenye.Loans.Data;
using Wenye.Loans.Features.Rates;
using Wenye.Persistence;
using Wenye.ServiceDefaults;

namespace Wenye.Loans.Features.Applications.SignContract;

/// <summary>Signs (签订合同): all is decided once more by the rules of the signing day, and the loan is made.</summary>
internal sealed class SignContractHandler(
    LoansDbContext database, ApplicationQueries applications, ApplicationStandings standings, Borrowers borrowers, Assessments assessments, ReferenceRates rates, ApplicationAnswers answers,
    HandledRequests requests, LoanFields fields, TimeProvider time)
{
    public async Task<SignContractResponse> HandleAsync(SignContractRequest request, Caller caller, CancellationToken cancellation)
    {
        ContractChecks.Demand(request, fields.Today);
        var said = await standings.AskAgainAsync(request.ApplicationId, PartnerKind.Bank, caller, cancellation);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        var dossier = await applications.HoldAsync(request.ApplicationId, PartnerKind.Bank, caller, cancellation);
        await borrowers.HoldFirmAsync(dossier.Row.CreditCode, cancellation);
        if (await requests.FindAsync<SignContractResponse>(caller.Agency, request.RequestId, request, cancellation) is { } first)
        {
            return first;
        }

        ContractChecks.Demand(request, dossier.Demand(ApplicationState.Checked).Row);
        await DemandNumberFreeAsync(dossier.Row.BankId!.Value, request.ContractNumber, cancellation);
        BorrowerRegisters.Enter(dossier, said);
        var signed = request.SignedOn.ToDay();
        var terms = ContractChecks.Terms(request, await rates.TableAsync(cancellation));
        var assessment = await assessments.AssessAsync(dossier, signed, terms, cancellation);
        ApplicationOutcomes.Keep(dossier, ApplicationParty.Bank, assessment);
        if (assessment.IsRefused || assessment.MissingBut(Assessment.Final).Count > 0)
        {
            // Told, not kept: the bank may come with other terms.
            var told = new SignContractResponse { Application = await answers.WithNewAsync(dossier, caller, cancellation) };
            database.ChangeTracker.Clear();
            return await requests.SaveAsync(caller.Agency, request.RequestId, request, told, cancellation);
        }

        NewLoans.Add(database, dossier.Save(), request, terms, fields.Today);
        dossier.MoveTo(ApplicationState.Contracted, HandledBy.Of(request.Handling, caller, time));
        var answer = new SignContractResponse { Application = await answers.WithNewAsync(dossier, caller, cancellation) };
        return await requests.SaveAsync(caller.Agency, request.RequestId, request, answer, cancellation);
    }

    private async Task DemandNumberFreeAsync(Guid bank, string number, CancellationToken cancellation)
    {
        await database.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({number}, 28))", cancellation);
        if (await database.Loans.AnyAsync(loan => loan.BankId == bank && loan.ContractNumber == number, cancellation))
        {
            throw RpcErrors.FailedPrecondition("CONTRACT_NUMBER_TAKEN", "本行已有该编号的借款合同", new FieldError("contract_number", "请核对合同编号"));
        }
    }
}

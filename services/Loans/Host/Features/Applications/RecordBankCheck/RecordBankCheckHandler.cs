using Wenye.Contracts.Loans.V1;
using Wenye.Loans.Data;
using Wenye.Persistence;
using Wenye.ServiceDefaults;

namespace Wenye.Loans.Features.Applications.RecordBankCheck;

/// <summary>The bank's findings on credit and other loans (银行审核), 鲁财金〔2020〕25号 八.</summary>
internal sealed class RecordBankCheckHandler(
    LoansDbContext database, ApplicationQueries applications, ApplicationStandings standings, Assessments assessments, ApplicationOutcomes outcomes, ApplicationAnswers answers,
    HandledRequests requests, LoanFields fields, TimeProvider time)
{
    public async Task<RecordBankCheckResponse> HandleAsync(RecordBankCheckRequest request, Caller caller, CancellationToken cancellation)
    {
        BankFindings.Demand(request);
        var said = await standings.AskAgainAsync(request.ApplicationId, PartnerKind.Bank, caller, cancellation);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        var dossier = await applications.HoldAsync(request.ApplicationId, PartnerKind.Bank, caller, cancellation);
        if (await requests.FindAsync<RecordBankCheckResponse>(caller.Agency, request.RequestId, request, cancellation) is { } first)
        {
            return first;
        }

        dossier.Demand(ApplicationState.Guaranteed, ApplicationState.Checked);
        BorrowerRegisters.Enter(dossier, said);
        BankFindings.Enter(dossier.File, request);
        await DecideAsync(dossier, request, HandledBy.Of(request.Handling, caller, time), cancellation);
        dossier.Save();
        var answer = new RecordBankCheckResponse { Application = await answers.WithNewAsync(dossier, caller, cancellation) };
        return await requests.SaveAsync(caller.Agency, request.RequestId, request, answer, cancellation);
    }

    private async Task DecideAsync(Dossier dossier, RecordBankCheckRequest request, HandledBy by, CancellationToken cancellation)
    {
        var assessment = await assessments.AssessAsync(dossier, fields.Today, null, cancellation);
        ApplicationOutcomes.Keep(dossier, ApplicationParty.Bank, assessment);
        if (request.RefusalReason.Length > 0 || assessment.IsRefused)
        {
            outcomes.Refuse(dossier, ApplicationParty.Bank, request.RefusalReason.Length > 0 ? request.RefusalReason : assessment.Reason, by);
            return;
        }

        Findings.DemandAll(assessment.MissingBut(Assessment.AfterBank));
        dossier.Row.CheckedOn = fields.Today;

        // The bank's term runs from the taking to the paying out: it goes on.
        dossier.MoveTo(ApplicationState.Checked, by);
    }
}

using Wenye.Contracts.Loans.V1;
using Wenye.Loans.Data;
using Wenye.Persistence;
using Wenye.ServiceDefaults;

namespace Wenye.Loans.Features.Applications.DecideQualification;

/// <summary>The office decides whether they qualify (资格审核): it goes on, is refused, or everything missing is told at once.</summary>
internal sealed class DecideQualificationHandler(
    LoansDbContext database, ApplicationQueries applications, BorrowerRegisters registers, Assessments assessments, ApplicationOutcomes outcomes, Assignments assignments,
    ApplicationAnswers answers, HandledRequests requests, LoanFields fields, TimeProvider time)
{
    public async Task<DecideQualificationResponse> HandleAsync(DecideQualificationRequest request, Caller caller, CancellationToken cancellation)
    {
        OfficeFindings.Demand(request);
        var said = await registers.AskAsync(await applications.ReadAsync(request.ApplicationId, caller, cancellation), cancellation);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        var dossier = await applications.HoldAsync(request.ApplicationId, caller, cancellation);
        if (await requests.FindAsync<DecideQualificationResponse>(caller.Agency, request.RequestId, request, cancellation) is { } first)
        {
            return first;
        }

        dossier.Demand(ApplicationState.Submitted, ApplicationState.Incomplete);
        BorrowerRegisters.Enter(dossier, said);
        OfficeFindings.Enter(dossier, request);
        await DecideAsync(dossier, request, HandledBy.Of(request.Handling, caller, time), cancellation);
        dossier.Save();
        var answer = new DecideQualificationResponse { Application = await answers.WithNewAsync(dossier, caller, cancellation) };
        return await requests.SaveAsync(caller.Agency, request.RequestId, request, answer, cancellation);
    }

    private async Task DecideAsync(Dossier dossier, DecideQualificationRequest request, HandledBy by, CancellationToken cancellation)
    {
        var assessment = await assessments.AssessAsync(dossier, fields.Today, null, cancellation);
        ApplicationOutcomes.Keep(dossier, ApplicationParty.Office, assessment);
        if (request.RefusalReason.Length > 0 || assessment.IsRefused)
        {
            outcomes.Refuse(dossier, ApplicationParty.Office, request.RefusalReason.Length > 0 ? request.RefusalReason : assessment.Reason, by);
            return;
        }

        var (own, told) = OfficeFindings.Divide(dossier.File, assessment.MissingBut(Assessment.AfterOffice));
        MissingFile[] wanted = [.. told, .. request.FurtherPapers.Select(name => new MissingFile(0, 0, LoanPaper.Unspecified, "", name))];
        if (wanted.Length > 0)
        {
            dossier.Give(ApplicationParty.Office, fields.Today, wanted);
            dossier.Row.Due = null;
            dossier.MoveTo(ApplicationState.Incomplete, by);
            return;
        }

        Findings.DemandAll(own);
        await assignments.AssignAsync(dossier, request.BankId, request.FundId, cancellation);
        outcomes.HandOn(dossier, ApplicationState.Qualified, by);
    }
}

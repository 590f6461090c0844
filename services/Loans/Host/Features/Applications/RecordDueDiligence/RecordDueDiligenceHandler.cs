using System.Text;
using Wenye.Contracts.Loans.V1;
using Wenye.Loans.Data;
using Wenye.Persistence;
using Wenye.Policy;
using Wenye.ServiceDefaults;

namespace Wenye.Loans.Features.Applications.RecordDueDiligence;

/// <summary>The guarantor's findings (尽职调查): it goes on to the bank or is refused.</summary>
internal sealed class RecordDueDiligenceHandler(
    LoansDbContext database, ApplicationQueries applications, ApplicationStandings standings, Assessments assessments, ApplicationOutcomes outcomes, ApplicationAnswers answers,
    HandledRequests requests, LoanFields fields, TimeProvider time)
{
    private const int LongestReason = 100;

    public async Task<RecordDueDiligenceResponse> HandleAsync(RecordDueDiligenceRequest request, Caller caller, CancellationToken cancellation)
    {
        new RequestFaults()
            .Text(request.RefusalReason, "refusal_reason", LongestReason, required: false)
            .Demand(request.Grounds is null || Enum.IsDefined(request.Grounds.RecommendedBy), "grounds.recommended_by", "请从接口定义的推荐方中选择")
            .Add(HandledBy.Faults(request.Handling, operatorRequired: true)).ThrowIfAny();
        var said = await standings.AskAgainAsync(request.ApplicationId, PartnerKind.Guarantor, caller, cancellation);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        var dossier = await applications.HoldAsync(request.ApplicationId, PartnerKind.Guarantor, caller, cancellation);
        if (await requests.FindAsync<RecordDueDiligenceResponse>(caller.Agency, request.RequestId, request, cancellation) is { } first)
        {
            return first;
        }

        dossier.Demand(ApplicationState.Qualified);
        BorrowerRegisters.Enter(dossier, said);
        await DecideAsync(dossier, request, HandledBy.Of(request.Handling, caller, time), cancellation);
        dossier.Save();
        var answer = new RecordDueDiligenceResponse { Application = await answers.WithNewAsync(dossier, caller, cancellation) };
        return await requests.SaveAsync(caller.Agency, request.RequestId, request, answer, cancellation);
    }

    private async Task DecideAsync(Dossier dossier, RecordDueDiligenceRequest request, HandledBy by, CancellationToken cancellation)
    {
        dossier.File.WellRated = request.HasWellRated ? request.WellRated : dossier.File.WellRated;
        var assessment = await assessments.AssessAsync(dossier, fields.Today, null, cancellation);
        var counter = CounterGuarantees.Decide(dossier, request.Grounds, assessments.Policy(dossier, fields.Today));
        ApplicationOutcomes.Keep(dossier, ApplicationParty.Guarantor, assessment);
        if (request.RefusalReason.Length > 0 || assessment.IsRefused)
        {
            outcomes.Refuse(dossier, ApplicationParty.Guarantor, request.RefusalReason.Length > 0 ? request.RefusalReason : assessment.Reason, by);
            return;
        }

        Findings.DemandAll([.. assessment.MissingBut(Assessment.AfterGuarantor), .. CounterGuarantees.Missing(counter)]);
        dossier.Keep(ApplicationParty.Guarantor, counter);
        dossier.Row.CounterGuaranteeRequired = counter.Outcome != Outcome.Granted;
        dossier.File.Exemption = counter.Outcome == Outcome.Granted ? Encoding.UTF8.GetString(DecisionJson.Write(counter)) : null;
        outcomes.HandOn(dossier, ApplicationState.Guaranteed, by);
    }
}

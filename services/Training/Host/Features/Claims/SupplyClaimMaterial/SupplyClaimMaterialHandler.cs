using Wenye.Contracts.Training.V1;
using Wenye.Persistence;
using Wenye.ServiceDefaults;
using Wenye.Training.Data;
using Claim = Wenye.Training.Data.Claim;
using ClaimLine = Wenye.Training.Data.ClaimLine;

namespace Wenye.Training.Features.Claims.SupplyClaimMaterial;

/// <summary>Supplies what a claim lacks (补正): its lines are decided again, by the rules of the day of application.</summary>
internal sealed class SupplyClaimMaterialHandler(
    TrainingDbContext database, ClaimQueries claims, ClaimDecisions decisions, HandledRequests requests, TimeProvider time)
{
    public async Task<SupplyClaimMaterialResponse> HandleAsync(SupplyClaimMaterialRequest request, Caller caller, CancellationToken cancellation)
    {
        new RequestFaults().Add(ClaimInput.Faults(request)).Add(HandledBy.Faults(request.Handling, operatorRequired: false)).ThrowIfAny();
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        var claim = await claims.LoadForChangeAsync(request.ClaimId, caller, cancellation);
        if (await requests.FindAsync<SupplyClaimMaterialResponse>(caller.Agency, request.RequestId, request, cancellation) is { } first)
        {
            return first;
        }

        ClaimQueries.DemandOpen(claim);
        Take(claim, request);
        await decisions.DecideAsync(claim, cancellation);
        claim.MoveTo(claim.State, HandledBy.Of(request.Handling, caller, time));
        var people = await database.PeopleOfAsync(claim.Lines, cancellation);
        var answer = new SupplyClaimMaterialResponse { Claim = claim.ToContract(), Lines = { ClaimAnswers.InShort(claim.Lines, people) } };
        return await requests.SaveAsync(caller.Agency, request.RequestId, request, answer, cancellation);
    }

    private static void Take(Claim claim, SupplyClaimMaterialRequest request)
    {
        claim.Agreement = Form(request.Materials, ClaimMaterial.AgencyAgreement, claim.Agreement);
        claim.Invoice = Form(request.Materials, ClaimMaterial.Invoice, claim.Invoice);
        claim.ApplicationForm = Form(request.Materials, ClaimMaterial.ApplicationForm, claim.ApplicationForm);
        claim.FurtherPapers = [.. claim.FurtherPapers.Union(request.FurtherPapers)];
        var lines = claim.Lines.ToDictionary(line => line.Line);
        var unknown = new RequestFaults();
        for (var i = 0; i < request.Lines.Count; i++)
        {
            var supplied = request.Lines[i];
            unknown.Demand(lines.ContainsKey(supplied.Line), $"{ClaimInput.Path(i)}.line", "该申领没有此行，请按申领查询结果填写");
            if (lines.TryGetValue(supplied.Line, out var line))
            {
                Take(line, supplied);
            }
        }

        unknown.ThrowIfAny();
    }

    private static void Take(ClaimLine line, SuppliedLine supplied)
    {
        line.IdentityPaper = Form(supplied.Materials, ClaimMaterial.Identity, line.IdentityPaper);
        line.GroupPaper = Form(supplied.Materials, ClaimMaterial.Group, line.GroupPaper);
        line.CertificatePaper = Form(supplied.Materials, ClaimMaterial.Certificate, line.CertificatePaper);
        line.FirstAppraisal = supplied.HasFirstAppraisal ? supplied.FirstAppraisal : line.FirstAppraisal;
        line.Trained = supplied.HasTrained ? supplied.Trained : line.Trained;
        line.RuralOrLowIncome = supplied.HasRuralOrLowIncome ? supplied.RuralOrLowIncome : line.RuralOrLowIncome;
        if (line.EnrolmentId is null)
        {
            line.Group = supplied.Group == TraineeGroup.Unspecified ? line.Group : supplied.Group;
            line.Mode = supplied.Mode == TrainingMode.Unspecified ? line.Mode : supplied.Mode;
        }
    }

    private static MaterialForm Form(IEnumerable<MaterialAtHand> supplied, ClaimMaterial material, MaterialForm before) =>
        NewLines.Form(supplied, material) is var form && form == MaterialForm.Unspecified ? before : form;
}

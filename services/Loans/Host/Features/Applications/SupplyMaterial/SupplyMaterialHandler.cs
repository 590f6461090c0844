using Wenye.Contracts.Loans.V1;
using Wenye.Loans.Data;
using Wenye.Persistence;
using Wenye.ServiceDefaults;

namespace Wenye.Loans.Features.Applications.SupplyMaterial;

/// <summary>Supplies what is missing (补正): when all that a party told is there, its term starts anew.</summary>
internal sealed class SupplyMaterialHandler(
    LoansDbContext database, ApplicationQueries applications, BorrowerRegisters registers, Assessments assessments, ApplicationDeadlines deadlines,
    ApplicationAnswers answers, HandledRequests requests, LoanFields fields, TimeProvider time)
{
    public async Task<SupplyMaterialResponse> HandleAsync(SupplyMaterialRequest request, Caller caller, CancellationToken cancellation)
    {
        ApplicationInput.Demand(request);
        var said = await registers.AskAsync(await applications.ReadAsync(request.ApplicationId, caller, cancellation), cancellation);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        var dossier = await applications.HoldAsync(request.ApplicationId, caller, cancellation);
        if (await requests.FindAsync<SupplyMaterialResponse>(caller.Agency, request.RequestId, request, cancellation) is { } first)
        {
            return first;
        }

        dossier.DemandOpen();
        ApplicationFiling.Take(dossier.File, request);
        BorrowerRegisters.Enter(dossier, said);
        var missing = (await assessments.AssessAsync(dossier, fields.Today, null, cancellation)).MissingBut(Assessment.AfterOffice);
        var settled = Settle(dossier, missing);
        var incomplete = dossier.Row.State == ApplicationState.Incomplete;
        dossier.MoveTo(incomplete && settled ? ApplicationState.Submitted : dossier.Row.State, HandledBy.Of(request.Handling, caller, time), "补正");
        if (settled)
        {
            deadlines.Restart(dossier, fields.Today);
        }

        dossier.Save();
        var answer = new SupplyMaterialResponse
        {
            Application = await answers.WithNewAsync(dossier, caller, cancellation), Missing = { missing.Select(ApplicationAnswers.Of) },
        };
        return await requests.SaveAsync(caller.Agency, request.RequestId, request, answer, cancellation);
    }

    // Whether the party at which the application is has now all that it told, and had not before.
    private bool Settle(Dossier dossier, IReadOnlyList<MissingFile> missing)
    {
        var party = ApplicationDeadlines.PartyAt(dossier.Row.State);
        var open = dossier.File.Notices.Where(notice => notice.Party == party && notice.SuppliedOn is null).ToList();
        foreach (var notice in open.Where(notice => notice.Items.All(item => IsSupplied(dossier, notice, item, missing))))
        {
            notice.SuppliedOn = fields.Today;
        }

        return open.Count > 0 && open.TrueForAll(notice => notice.SuppliedOn is not null);
    }

    // What the office told from the lists may be wanted no more, as when another category is stated.
    private static bool IsSupplied(Dossier dossier, NoticeFile notice, MissingFile item, IReadOnlyList<MissingFile> missing) =>
        notice.Party == ApplicationParty.Office && item.Further.Length == 0 ? !missing.Contains(item) : Notices.IsAtHand(dossier.File, item);
}

using Wenye.Contracts.Loans.V1;
using Wenye.Loans.Data;
using Wenye.Persistence;
using Wenye.ServiceDefaults;

namespace Wenye.Loans.Features.Applications.RequestMaterial;

/// <summary>A bank or guarantor tells what it lacks (一次性告知); its term stands still until it is there.</summary>
internal sealed class RequestMaterialHandler(
    LoansDbContext database, ApplicationQueries applications, CallingPartner partners, ApplicationAnswers answers, HandledRequests requests, LoanFields fields, TimeProvider time)
{
    public async Task<RequestMaterialResponse> HandleAsync(RequestMaterialRequest request, Caller caller, CancellationToken cancellation)
    {
        Demand(request);
        var kind = caller.Roles.Contains(Roles.LoanBank) ? PartnerKind.Bank : PartnerKind.Guarantor;
        await partners.DemandAsync(kind, caller, cancellation);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        var dossier = await applications.HoldAsync(request.ApplicationId, kind, caller, cancellation);
        if (await requests.FindAsync<RequestMaterialResponse>(caller.Agency, request.RequestId, request, cancellation) is { } first)
        {
            return first;
        }

        dossier.Demand(kind == PartnerKind.Bank ? [ApplicationState.Guaranteed, ApplicationState.Checked] : [ApplicationState.Qualified]);
        ApplicationFiling.DemandKnown(dossier.File, request.Papers.Select(paper => (paper.Person, paper.Hire)), "papers");
        dossier.Give(ApplicationDeadlines.PartyAt(dossier.Row.State), fields.Today, ItemsOf(request));
        dossier.Row.Due = null;
        dossier.MoveTo(dossier.Row.State, HandledBy.Of(request.Handling, caller, time), "一次性告知");
        dossier.Save();
        var answer = new RequestMaterialResponse { Application = await answers.WithNewAsync(dossier, caller, cancellation) };
        return await requests.SaveAsync(caller.Agency, request.RequestId, request, answer, cancellation);
    }

    private static void Demand(RequestMaterialRequest request)
    {
        var faults = new RequestFaults()
            .Demand(request.Papers.Count + request.FurtherPapers.Count > 0, "papers", "请一次性列明需补充的全部材料")
            .Demand(request.Papers.All(one => one.Paper != LoanPaper.Unspecified && Enum.IsDefined(one.Paper)), "papers", "请从接口定义的材料中选择")
            .Demand(request.Papers.Distinct().Count() == request.Papers.Count, "papers", "同一材料只填写一次");
        ApplicationInput.Further(faults, request.FurtherPapers);
        faults.Add(HandledBy.Faults(request.Handling, operatorRequired: true)).ThrowIfAny();
    }

    private static MissingFile[] ItemsOf(RequestMaterialRequest request) =>
    [
        .. request.Papers.Select(one => new MissingFile(one.Person, one.Hire, one.Paper, "", "")),
        .. request.FurtherPapers.Select(name => new MissingFile(0, 0, LoanPaper.Unspecified, "", name)),
    ];
}

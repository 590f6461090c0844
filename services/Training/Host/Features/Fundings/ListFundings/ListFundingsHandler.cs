using Wenye.Contracts.Training.V1;
using Wenye.ServiceDefaults;
using Wenye.Training.Data;
using Wenye.Training.Features.Fundings.Deciding;
using Funding = Wenye.Training.Data.Funding;

namespace Wenye.Training.Features.Fundings.ListFundings;

/// <summary>Fundings of a place by kind, state and institution, newest first (资金安排清单).</summary>
internal sealed class ListFundingsHandler(TrainingDbContext database, FundingFactsReader facts)
{
    private const int UsualPage = 50;

    public async Task<ListFundingsResponse> HandleAsync(ListFundingsRequest request, Caller caller, CancellationToken cancellation)
    {
        var faults = new RequestFaults();
        var pages = FundingPages.Read(faults, request, request.Division, request.PageSize, UsualPage, caller);
        var institution = request.InstitutionId.Length > 0
            ? faults.Id(request.InstitutionId, "institution_id", "培训主体标识应为备案时返回的 UUID，不限时不填") : (Guid?)null;
        faults
            .Demand(Enum.IsDefined(request.Kind), "kind", "请从接口定义的资金安排方式中选择，不限时不填")
            .Demand(Enum.IsDefined(request.State), "state", "请从接口定义的状态中选择，不限时不填")
            .ThrowIfAny();
        caller.DemandDivision(pages.Division);
        var found = await pages.TakeAsync(Wanted(request, institution), cancellation);
        var page = found.Take(pages.Size).ToList();
        var known = await facts.ReadAsync(page, cancellation);
        return new ListFundingsResponse { Fundings = { page.Select(one => one.ToContract(known[one.Id])) }, NextPageToken = pages.Next(request, found) };
    }

    private IQueryable<Funding> Wanted(ListFundingsRequest request, Guid? institution)
    {
        var wanted = database.Fundings.AsQueryable();
        wanted = institution is { } id ? wanted.Where(one => one.InstitutionId == id) : wanted;
        wanted = request.Kind == FundingKind.Unspecified ? wanted : wanted.Where(one => one.Kind == request.Kind);
        return request.State == FundingState.Unspecified ? wanted : wanted.Where(one => one.State == request.State);
    }
}

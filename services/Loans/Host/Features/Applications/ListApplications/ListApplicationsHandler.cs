using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Loans.V1;
using Wenye.Loans.Data;
using Wenye.Persistence;
using Wenye.ServiceDefaults;

namespace Wenye.Loans.Features.Applications.ListApplications;

/// <summary>Applications of a place (申请清单), oldest first.</summary>
internal sealed class ListApplicationsHandler(LoansDbContext database, ApplicationQueries applications)
{
    private const int UsualPage = 50;
    private const int LongestPage = 1000;

    public async Task<ListApplicationsResponse> HandleAsync(ListApplicationsRequest request, Caller caller, CancellationToken cancellation)
    {
        var faults = new RequestFaults()
            .Demand(Enum.IsDefined(request.State), "state", "请从接口定义的申请状态中选择，不限时不填")
            .Demand(Enum.IsDefined(request.Kind), "kind", "请选择个人或小微企业，不限时不填");
        var page = ListPage.Read(faults, request, request.Division, caller, UsualPage, LongestPage, request.PageSize);
        var wanted = page.Of(await applications.VisibleAsync(caller, cancellation));
        wanted = request.State == ApplicationState.Unspecified ? wanted : wanted.Where(one => one.State == request.State);
        wanted = request.Kind == BorrowerKind.Unspecified ? wanted : wanted.Where(one => one.Kind == request.Kind);
        var found = await wanted.Include(one => one.People).OrderBy(one => one.Id).Take(page.Size + 1).ToListAsync(cancellation);
        Guid[] ids = [.. found.SelectMany(one => one.People.Select(person => person.PersonId)).Distinct()];
        var people = await database.People.AsNoTracking().Where(person => ids.Contains(person.Id)).ToDictionaryAsync(person => person.Id, cancellation);
        return new ListApplicationsResponse
        {
            Applications = { found.Take(page.Size).Select(one => ApplicationAnswers.Listed(one, one.People.OrderBy(person => person.Position).Select(person => people[person.PersonId]))) },
            NextPageToken = found.Count > page.Size ? PageToken.After(request, found[page.Size - 1].Id.ToString()) : "",
        };
    }
}

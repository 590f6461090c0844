using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.WelfarePosts.V1;
using Wenye.ServiceDefaults;
using Wenye.WelfarePosts.Data;
using Candidacy = Wenye.WelfarePosts.Data.Candidacy;

namespace Wenye.WelfarePosts.Features.Recruitment.ListCandidacies;

/// <summary>Candidates of a round (人选清单), in the order of their applications.</summary>
internal sealed class ListCandidaciesHandler(WelfarePostsDbContext database, RoundQueries rounds)
{
    private const int UsualPage = 50;
    private const int LongestPage = 1000;

    public async Task<ListCandidaciesResponse> HandleAsync(ListCandidaciesRequest request, Caller caller, CancellationToken cancellation)
    {
        var faults = new RequestFaults().Demand(Enum.IsDefined(request.State), "state", "请从接口定义的人选状态中选择，不限时不填");
        Guid? post = request.PostId.Length > 0 ? faults.Id(request.PostId, "post_id", "岗位标识应为招聘公告中的 UUID，不限时不填") : null;
        var size = faults.PageSize(request.PageSize, UsualPage, LongestPage);
        var after = Guid.TryParse(faults.Position(request, parts: 1)?[0], out var position) ? position : Guid.Empty;
        faults.ThrowIfAny();
        var round = await rounds.ReadAsync(request.RoundId, caller, cancellation);
        var found = await database.Set<Candidacy>().AsNoTracking()
            .Where(one => one.RoundId == round.Id && one.Id > after && (post == null || one.PostId == post))
            .Where(one => request.State == CandidacyState.Unspecified || one.State == request.State)
            .OrderBy(one => one.Id).Take(size + 1).ToListAsync(cancellation);
        Guid[] ids = [.. found.Select(one => one.PersonId)];
        var people = await database.People.AsNoTracking().Where(person => ids.Contains(person.Id)).ToDictionaryAsync(person => person.Id, cancellation);
        return new ListCandidaciesResponse
        {
            Candidacies = { found.Take(size).Select(one => RecruitmentAnswers.Of(one, people[one.PersonId], caller)) },
            NextPageToken = found.Count > size ? PageToken.After(request, found[size - 1].Id.ToString()) : "",
        };
    }
}

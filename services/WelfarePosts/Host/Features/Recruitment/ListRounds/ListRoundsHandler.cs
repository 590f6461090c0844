using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.WelfarePosts.V1;
using Wenye.Persistence;
using Wenye.ServiceDefaults;
using Wenye.WelfarePosts.Data;

namespace Wenye.WelfarePosts.Features.Recruitment.ListRounds;

/// <summary>Rounds of a place (招聘公告清单), the latest first; what is not announced only for those who handle posts there.</summary>
internal sealed class ListRoundsHandler(WelfarePostsDbContext database, RecruitmentAnswers answers)
{
    private const int UsualPage = 50;
    private const int LongestPage = 200;

    public async Task<ListRoundsResponse> HandleAsync(ListRoundsRequest request, Caller caller, CancellationToken cancellation)
    {
        var faults = new RequestFaults().Demand(Enum.IsDefined(request.State), "state", "请从接口定义的招聘状态中选择，不限时不填");
        faults.Division(request.Division, "division");
        var size = faults.PageSize(request.PageSize, UsualPage, LongestPage);
        var before = Guid.TryParse(faults.Position(request, parts: 1)?[0], out var position) ? position : (Guid?)null;
        faults.ThrowIfAny();
        var (range, handles) = (DivisionRange.Of(request.Division), caller.HandlesPosts() && caller.MaySee(request.Division));
        var found = await database.Rounds.AsNoTracking().Include(round => round.Posts)
            .Where(round => string.Compare(round.Division, range.From) >= 0 && string.Compare(round.Division, range.To) < 0)
            .Where(round => (handles || round.PublishedOn != null) && (request.State == RoundState.Unspecified || round.State == request.State))
            .Where(round => before == null || round.Id < before)
            .OrderByDescending(round => round.Id).Take(size + 1).ToListAsync(cancellation);
        return new ListRoundsResponse
        {
            Rounds = { await answers.OfAsync([.. found.Take(size)], cancellation) },
            NextPageToken = found.Count > size ? PageToken.After(request, found[size - 1].Id.ToString()) : "",
        };
    }
}

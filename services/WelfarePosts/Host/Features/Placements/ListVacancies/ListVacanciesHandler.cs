using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.WelfarePosts.V1;
using Wenye.Persistence;
using Wenye.ServiceDefaults;
using Wenye.WelfarePosts.Data;

namespace Wenye.WelfarePosts.Features.Placements.ListVacancies;

/// <summary>Open posts with places that nobody is in (缺岗), 36号 第十二条, and who is next in the order of their rounds (候补).</summary>
internal sealed class ListVacanciesHandler(WelfarePostsDbContext database)
{
    private const int ReserveShown = 10;

    public async Task<ListVacanciesResponse> HandleAsync(ListVacanciesRequest request, Caller caller, CancellationToken cancellation)
    {
        var faults = new RequestFaults();
        var page = PlacementPage.Read(faults, request, request.Division, request.PageSize);
        faults.ThrowIfAny();
        var place = request.Division.Length > 0 ? request.Division : caller.Division;
        caller.DemandDivision(place);
        var (from, to) = DivisionRange.Of(place);
        var after = page.After;
        var found = await database.Posts.AsNoTracking()
            .Where(post => string.Compare(post.Division, from) >= 0 && string.Compare(post.Division, to) < 0 && post.Id > after && post.State == PostState.Open)
            .Select(post => new
            {
                Post = post,
                Taken = database.Placements.Count(one => one.PostId == post.Id && one.EndedOn == null),
                Since = database.Placements.Where(one => one.PostId == post.Id).Max(one => one.EndedOn),
            })
            .Where(one => one.Taken < one.Post.Places)
            .OrderBy(one => one.Post.Id).Take(page.Size + 1).ToListAsync(cancellation);
        var reserve = await ReserveAsync([.. found.Select(one => one.Post.Id)], cancellation);
        return new()
        {
            Vacancies =
            {
                found.Take(page.Size).Select(one => new Vacancy
                {
                    PostId = one.Post.Id.ToString(),
                    EmployerId = one.Post.EmployerId.ToString(),
                    Division = one.Post.Division,
                    Title = one.Post.Title,
                    Places = one.Post.Places,
                    Taken = one.Taken,
                    Since = one.Since?.ToContract(),
                    Reserve = { reserve[one.Post.Id].Take(ReserveShown) },
                }),
            },
            NextPageToken = page.Next(request, found, one => one.Post.Id),
        };
    }

    private async Task<ILookup<Guid, string>> ReserveAsync(IReadOnlyCollection<Guid> posts, CancellationToken cancellation)
    {
        var ranked = await database.Candidacies.AsNoTracking()
            .Where(one => posts.Contains(one.PostId) && one.State == CandidacyState.Ranked && database.Rounds.Any(round => round.Id == one.RoundId && round.State != RoundState.Closed))
            .OrderBy(one => one.RoundId).ThenBy(one => one.Position).ThenBy(one => one.Id)
            .Select(one => new { one.PostId, one.Id }).ToListAsync(cancellation);
        return ranked.ToLookup(one => one.PostId, one => one.Id.ToString());
    }
}

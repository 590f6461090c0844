using Wenye.Contracts.WelfarePosts.V1;
using Wenye.Gateway.Pages.Calls;
using Wenye.Policy;
using Wenye.ServiceDefaults;

namespace Wenye.Gateway.Pages.Api;

/// <summary>Who is to be placed in public-benefit posts (公益性岗位拟聘用人员公示), 鲁人社字〔2020〕36号 第十一条(三): on the days of publicity, masked.</summary>
internal static class HiresEndpoints
{
    private const string Service = "welfare-posts";
    private const int RoundsAPage = 20;
    private const int NamesAPage = 50;

    public static void MapHires(this RouteGroupBuilder api)
    {
        api.MapGet("/hires", RoundsAsync);
        api.MapGet("/hires/{id}", NamesAsync);
    }

    private static async Task<IResult> RoundsAsync(string? region, string? token, PageCalls calls, Places places, PageClock clock, CancellationToken cancellation)
    {
        if (!Division.TryParse(region, out var place) || place.Level == DivisionLevel.Nation)
        {
            return PageFaults.Bad("请选择省、市或县（市、区）。");
        }

        var question = new ListRoundsRequest { Division = place.Code, State = RoundState.Publicised, PageSize = RoundsAPage, PageToken = token ?? "" };
        var page = await calls.AskAsync(
            Service, async (invoker, waiting) => await new RecruitmentService.RecruitmentServiceClient(invoker).ListRoundsAsync(question, cancellationToken: waiting), cancellation);
        var (names, today) = (await places.AllAsync(cancellation), clock.Today);
        return Results.Json(new
        {
            rounds = page.Rounds.Where(round => round.PublicisedTo is { } last && last.ToDay() >= today).Select(round => new
            {
                id = round.RoundId,
                place = names.GetValueOrDefault(round.Division)?.Path ?? round.Division,
                posts = string.Join('、', round.Posts.Select(post => post.Title).Distinct(StringComparer.Ordinal)),
                from = round.PublicisedFrom.Text(),
                to = round.PublicisedTo.Text(),
            }),
            next = page.NextPageToken,
        });
    }

    private static async Task<IResult> NamesAsync(string id, string? token, PageCalls calls, CancellationToken cancellation)
    {
        var question = new ListPublicNamesRequest { RoundId = id, PageSize = NamesAPage, PageToken = token ?? "" };
        var page = await calls.AskAsync(
            Service, async (invoker, waiting) => await new RecruitmentService.RecruitmentServiceClient(invoker).ListPublicNamesAsync(question, cancellationToken: waiting), cancellation);
        return Results.Json(new
        {
            names = page.Names.Select(one => new
            {
                id = one.CandidacyId, name = one.Name, number = one.IdNumber, post = one.PostTitle, employer = one.EmployerName,
            }),
            next = page.NextPageToken,
        });
    }
}

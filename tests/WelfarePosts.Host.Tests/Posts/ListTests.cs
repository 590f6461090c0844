using Wenye.Contracts.Policy.V1;
using Wenye.Contracts.WelfarePosts.V1;

namespace Wenye.WelfarePosts.Host.Tests.Posts;

/// <summary>岗位清单 and 一村多岗: pages by key, vacancies, warnings.</summary>
public sealed class ListTests(WelfarePostsFixture fixture)
{
    [Fact]
    public async Task A_city_that_warns_of_more_places_is_cited_with_its_own_number()
    {
        var office = new PostOffice(fixture, "371321");
        await office.PlanAsync(PostKind.Rural);
        var employer = await office.EmployerAsync();
        await office.OpenAsync(post =>
        {
            office.IntoVillage(post, 101201);
            post.Places = 2;
        });
        var within = (await office.Calls.ListVillagePostsAsync(new())).Villages.Single();
        (within.Places, within.Decision.Outcome).ShouldBe((2, Outcome.Granted), "elsewhere two are a warning");

        var more = await office.Calls.ProposePostAsync(office.Proposal(employer, post =>
        {
            office.IntoVillage(post, 101201);
            post.Places = 2;
        }));

        more.Village.Outcome.ShouldBe(Outcome.Refused);
        more.Village.Findings.Single().Clause.ShouldBe(new() { Document = "人社部发〔2020〕38号", Item = "八" });
        more.Village.ToString().ShouldContain("样例市文件");
    }

    [Fact]
    public async Task Posts_are_paged_in_their_order_and_found_by_state_kind_employer_and_vacancy()
    {
        var office = new PostOffice(fixture, "370784");
        await office.PlanAsync();
        var full = await office.OpenAsync();
        await PlacedPeople.PlaceAsync(fixture, full, 1);
        var half = await office.OpenAsync(post => post.Places = 2);
        await PlacedPeople.PlaceAsync(fixture, half, 1);
        await PlacedPeople.PlaceAsync(fixture, half, 1, to: new DateOnly(2020, 8, 1));
        var proposed = await office.ProposeAsync();

        // The clock stands still: which of them is later only their ids say.
        (await ListAsync(office, new() { PageSize = 2 })).ShouldBe(new[] { full.PostId, half.PostId, proposed.PostId }.Order(StringComparer.Ordinal));
        (await ListAsync(office, new() { Vacant = true })).ShouldBe([half.PostId]);
        (await ListAsync(office, new() { State = PostState.Proposed })).ShouldBe([proposed.PostId]);
        (await ListAsync(office, new() { EmployerId = half.EmployerId })).ShouldBe([half.PostId]);
        (await ListAsync(office, new() { Kind = PostKind.Rural })).ShouldBeEmpty();
        (await office.Calls.ListPostsAsync(new())).Posts.Select(post => post.Vacancies).ShouldBe([0, 1, 0], ignoreOrder: true);
        (await EmployerTests.FieldsAsync(async () => await office.Calls.ListPostsAsync(
            new() { Division = "x", State = (PostState)9, Kind = (PostKind)9, EmployerId = "x", PageSize = 1001, PageToken = "x" })))
            .ShouldBe(["state", "kind", "division", "employer_id", "page_size", "page_token"]);
    }

    [Fact]
    public async Task More_than_one_place_of_a_village_is_a_warning_that_stops_nobody()
    {
        var office = new PostOffice(fixture, "370703");
        await office.PlanAsync(PostKind.Rural);
        var proposal = office.Proposal(await office.EmployerAsync(), post => office.IntoVillage(post, 101201));
        var first = await office.Calls.ProposePostAsync(proposal);
        first.Village.Outcome.ShouldBe(Outcome.Granted);
        await office.Reviewer.DecidePostAsync(PostOffice.Decision(first.Post.PostId));
        await office.OpenAsync(post => office.IntoVillage(post, 101202));

        var second = await office.Calls.ProposePostAsync(office.Proposal(first.Post.EmployerId, post => office.IntoVillage(post, 101201)));
        second.Village.Outcome.ShouldBe(Outcome.Refused);
        second.Village.Findings.ShouldHaveSingleItem().Clause.Document.ShouldBe("人社部发〔2020〕38号");
        var decided = await office.Reviewer.DecidePostAsync(PostOffice.Decision(second.Post.PostId));
        (decided.Post.State, decided.Village.Outcome).ShouldBe((PostState.Open, Outcome.Refused));
        (await office.Calls.GetPostAsync(new() { PostId = first.Post.PostId })).Village.Outcome.ShouldBe(Outcome.Refused);

        var request = new ListVillagePostsRequest { PageSize = 1 };
        var villages = new List<(string, int, int, Outcome)>();
        do
        {
            var page = await office.Calls.ListVillagePostsAsync(request);
            villages.AddRange(page.Villages.Select(village => (village.VillageCode, village.Posts, village.Places, village.Decision.Outcome)));
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);

        villages.ShouldBe([("370703101201", 2, 2, Outcome.Refused), ("370703101202", 1, 1, Outcome.Granted)]);
        (await office.Calls.ListVillagePostsAsync(new() { LeastPlaces = 2 })).Villages.ShouldHaveSingleItem().VillageCode.ShouldBe("370703101201");
        (await EmployerTests.FieldsAsync(async () => await office.Calls.ListVillagePostsAsync(new() { Division = "x", LeastPlaces = -1, PageSize = -1, PageToken = "x" })))
            .ShouldBe(["least_places", "division", "page_size", "page_token"]);
    }

    private static async Task<List<string>> ListAsync(PostOffice office, ListPostsRequest request)
    {
        var listed = new List<string>();
        do
        {
            var page = await office.Calls.ListPostsAsync(request);
            listed.AddRange(page.Posts.Select(post => post.PostId));
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);

        return listed;
    }
}

using Grpc.Core;
using Wenye.Contracts.WelfarePosts.V1;
using Wenye.ServiceDefaults;

namespace Wenye.WelfarePosts.Host.Tests.Posts;

/// <summary>岗位开发计划: what is developed counts for the county and the city, never beyond either.</summary>
public sealed class PlanTests(WelfarePostsFixture fixture)
{
    [Fact]
    public async Task Development_stops_where_the_plan_of_the_county_or_of_its_city_does_and_says_how_much_is_left()
    {
        var office = new PostOffice(fixture, "370303");
        var post = await office.ProposeAsync(one => one.Places = 4);
        (await RefusalAsync(() => office.Reviewer.DecidePostAsync(PostOffice.Decision(post.PostId)))).Reason().ShouldBe("PLAN_MISSING");

        await office.PlanAsync(places: 5);
        var city = new PostOffice(fixture, "370300");
        await city.PlanAsync(places: 6);
        (await office.Reviewer.DecidePostAsync(PostOffice.Decision(post.PostId))).Post.State.ShouldBe(PostState.Open);
        var second = await office.ProposeAsync(one => one.Places = 2);
        var exceeded = await RefusalAsync(() => office.Reviewer.DecidePostAsync(PostOffice.Decision(second.PostId)));
        (exceeded.Reason(), exceeded.Status.Detail).ShouldBe(("PLAN_EXCEEDED", "370303 的 2020 年开发计划只剩 1 个岗位，本岗位需 2 个，请减少岗位数或先调整计划"));

        // Adjusted, the city's plan holds too; another county of it used one.
        await office.PlanAsync(places: 100);
        var neighbour = new PostOffice(fixture, "370304");
        await neighbour.OpenAsync();
        (await RefusalAsync(() => office.Reviewer.DecidePostAsync(PostOffice.Decision(second.PostId)))).Status.Detail.ShouldStartWith("370300 的 2020 年开发计划只剩 1 个岗位");
        (await RefusalAsync(() => city.Reviewer.SetPlanAsync(city.Plan(places: 4)))).Reason().ShouldBe("PLAN_IN_USE");
        await city.PlanAsync(places: 7);
        (await office.Reviewer.DecidePostAsync(PostOffice.Decision(second.PostId))).Post.State.ShouldBe(PostState.Open);

        var plans = (await office.Reviewer.ListPlansAsync(new() { Division = "370303", Year = 2020 })).Plans;
        plans.Select(plan => (plan.Division, plan.Places, plan.Developed, plan.Left)).ShouldBe([("370300", 7, 7, 0), ("370303", 100, 6, 94)]);
    }

    [Fact]
    public async Task The_reserve_is_a_part_of_its_own_and_what_is_given_up_comes_back()
    {
        var office = new PostOffice(fixture, "370402");
        await office.PlanAsync(places: 3, reserve: 2);
        await office.OpenAsync(one => one.Places = 2, reserve: true);
        var open = await office.OpenAsync();
        foreach (var reserve in new[] { true, false })
        {
            var next = await office.ProposeAsync();
            (await RefusalAsync(() => office.Reviewer.DecidePostAsync(PostOffice.Decision(next.PostId, reserve)))).Reason().ShouldBe("PLAN_EXCEEDED");
        }

        (await office.Calls.ClosePostAsync(new() { RequestId = PostOffice.NewId(), PostId = open.PostId, Handling = PostOffice.By() })).Post.State.ShouldBe(PostState.Closed);
        var plan = (await office.Calls.ListPlansAsync(new() { Division = "370402", Year = 2020 })).Plans.ShouldHaveSingleItem();
        (plan.Developed, plan.DevelopedReserve, plan.Left, plan.LeftReserve).ShouldBe((2, 2, 1, 0));
    }

    [Fact]
    public async Task Two_who_decide_at_once_never_develop_more_than_is_left()
    {
        var office = new PostOffice(fixture, "370403");
        await office.PlanAsync(places: 3);
        var proposed = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => office.ProposeAsync()));
        var reasons = await Task.WhenAll(proposed.Select(async post =>
        {
            try
            {
                return (await office.Reviewer.DecidePostAsync(PostOffice.Decision(post.PostId))).Post.State.ToString();
            }
            catch (RpcException refused)
            {
                return refused.Reason();
            }
        }));
        reasons.GroupBy(reason => reason).ToDictionary(group => group.Key, group => group.Count())
            .ShouldBe(new Dictionary<string, int> { ["Open"] = 3, ["PLAN_EXCEEDED"] = 5 }, ignoreOrder: true);
    }

    [Fact]
    public async Task A_plan_is_set_by_a_reviewer_of_the_place_once_a_request_and_listed_in_pages()
    {
        var office = new PostOffice(fixture, "370404");
        var request = office.Plan(PostKind.Rural, 8, 3);
        (await PostOffice.SameAsync(async () => await office.Reviewer.SetPlanAsync(request))).Plan.LeftReserve.ShouldBe(3);
        await office.PlanAsync(PostKind.Urban);
        await office.PlanAsync(PostKind.UrbanTemporary);
        var kinds = new List<PostKind>();
        var list = new ListPlansRequest { Division = "370404", Year = 2020, PageSize = 2 };
        do
        {
            var page = await office.Calls.ListPlansAsync(list);
            kinds.AddRange(page.Plans.Select(plan => plan.Kind));
            list.PageToken = page.NextPageToken;
        }
        while (list.PageToken.Length > 0);

        kinds.ShouldBe([PostKind.Urban, PostKind.Rural, PostKind.UrbanTemporary]);
        (await Should.ThrowAsync<RpcException>(async () => await office.Calls.SetPlanAsync(office.Plan()))).StatusCode.ShouldBe(StatusCode.PermissionDenied);
        (await RefusalAsync(() => office.Reviewer.SetPlanAsync(office.Plan(division: "370400")))).Reason().ShouldBe("OTHER_DIVISION");
        var wrong = new SetPlanRequest { RequestId = "r", Division = "37", Year = 2019, Places = -1, ReservePlaces = 1 };
        (await EmployerTests.FieldsAsync(async () => await office.Reviewer.SetPlanAsync(wrong))).ShouldBe(["division", "year", "kind", "places", "reserve_places", "AAE011"]);
        (await EmployerTests.FieldsAsync(async () => await office.Reviewer.ListPlansAsync(new() { PageSize = -1, PageToken = "x" })))
            .ShouldBe(["division", "year", "page_size", "page_token"]);
        var statistician = new PostService.PostServiceClient(fixture.Calls("370404", Roles.Statistician));
        (await Should.ThrowAsync<RpcException>(async () => await statistician.ListPlansAsync(list))).StatusCode.ShouldBe(StatusCode.PermissionDenied);
    }

    private static async Task<RpcException> RefusalAsync<TAnswer>(Func<AsyncUnaryCall<TAnswer>> call) => await Should.ThrowAsync<RpcException>(async () => await call());
}

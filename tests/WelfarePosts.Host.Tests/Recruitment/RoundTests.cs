using Grpc.Core;
using Wenye.Contracts.Policy.V1;
using Wenye.Contracts.WelfarePosts.V1;
using Wenye.ServiceDefaults;
using Wenye.WelfarePosts.Data;
using static Wenye.WelfarePosts.Host.Tests.Recruitment.RecruitmentOffice;
using Placement = Wenye.WelfarePosts.Data.Placement;

namespace Wenye.WelfarePosts.Host.Tests.Recruitment;

/// <summary>Rounds of recruitment: when, for which posts, announced in full or not at all.</summary>
public sealed class RoundTests(WelfarePostsFixture fixture)
{
    private readonly RecruitmentOffice county = new(fixture, "370402");

    [Fact]
    public async Task A_round_outside_the_first_quarter_needs_a_reason_unless_it_fills_vacancies()
    {
        var request = county.Round((await county.PostAsync(), 1));
        request.Supplementary = false;
        var asked = await RefusedAsync(county.Office.OpenRoundAsync(request));
        asked.Fields().ShouldBe(["reason"]);
        asked.Violations().Single().Description.ShouldContain("鲁人社字〔2020〕36号 第十一条");

        request.Reason = "上半年受疫情影响未能组织";
        var opened = await county.Office.OpenRoundAsync(request);

        opened.Decision.Outcome.ShouldBe(Outcome.Refused);
        opened.Round.State.ShouldBe(RoundState.Draft);
        opened.Round.Posts.Single().Title.ShouldBe("保洁员");
        (await county.Office.OpenRoundAsync(request)).ShouldBe(opened);
        (await county.Office.OpenRoundAsync(county.Round((await county.PostAsync(), 1)))).Decision.Outcome.ShouldBe(Outcome.Granted);
    }

    [Fact]
    public async Task Only_vacant_places_are_offered_of_open_posts_of_the_place()
    {
        var (post, proposed, elsewhere) = (await county.PostAsync(3), await county.PostAsync(state: PostState.Proposed), await county.PostAsync(at: "370403"));
        await county.PublishedAsync((post, 1));
        await PlaceAsync(post);

        var notOpen = await RefusedAsync(county.Office.OpenRoundAsync(county.Round((proposed, 1), (post, 1), (elsewhere, 1))));
        var tooMany = await RefusedAsync(county.Office.OpenRoundAsync(county.Round((post, 2))));

        (notOpen.Reason(), tooMany.Reason()).ShouldBe(("POST_NOT_OPEN", "PLACES_EXCEED_VACANCIES"));
        notOpen.Fields().ShouldBe(["posts[1].post_id", "posts[3].post_id"]);
        tooMany.Fields().ShouldBe(["posts[1].places"]);
        (await county.Office.OpenRoundAsync(county.Round((post, 1)))).Round.State.ShouldBe(RoundState.Draft);
    }

    [Fact]
    public async Task Of_two_rounds_for_the_last_vacancy_one_is_opened()
    {
        var post = await county.PostAsync();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            try
            {
                return (await county.Office.OpenRoundAsync(county.Round((post, 1)))).Round.State.ToString();
            }
            catch (RpcException refused)
            {
                return refused.Reason();
            }
        }));

        outcomes.Count(outcome => outcome == "Draft").ShouldBe(1);
        outcomes.Count(outcome => outcome == "PLACES_EXCEED_VACANCIES").ShouldBe(3);
    }

    [Fact]
    public async Task An_announcement_is_complete_or_nothing_is_published()
    {
        var (complete, lacking) = (await county.PostAsync(), await county.PostAsync(change: post => (post.Pay, post.Hours) = ("", "")));
        var open = county.Round((complete, 1), (lacking, 1));
        open.Channels = "";
        var round = (await county.Office.OpenRoundAsync(open)).Round;

        var kept = await county.Reviewer.PublishRoundAsync(new() { RequestId = NewId(), RoundId = round.RoundId, Channels = "网站" });

        (kept.Published, kept.Round.State).ShouldBe((false, RoundState.Draft));
        kept.Incomplete.Single().PostId.ShouldBe(lacking);
        kept.Incomplete.Single().Missing.ShouldBe(["pay", "hours"], ignoreOrder: true);
        await county.ChangeAsync(database =>
        {
            var post = database.Posts.Single(one => one.Id == Guid.Parse(lacking));
            (post.Pay, post.Hours) = ("每月1730元", "每日8小时");
        });
        var noChannel = await county.Reviewer.PublishRoundAsync(new() { RequestId = NewId(), RoundId = round.RoundId });
        noChannel.Incomplete.Select(one => one.Missing.Single()).ShouldBe(["channels", "channels"]);

        var published = await county.Reviewer.PublishRoundAsync(new() { RequestId = NewId(), RoundId = round.RoundId, Channels = "网站、公告栏" });

        (published.Published, published.Round.State, published.Round.Channels).ShouldBe((true, RoundState.Published, "网站、公告栏"));
        var read = await county.Office.GetRoundAsync(new() { RoundId = round.RoundId });
        read.Decisions.Select(decision => decision.Program).ShouldBe(["welfare_posts.recruitment", "welfare_posts.announcement", "welfare_posts.announcement"]);
        (await RefusedAsync(county.Reviewer.PublishRoundAsync(new() { RequestId = NewId(), RoundId = round.RoundId }))).Reason().ShouldBe("ROUND_STATE");
    }

    [Fact]
    public async Task A_draft_is_its_offices_and_an_announcement_everybodys()
    {
        var round = (await county.Office.OpenRoundAsync(county.Round((await county.PostAsync(), 1)))).Round;
        var stranger = new RecruitmentService.RecruitmentServiceClient(fixture.Calls("370202", "welfare-posts"));
        (await RefusedAsync(county.Portal.GetRoundAsync(new() { RoundId = round.RoundId }))).Reason().ShouldBe("ROUND_NOT_FOUND");
        (await RefusedAsync(stranger.GetRoundAsync(new() { RoundId = round.RoundId }))).Reason().ShouldBe("OTHER_DIVISION");

        await county.Reviewer.PublishRoundAsync(new() { RequestId = NewId(), RoundId = round.RoundId });

        var seen = await stranger.GetRoundAsync(new() { RoundId = round.RoundId });
        seen.Round.ShouldBe((await county.Portal.GetRoundAsync(new() { RoundId = round.RoundId })).Round);
        (seen.Steps.Count, seen.Decisions.Count).ShouldBe((0, 0));
        (await county.Office.GetRoundAsync(new() { RoundId = round.RoundId })).Steps.Count.ShouldBe(2);
        (await RefusedAsync(stranger.CancelRoundAsync(new() { RequestId = NewId(), RoundId = round.RoundId, Reason = "误发" }))).Reason().ShouldBe("OTHER_DIVISION");
    }

    [Fact]
    public async Task Rounds_are_listed_latest_first_page_by_page()
    {
        var own = new RecruitmentOffice(fixture, "371302");
        var draft = (await own.Office.OpenRoundAsync(own.Round((await own.PostAsync(), 1)))).Round;
        var published = new List<Round>();
        for (var i = 0; i < 3; i++)
        {
            published.Add(await own.PublishedAsync((await own.PostAsync(), 1)));
        }

        var first = await own.Portal.ListRoundsAsync(new() { Division = "371300", PageSize = 2 });
        var second = await own.Portal.ListRoundsAsync(new() { Division = "371300", PageSize = 2, PageToken = first.NextPageToken });

        // The clock stands still: ids of one millisecond are in no order of time.
        first.Rounds.Concat(second.Rounds).ShouldBe(published.OrderByDescending(one => one.RoundId, StringComparer.Ordinal));
        second.NextPageToken.ShouldBeEmpty();
        (await own.Office.ListRoundsAsync(new() { Division = "371302", State = RoundState.Draft })).Rounds.Single().RoundId.ShouldBe(draft.RoundId);
        (await RefusedAsync(own.Portal.ListRoundsAsync(new() { Division = "37", State = (RoundState)99, PageSize = 201, PageToken = "x" }))).Fields()
            .ShouldBe(["state", "division", "page_size", "page_token"]);
    }

    [Fact]
    public async Task Whoever_opens_a_round_does_not_announce_it()
    {
        var round = (await county.Office.OpenRoundAsync(county.Round((await county.PostAsync(), 1)))).Round;
        (await RefusedAsync(county.Office.PublishRoundAsync(new() { RequestId = NewId(), RoundId = round.RoundId }))).Reason().ShouldBe("PERMISSION_MISSING");
        (await RefusedAsync(county.Reviewer.OpenRoundAsync(county.Round((await county.PostAsync(), 1))))).Reason().ShouldBe("PERMISSION_MISSING");
        (await RefusedAsync(county.Portal.OpenRoundAsync(county.Round((await county.PostAsync(), 1))))).Reason().ShouldBe("PERMISSION_MISSING");
    }

    [Fact]
    public async Task Every_fault_of_a_round_is_told_at_once()
    {
        var id = NewId();
        var error = await RefusedAsync(county.Office.OpenRoundAsync(new OpenRoundRequest
        {
            RequestId = NewId(),
            Division = "370499",
            ClosesOn = WelfarePostsFixture.Today.AddDays(-1).ToContract(),
            Channels = new string('字', 201),
            Reason = " 前有空格",
            Posts = { new PlacesOffered { PostId = "1", Places = 1 }, new PlacesOffered { PostId = id, Places = 0 }, new PlacesOffered { PostId = id, Places = 1 } },
        }));

        error.StatusCode.ShouldBe(StatusCode.InvalidArgument);
        error.Fields().ShouldBe(["division", "closes_on", "channels", "reason", "posts[1].post_id", "posts[2].places", "posts[3].post_id"]);
        (await RefusedAsync(county.Office.OpenRoundAsync(new() { RequestId = NewId(), Division = "370402" }))).Fields().ShouldBe(["posts", "closes_on"]);
    }

    [Fact]
    public async Task A_round_that_is_given_up_frees_its_places()
    {
        var post = await county.PostAsync();
        var round = await county.PublishedAsync((post, 1));
        (await RefusedAsync(county.Office.CloseRoundAsync(new() { RequestId = NewId(), RoundId = round.RoundId, Reason = "结束" }))).Reason().ShouldBe("ROUND_STATE");

        var cancel = new CancelRoundRequest { RequestId = NewId(), RoundId = round.RoundId, Reason = "岗位撤销" };
        var ended = await county.Office.CancelRoundAsync(cancel);

        ended.Round.State.ShouldBe(RoundState.Closed);
        (await county.Office.CancelRoundAsync(cancel)).ShouldBe(ended);
        (await county.Office.GetRoundAsync(new() { RoundId = round.RoundId })).Steps[^1].Note.ShouldBe("终止招聘：岗位撤销");
        (await county.Office.OpenRoundAsync(county.Round((post, 1)))).Round.State.ShouldBe(RoundState.Draft);
    }

    [Fact]
    public async Task A_post_that_was_closed_meanwhile_is_not_announced()
    {
        var post = await county.PostAsync();
        var round = (await county.Office.OpenRoundAsync(county.Round((post, 1)))).Round;
        await county.ChangeAsync(database => database.Posts.Single(one => one.Id == Guid.Parse(post)).State = PostState.Closed);

        (await RefusedAsync(county.Reviewer.PublishRoundAsync(new() { RequestId = NewId(), RoundId = round.RoundId }))).Reason().ShouldBe("POST_NOT_OPEN");
    }

    private async Task PlaceAsync(string post)
    {
        var person = new Person { Id = Guid.CreateVersion7(), Name = "虚构", IdNumber = NewPerson().ResidentId, IdHash = Guid.CreateVersion7().ToByteArray() };
        await county.ChangeAsync(database =>
        {
            var of = database.Posts.Single(one => one.Id == Guid.Parse(post));
            database.AddRange(person, InPost(person.Id, of));
        });
    }

    internal static Placement InPost(Guid person, Data.Post of) => new()
    {
        Id = Guid.CreateVersion7(), PersonId = person, PostId = of.Id, EmployerId = of.EmployerId, Division = of.Division, Kind = of.Kind,
        WorkingTime = of.WorkingTime, AddedForPoor = false, Group = HardshipGroup.ZeroEmploymentFamily, Contract = ContractKind.LabourContract,
        StartedOn = WelfarePostsFixture.Today, FirstApprovedOn = WelfarePostsFixture.Today, Ordinal = 1, State = PlacementState.InPost,
    };
}

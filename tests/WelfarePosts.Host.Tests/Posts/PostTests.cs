using Grpc.Core;
using Wenye.Contracts.Policy.V1;
using Wenye.Contracts.WelfarePosts.V1;
using Wenye.ServiceDefaults;

namespace Wenye.WelfarePosts.Host.Tests.Posts;

/// <summary>A post from proposal to its end (岗位申报、核定、储备、变更、撤销).</summary>
public sealed class PostTests(WelfarePostsFixture fixture)
{
    [Fact]
    public async Task A_post_is_proposed_by_its_employer_decided_by_a_reviewer_and_open()
    {
        var office = new PostOffice(fixture, "370502");
        await office.PlanAsync();
        var proposal = office.Proposal(await office.EmployerAsync(), post => post.Places = 2);
        var proposed = (await PostOffice.SameAsync(async () => await office.Portal.ProposePostAsync(proposal))).Post;
        (proposed.State, proposed.ProposedOn.ToDay(), proposed.Vacancies).ShouldBe((PostState.Proposed, WelfarePostsFixture.Today, 0));

        var decide = PostOffice.Decision(proposed.PostId);
        var decided = await PostOffice.SameAsync(async () => await office.Reviewer.DecidePostAsync(decide));
        (decided.Decision.Outcome, decided.Post.State, decided.Post.Vacancies).ShouldBe((Outcome.Granted, PostState.Open, 2));
        (await RefusalAsync(() => office.Reviewer.DecidePostAsync(PostOffice.Decision(proposed.PostId)))).Reason().ShouldBe("POST_DECIDED");

        var found = await office.Calls.GetPostAsync(new() { PostId = proposed.PostId });
        found.Post.ShouldBe(decided.Post);
        found.Decisions.ShouldHaveSingleItem().ShouldBe(decided.Decision);
        found.Steps.Select(step => (step.State, step.Operator)).ShouldBe([("Proposed", "虚构经办"), ("Open", "虚构经办")]);
        (await office.Portal.GetPostAsync(new() { PostId = proposed.PostId })).Steps.ShouldAllBe(step => step.Operator.Length == 0);
    }

    [Fact]
    public async Task A_county_that_is_no_more_has_no_posts_of_today()
    {
        // 济阳县 until 2018, 济阳区 370115 since.
        var gone = new PostOffice(fixture, "370125");
        var there = new PostOffice(fixture, "370115");
        var employer = await there.EmployerAsync();

        (await EmployerTests.FieldsAsync(async () => await gone.Calls.ProposePostAsync(gone.Proposal(employer)))).ShouldBe(["division"]);
        (await there.Calls.ProposePostAsync(there.Proposal(employer))).Post.State.ShouldBe(PostState.Proposed);
    }

    [Theory]
    [InlineData(PostDuty.Managerial)]
    [InlineData(PostDuty.Technical)]
    [InlineData(PostDuty.Other)]
    public async Task Managerial_and_technical_posts_are_refused_by_their_clause(PostDuty duty)
    {
        var office = new PostOffice(fixture, "370503");
        var post = await office.ProposeAsync(one => one.Duty = duty);
        var decided = await office.Reviewer.DecidePostAsync(PostOffice.Decision(post.PostId));
        (decided.Decision.Outcome, decided.Post.State).ShouldBe((Outcome.Refused, PostState.Refused));
        NotMet(decided.Decision).ShouldBe(["鲁人社字〔2020〕36号 第五条"]);
        (await RefusalAsync(() => office.Calls.ChangePostAsync(new() { RequestId = "c", PostId = post.PostId, Places = 1, Handling = PostOffice.By() }))).Reason().ShouldBe("POST_ENDED");
    }

    [Fact]
    public async Task What_is_not_established_is_asked_for_and_told_by_the_reviewer()
    {
        var office = new PostOffice(fixture, "370505");
        await office.PlanAsync(PostKind.UrbanTemporary);
        var post = await office.ProposeAsync(one =>
        {
            one.Kind = PostKind.UrbanTemporary;
            one.ClearNonProfit();
        });
        var open = await office.Reviewer.DecidePostAsync(PostOffice.Decision(post.PostId));
        (open.Decision.Outcome, open.Post.State).ShouldBe((Outcome.Incomplete, PostState.Proposed));
        open.Decision.MissingFacts.ShouldBe(["non_profit", "months"], ignoreOrder: true);

        await office.Calls.ChangePostAsync(new() { RequestId = PostOffice.NewId(), PostId = post.PostId, Months = 7, Handling = PostOffice.By() });
        var told = PostOffice.Decision(post.PostId);
        told.NonProfit = true;
        var tooLong = await office.Reviewer.DecidePostAsync(told);
        (tooLong.Post.State, NotMet(tooLong.Decision).Single()).ShouldBe((PostState.Refused, "人社部发〔2020〕38号 五"));
    }

    [Fact]
    public async Task A_rural_post_stands_in_a_burdened_village()
    {
        var office = new PostOffice(fixture, "370522");
        await office.PlanAsync(PostKind.Rural);
        var post = await office.ProposeAsync(one => office.IntoVillage(one, 101201));
        var told = PostOffice.Decision(post.PostId);
        told.VillageBurdened = false;
        NotMet((await office.Reviewer.DecidePostAsync(told)).Decision).ShouldBe(["鲁人社字〔2020〕36号 第二十三条"]);
    }

    [Fact]
    public async Task A_reserved_post_opens_in_a_special_situation_with_people_on_a_large_scale()
    {
        var office = new PostOffice(fixture, "370523");
        await office.PlanAsync(places: 1, reserve: 1);
        var post = await office.OpenAsync(reserve: true);
        (post.State, post.Vacancies).ShouldBe((PostState.Reserved, 0));

        ReleaseReserveRequest Release(SpecialSituation situation, bool? large)
        {
            var asked = new ReleaseReserveRequest { RequestId = PostOffice.NewId(), PostId = post.PostId, Situation = situation, Handling = PostOffice.By() };
            if (large is { } scale)
            {
                asked.LargeScale = scale;
            }

            return asked;
        }

        var none = await office.Reviewer.ReleaseReserveAsync(Release(SpecialSituation.None, true));
        (none.Decision.Outcome, none.Post.State, NotMet(none.Decision).Single()).ShouldBe((Outcome.Refused, PostState.Reserved, "鲁人社字〔2020〕36号 第七条"));
        (await office.Reviewer.ReleaseReserveAsync(Release(SpecialSituation.Epidemic, null))).Decision.MissingFacts.ShouldBe(["large_scale"]);
        (await office.Reviewer.ReleaseReserveAsync(Release(SpecialSituation.Unspecified, true))).Decision.MissingFacts.ShouldBe(["situation"]);
        var release = Release(SpecialSituation.Epidemic, true);
        var released = await PostOffice.SameAsync(async () => await office.Reviewer.ReleaseReserveAsync(release));
        (released.Decision.Outcome, released.Post.State, released.Post.Vacancies).ShouldBe((Outcome.Granted, PostState.Open, 1));
        (await RefusalAsync(() => office.Reviewer.ReleaseReserveAsync(Release(SpecialSituation.Epidemic, true)))).Reason().ShouldBe("POST_NOT_RESERVED");
        (await office.Calls.GetPostAsync(new() { PostId = post.PostId })).Decisions.Count.ShouldBe(5);
        (await EmployerTests.FieldsAsync(async () => await office.Reviewer.ReleaseReserveAsync(new() { Situation = (SpecialSituation)9 }))).ShouldBe(["post_id", "situation", "AAE011"]);
    }

    [Fact]
    public async Task Texts_change_and_places_go_down_to_those_placed_and_not_up()
    {
        var office = new PostOffice(fixture, "370602");
        await office.PlanAsync(places: 5);
        var post = await office.OpenAsync(one => one.Places = 3);
        await PlacedPeople.PlaceAsync(fixture, post, 2);

        ChangePostRequest Change(int places, PostTexts? texts = null) =>
            new() { RequestId = PostOffice.NewId(), PostId = post.PostId, Places = places, Texts = texts, Handling = PostOffice.By() };

        (await RefusalAsync(() => office.Calls.ChangePostAsync(Change(4)))).Reason().ShouldBe("PLACES_NEED_PROPOSAL");
        (await RefusalAsync(() => office.Calls.ChangePostAsync(Change(1)))).Status.Detail.ShouldBe("该岗位已安置 2 人，岗位数不能少于已安置人数");
        var change = Change(2, PostOffice.Texts("社区保绿员"));
        var changed = (await PostOffice.SameAsync(async () => await office.Calls.ChangePostAsync(change))).Post;
        (changed.Places, changed.Vacancies, changed.Texts.Title).ShouldBe((2, 0, "社区保绿员"));
        (await office.Calls.ListPlansAsync(new() { Division = "370602", Year = 2020 })).Plans.ShouldHaveSingleItem().Left.ShouldBe(3);
        (await RefusalAsync(() => office.Calls.ClosePostAsync(new() { RequestId = "c", PostId = post.PostId, Handling = PostOffice.By() }))).Reason().ShouldBe("POST_HELD");

        (await EmployerTests.FieldsAsync(async () => await office.Calls.ChangePostAsync(new() { Places = -1, Months = 61, Texts = new() })))
            .ShouldBe(["post_id", "places", "months", "title", "AAE011"]);
        (await EmployerTests.FieldsAsync(async () => await office.Calls.ChangePostAsync(Change(0)))).ShouldBe(["texts"]);
        (await EmployerTests.FieldsAsync(async () => await office.Calls.ClosePostAsync(new() { Handling = PostOffice.By("") }))).ShouldBe(["post_id", "AAE013"]);
        var months = Change(0);
        months.Months = 3;
        (await RefusalAsync(() => office.Calls.ChangePostAsync(months))).Reason().ShouldBe("MONTHS_FIXED");
    }

    [Fact]
    public async Task Everything_wrong_with_a_proposal_is_told_at_once()
    {
        var office = new PostOffice(fixture, "370611");
        var wrong = new ProposePostRequest
        {
            RequestId = "r",
            Post = new()
            {
                PostId = "x", EmployerId = "x", State = PostState.Open, Division = "370600", Kind = PostKind.Rural, VillageCode = "370611", Months = 1,
                Texts = new() { Duties = new string('长', 501), Pay = " 空" },
            },
        };
        (await EmployerTests.FieldsAsync(async () => await office.Calls.ProposePostAsync(wrong))).ShouldBe(
        [
            "employer_id", "post_id", "state", "division", "village_code", "duty", "working_time", "sector", "months", "places", "title", "duties", "pay",
        ]);
        (await EmployerTests.FieldsAsync(async () => await office.Calls.ProposePostAsync(new() { RequestId = "r" })))
            .ShouldBe(["employer_id", "division", "kind", "duty", "working_time", "sector", "places", "title"], ignoreOrder: true);
        (await RefusalAsync(() => office.Calls.ProposePostAsync(office.Proposal(PostOffice.NewId())))).Reason().ShouldBe("EMPLOYER_NOT_FOUND");
        (await EmployerTests.FieldsAsync(async () => await office.Reviewer.DecidePostAsync(new()))).ShouldBe(["post_id", "AAE011"]);
        (await RefusalAsync(() => office.Reviewer.DecidePostAsync(PostOffice.Decision(PostOffice.NewId())))).Reason().ShouldBe("POST_NOT_FOUND");
    }

    [Fact]
    public async Task A_post_of_another_division_is_neither_seen_nor_decided_and_only_a_reviewer_decides()
    {
        var office = new PostOffice(fixture, "370612");
        var post = await office.ProposeAsync();
        var other = new PostOffice(fixture, "370613");
        (await RefusalAsync(() => other.Calls.GetPostAsync(new() { PostId = post.PostId }))).Reason().ShouldBe("OTHER_DIVISION");
        (await RefusalAsync(() => other.Reviewer.DecidePostAsync(PostOffice.Decision(post.PostId)))).Reason().ShouldBe("OTHER_DIVISION");
        (await RefusalAsync(() => other.Calls.ListPostsAsync(new() { Division = "370612" }))).Reason().ShouldBe("OTHER_DIVISION");
        var proposal = other.Proposal(await other.EmployerAsync(), one => one.Division = "370612");
        (await RefusalAsync(() => other.Calls.ProposePostAsync(proposal))).Reason().ShouldBe("OTHER_DIVISION");
        (await RefusalAsync(() => office.Calls.DecidePostAsync(PostOffice.Decision(post.PostId)))).StatusCode.ShouldBe(StatusCode.PermissionDenied);
        (await RefusalAsync(() => office.Portal.ClosePostAsync(new()))).StatusCode.ShouldBe(StatusCode.PermissionDenied);
        (await RefusalAsync(() => office.Reviewer.ProposePostAsync(office.Proposal(PostOffice.NewId())))).StatusCode.ShouldBe(StatusCode.PermissionDenied);
    }

    private static IEnumerable<string> NotMet(Decision decision) =>
        decision.Findings.Where(finding => finding.Answer == Answer.NotMet).Select(finding => $"{finding.Clause.Document} {finding.Clause.Item}").Distinct();

    private static async Task<RpcException> RefusalAsync<TAnswer>(Func<AsyncUnaryCall<TAnswer>> call) => await Should.ThrowAsync<RpcException>(async () => await call());
}

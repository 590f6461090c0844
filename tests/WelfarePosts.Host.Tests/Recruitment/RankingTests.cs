using Grpc.Core;
using Wenye.Contracts.Policy.V1;
using Wenye.Contracts.WelfarePosts.V1;
using Wenye.ServiceDefaults;
using static Wenye.WelfarePosts.Host.Tests.Recruitment.RecruitmentOffice;

namespace Wenye.WelfarePosts.Host.Tests.Recruitment;

/// <summary>Who comes first for a post, and why.</summary>
public sealed class RankingTests(WelfarePostsFixture fixture)
{
    private readonly RecruitmentOffice county = new(fixture, "370404");

    [Fact]
    public async Task The_order_is_explained_by_whom_one_precedes_and_by_which_factor()
    {
        var (round, candidates) = await county.RankedAsync(places: 1, candidates: 3);

        round.State.ShouldBe(RoundState.Ranked);
        var order = await county.Office.GetRankingAsync(new() { RoundId = round.RoundId, PostId = round.Posts[0].PostId });

        order.Candidates.Select(one => one.Candidacy.CandidacyId).ShouldBe(candidates.Select(one => one.CandidacyId));
        order.Candidates.Select(one => one.Candidacy.State).ShouldBe([CandidacyState.Proposed, CandidacyState.Ranked, CandidacyState.Ranked]);
        order.Candidates.Select(one => (one.Position, one.By)).ShouldBe([(1, "age"), (2, "age"), (3, "")]);
        order.Candidates.Select(one => one.BeforeId).ShouldBe([candidates[1].CandidacyId, candidates[2].CandidacyId, ""]);
        order.Candidates[0].Explanation.ShouldBe($"第1名，排在第2名{Masked.Name(candidates[1].Name)}之前：同一群体，年龄大的优先（鲁人社字〔2020〕36号 第十条）");
        order.Candidates[2].Explanation.ShouldBe("第3名，其后无人");
        (order.Ranking.Version, order.Ranking.Proposed, order.Ranking.Reserve).ShouldBe((1, 1, 2));
        order.Decisions.Single().Program.ShouldBe("welfare_posts.ranking");
    }

    [Fact]
    public async Task The_order_is_read_page_by_page()
    {
        var (round, candidates) = await county.RankedAsync(places: 2, candidates: 3);
        var request = new GetRankingRequest { RoundId = round.RoundId, PostId = round.Posts[0].PostId, PageSize = 2 };
        var first = await county.Office.GetRankingAsync(request);
        request.PageToken = first.NextPageToken;
        var second = await county.Office.GetRankingAsync(request);

        first.Candidates.Concat(second.Candidates).Select(one => one.Candidacy.CandidacyId).ShouldBe(candidates.Select(one => one.CandidacyId));
        first.Candidates[1].Explanation.ShouldContain("排在第3名");
        (second.NextPageToken, second.Ranking, second.Decisions.Count).ShouldBe(("", null, 0));
    }

    [Fact]
    public async Task Nobody_is_ranked_before_the_closing_day_has_passed_nor_by_the_reviewer()
    {
        var round = await county.PublishedAsync((await county.PostAsync(), 1));
        var request = new RankCandidatesRequest { RequestId = NewId(), RoundId = round.RoundId };

        (await RefusedAsync(county.Office.RankCandidatesAsync(request))).Reason().ShouldBe("ROUND_TAKING");
        (await RefusedAsync(county.On(Closed, "welfare-posts-reviewer").RankCandidatesAsync(request))).Reason().ShouldBe("PERMISSION_MISSING");
        var stranger = new RecruitmentService.RecruitmentServiceClient(fixture.On(Closed, "370202", "welfare-posts"));
        (await RefusedAsync(stranger.RankCandidatesAsync(request))).Reason().ShouldBe("OTHER_DIVISION");

        // Nobody applied: an order of nobody.
        var ranked = await county.On(Closed).RankCandidatesAsync(request);
        (ranked.Round.State, ranked.Rankings.Single().Ranked, ranked.Rankings.Single().Proposed).ShouldBe((RoundState.Ranked, true, 0));
    }

    [Fact]
    public async Task Of_whom_something_is_asked_keeps_the_post_from_being_ranked_or_is_set_aside()
    {
        var round = await county.PublishedAsync((await county.PostAsync(), 1));
        var complete = (await county.CandidatesAsync(round, 1))[0];
        var lacking = (await county.Office.SubmitCandidacyAsync(Candidacy(round, await county.RecognisedAsync(), new CandidateEvidence()))).Candidacy;
        var unknown = (await county.Office.SubmitCandidacyAsync(Candidacy(round, NewPerson()))).Candidacy;
        var office = county.On(Closed);

        var kept = await office.RankCandidatesAsync(new() { RequestId = NewId(), RoundId = round.RoundId });
        var request = new RankCandidatesRequest { RequestId = NewId(), RoundId = round.RoundId, LeaveOutUnproven = "多次通知未补正" };
        var ranked = await office.RankCandidatesAsync(request);

        (kept.Round.State, kept.Rankings.Single().Ranked, kept.Rankings.Single().Version).ShouldBe((RoundState.Published, false, 0));
        kept.Rankings.Single().Asked.Single().ShouldBe(new AskedOf { CandidacyId = lacking.CandidacyId, Facts = { lacking.Missing } });
        kept.Rankings.Single().LeftOut.Single().ShouldBe(new LeftOut { CandidacyId = unknown.CandidacyId, Clauses = { "鲁人社字〔2020〕36号 第三条" } });
        (ranked.Round.State, ranked.Rankings.Single().Proposed, ranked.Rankings.Single().Asked.Single().SetAside).ShouldBe((RoundState.Ranked, 1, true));
        (await office.RankCandidatesAsync(request)).ShouldBe(ranked);
        (await county.StateAsync(complete)).ShouldBe(CandidacyState.Proposed);
        (await county.StateAsync(lacking)).ShouldBe(CandidacyState.Submitted);
    }

    [Fact]
    public async Task Late_evidence_is_ranked_in_a_new_version_and_the_old_one_is_kept()
    {
        var round = await county.PublishedAsync((await county.PostAsync(), 1));
        var lacking = (await county.Office.SubmitCandidacyAsync(Candidacy(round, await county.RecognisedAsync(), new CandidateEvidence()))).Candidacy;
        var younger = (await county.CandidatesAsync(round, 1))[0];
        var office = county.On(Closed);
        await office.RankCandidatesAsync(new() { RequestId = NewId(), RoundId = round.RoundId, LeaveOutUnproven = "未补正" });
        (await county.StateAsync(younger)).ShouldBe(CandidacyState.Proposed);

        await office.SupplyEvidenceAsync(new() { RequestId = NewId(), CandidacyId = lacking.CandidacyId, Evidence = Evidence() });
        (await RefusedAsync(county.On(Closed, "welfare-posts-reviewer").StartPublicityAsync(new() { RequestId = NewId(), RoundId = round.RoundId }))).Reason().ShouldBe("ROUND_STATE");
        await office.RankCandidatesAsync(new() { RequestId = NewId(), RoundId = round.RoundId });

        var order = await county.Office.GetRankingAsync(new() { RoundId = round.RoundId, PostId = round.Posts[0].PostId });
        order.Candidates.Select(one => (one.Candidacy.CandidacyId, one.Candidacy.State))
            .ShouldBe([(lacking.CandidacyId, CandidacyState.Proposed), (younger.CandidacyId, CandidacyState.Ranked)]);
        order.Ranking.Version.ShouldBe(2);
        order.Decisions.Single().Outputs["order"].ShouldBe($"{lacking.CandidacyId}、{younger.CandidacyId}");
        var before = await county.Office.GetRankingAsync(new() { RoundId = round.RoundId, PostId = round.Posts[0].PostId, Version = 1 });
        (before.Decisions.Single().Outputs["order"], before.Candidates.Count, before.Ranking).ShouldBe((younger.CandidacyId, 0, null));
        (await county.Office.GetRankingAsync(new() { RoundId = round.RoundId, PostId = round.Posts[0].PostId, Version = 2 })).ShouldBe(order);
        foreach (var version in new[] { -1, 3 })
        {
            var unknown = new GetRankingRequest { RoundId = round.RoundId, PostId = round.Posts[0].PostId, Version = version };
            (await RefusedAsync(county.Office.GetRankingAsync(unknown))).Fields().ShouldBe(["version"]);
        }
    }

    [Fact]
    public async Task What_Registration_says_on_the_day_of_the_ranking_counts()
    {
        var round = await county.PublishedAsync((await county.PostAsync(), 1));
        var candidates = await county.CandidatesAsync(round, 2);
        var first = (await county.Office.GetCandidacyAsync(new() { CandidacyId = candidates[0].CandidacyId })).Candidacy;
        await fixture.Registration.EmployAsync(new SyntheticPerson(first.Name, first.IdNumber, default, false, first.Phone), "913701000000000000");

        var ranked = await county.On(Closed).RankCandidatesAsync(new() { RequestId = NewId(), RoundId = round.RoundId });

        ranked.Rankings.Single().LeftOut.Single().CandidacyId.ShouldBe(first.CandidacyId);
        (await county.StateAsync(first)).ShouldBe(CandidacyState.Refused);
        (await county.StateAsync(candidates[1])).ShouldBe(CandidacyState.Proposed);
        (await county.Office.GetCandidacyAsync(new() { CandidacyId = first.CandidacyId })).Decisions.Select(decision => decision.Outcome)
            .ShouldBe([Outcome.Granted, Outcome.Refused]);
    }

    [Fact]
    public async Task Two_rankings_at_once_are_two_versions()
    {
        var (round, _) = await county.RankedAsync(places: 1, candidates: 1);

        await Task.WhenAll(Enumerable.Range(0, 3).Select(async _ => await county.On(Closed).RankCandidatesAsync(new() { RequestId = NewId(), RoundId = round.RoundId })));

        var order = await county.Office.GetRankingAsync(new() { RoundId = round.RoundId, PostId = round.Posts[0].PostId });
        (order.Ranking.Version, order.Decisions.Count, order.Candidates.Count).ShouldBe((4, 1, 1));
    }
}

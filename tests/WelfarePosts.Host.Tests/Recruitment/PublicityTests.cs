using Grpc.Core;
using Wenye.Contracts.WelfarePosts.V1;
using Wenye.ServiceDefaults;
using static Wenye.WelfarePosts.Host.Tests.Recruitment.RecruitmentOffice;

namespace Wenye.WelfarePosts.Host.Tests.Recruitment;

/// <summary>Those to be placed are public; objections are inquired into; the next in the order moves up.</summary>
public sealed class PublicityTests(WelfarePostsFixture fixture)
{
    private const string Reviewing = "welfare-posts-reviewer";
    private static readonly DateOnly LastDay = new(2020, 9, 9);
    private readonly RecruitmentOffice county = new(fixture, "370405");

    [Fact]
    public async Task Names_are_public_for_five_working_days_masked_for_everybody()
    {
        var (round, candidates) = await county.RankedAsync(places: 2, candidates: 3);
        var request = new StartPublicityRequest { RequestId = NewId(), RoundId = round.RoundId };
        var reviewer = county.On(Closed, Reviewing);

        var started = await reviewer.StartPublicityAsync(request);

        (started.From, started.To, started.Round.State).ShouldBe((Closed.ToContract(), LastDay.ToContract(), RoundState.Publicised));
        started.Source.ShouldBe("文件未规定天数，按平台最低公示期");
        (await reviewer.StartPublicityAsync(request)).ShouldBe(started);
        var stranger = new RecruitmentService.RecruitmentServiceClient(fixture.On(LastDay, "370202", "post-portal"));
        var names = (await stranger.ListPublicNamesAsync(new() { RoundId = round.RoundId })).Names;
        names.ShouldBe(started.Names, ignoreOrder: true);
        names.Select(name => (name.Name, name.IdNumber)).ShouldBe(
            candidates.Take(2).Select(one => (Masked.Name(one.Name), Masked.Id(one.IdNumber))), ignoreOrder: true);
        (await county.On(AfterPublicity, "post-portal").ListPublicNamesAsync(new() { RoundId = round.RoundId })).Names.ShouldBeEmpty();
        (await RefusedAsync(county.On(Closed).StartPublicityAsync(request))).Reason().ShouldBe("PERMISSION_MISSING");
        (await RefusedAsync(reviewer.StartPublicityAsync(new() { RequestId = NewId(), RoundId = round.RoundId }))).Reason().ShouldBe("NOBODY_PROPOSED");
    }

    [Theory]
    [InlineData("370602", 7, "样例市文件 六")]
    [InlineData("370702", 5, "文件未规定天数，按平台最低公示期")]
    public async Task A_city_may_ask_for_more_days_and_never_for_less(string division, int days, string source)
    {
        var city = new RecruitmentOffice(fixture, division);
        var (round, _) = await city.RankedAsync(places: 1, candidates: 1);

        var started = await city.On(Closed, Reviewing).StartPublicityAsync(new() { RequestId = NewId(), RoundId = round.RoundId });

        started.Source.ShouldBe(source);
        started.To.ShouldBe((days == 7 ? new DateOnly(2020, 9, 11) : LastDay).ToContract());
    }

    [Fact]
    public async Task An_objection_that_is_upheld_lets_the_next_move_up_with_a_publicity_of_its_own()
    {
        var (round, candidates) = await county.PublicisedAsync(places: 1, candidates: 2);
        var objection = await ObjectAsync(candidates[0]);
        (await county.StateAsync(candidates[0])).ShouldBe(CandidacyState.Objected);
        (await RefusedAsync(county.On(AfterPublicity, Reviewing).ConfirmPublicityAsync(new() { RequestId = NewId(), RoundId = round.RoundId }))).Reason().ShouldBe("NOBODY_TO_CONFIRM");
        var request = new ResolveObjectionRequest { RequestId = NewId(), ObjectionId = objection, Upheld = true, Finding = "虚构的核查结果" };

        var resolved = await county.On(AfterPublicity, Reviewing).ResolveObjectionAsync(request);

        (resolved.MovedUp, resolved.Candidacy.State).ShouldBe((true, CandidacyState.Excluded));
        (await county.StateAsync(candidates[1])).ShouldBe(CandidacyState.Proposed);
        (await RefusedAsync(county.On(AfterPublicity, Reviewing).ConfirmPublicityAsync(new() { RequestId = NewId(), RoundId = round.RoundId }))).Reason().ShouldBe("NOBODY_TO_CONFIRM");
        var own = await county.On(AfterPublicity, Reviewing).StartPublicityAsync(new() { RequestId = NewId(), RoundId = round.RoundId });
        own.Names.Single().CandidacyId.ShouldBe(candidates[1].CandidacyId);
        own.To.ShouldBe(new DateOnly(2020, 9, 17).ToContract());
        var read = await county.Office.GetCandidacyAsync(new() { CandidacyId = candidates[0].CandidacyId });
        var told = read.Objections.Single();
        (told.ObjectionId, told.Text, told.Upheld, told.Finding).ShouldBe((objection, "虚构的异议", true, "虚构的核查结果"));
        read.Steps.Select(step => step.State).ShouldBe(["Submitted", "Proposed", "Proposed", "Objected", "Excluded"]);
        (await fixture.ReadAsync<byte[]>("select text from candidacy_objection where id = $1", Guid.Parse(objection))).AsSpan().IndexOf("虚构的异议"u8).ShouldBe(-1);
    }

    [Fact]
    public async Task An_objection_that_is_not_upheld_changes_nothing_once_all_are_resolved()
    {
        var (round, candidates) = await county.PublicisedAsync(places: 1, candidates: 2);
        var (first, second) = (await ObjectAsync(candidates[0]), await ObjectAsync(candidates[0]));
        var reviewer = county.On(Closed, Reviewing);

        (await reviewer.ResolveObjectionAsync(Resolve(first))).Candidacy.State.ShouldBe(CandidacyState.Objected);
        (await reviewer.ResolveObjectionAsync(Resolve(second))).Candidacy.State.ShouldBe(CandidacyState.Proposed);
        (await RefusedAsync(reviewer.ResolveObjectionAsync(Resolve(second)))).Reason().ShouldBe("OBJECTION_RESOLVED");
        (await RefusedAsync(county.On(Closed).ResolveObjectionAsync(Resolve(first)))).Reason().ShouldBe("PERMISSION_MISSING");

        var confirmed = await county.On(AfterPublicity, Reviewing).ConfirmPublicityAsync(new() { RequestId = NewId(), RoundId = round.RoundId });
        confirmed.Confirmed.Single().CandidacyId.ShouldBe(candidates[0].CandidacyId);
        confirmed.Round.State.ShouldBe(RoundState.Confirmed);

        static ResolveObjectionRequest Resolve(string id) => new() { RequestId = NewId(), ObjectionId = id, Finding = "虚构的核查结果" };
    }

    [Fact]
    public async Task Objections_are_raised_on_the_days_of_publicity_by_anyone_who_may()
    {
        var (_, candidates) = await county.PublicisedAsync(places: 1, candidates: 2);

        (await RefusedAsync(county.On(AfterPublicity, "post-portal").RaiseObjectionAsync(Objection(candidates[0])))).Reason().ShouldBe("NOT_PUBLIC");
        (await RefusedAsync(county.On(Closed, "post-portal").RaiseObjectionAsync(Objection(candidates[1])))).Reason().ShouldBe("NOT_PUBLIC");
        (await RefusedAsync(county.On(Closed, "payer").RaiseObjectionAsync(Objection(candidates[0])))).Reason().ShouldBe("PERMISSION_MISSING");
        var empty = Objection(candidates[0]);
        empty.Text = "";
        (await RefusedAsync(county.On(Closed, "post-portal").RaiseObjectionAsync(empty))).Fields().ShouldBe(["text"]);
        var request = Objection(candidates[0]);
        var portal = county.On(LastDay, "post-portal");
        (await portal.RaiseObjectionAsync(request)).ShouldBe(await portal.RaiseObjectionAsync(request));
    }

    [Fact]
    public async Task Nobody_is_confirmed_before_publicity_is_over()
    {
        var (round, candidates) = await county.PublicisedAsync(places: 1, candidates: 1);
        var request = new ConfirmPublicityRequest { RequestId = NewId(), RoundId = round.RoundId };
        (await RefusedAsync(county.On(LastDay, Reviewing).ConfirmPublicityAsync(request))).Reason().ShouldBe("NOBODY_TO_CONFIRM");

        var reviewer = county.On(AfterPublicity, Reviewing);
        var confirmed = await reviewer.ConfirmPublicityAsync(request);

        confirmed.Confirmed.Single().State.ShouldBe(CandidacyState.Confirmed);
        (await reviewer.ConfirmPublicityAsync(request)).ShouldBe(confirmed);
        (await RefusedAsync(county.Office.SupplyEvidenceAsync(new() { RequestId = NewId(), CandidacyId = candidates[0].CandidacyId, Evidence = Evidence() }))).Reason().ShouldBe("ROUND_STATE");
        (await RefusedAsync(county.On(AfterPublicity).RankCandidatesAsync(new() { RequestId = NewId(), RoundId = round.RoundId }))).Reason().ShouldBe("ROUND_STATE");
        (await RefusedAsync(county.Office.CancelRoundAsync(new() { RequestId = NewId(), RoundId = round.RoundId, Reason = "终止" }))).Reason().ShouldBe("CANDIDATES_AWAIT");
    }

    [Fact]
    public async Task Who_declines_before_the_contract_makes_way_for_the_next()
    {
        var (round, candidates) = await county.PublicisedAsync(places: 1, candidates: 2);
        await county.On(AfterPublicity, Reviewing).ConfirmPublicityAsync(new() { RequestId = NewId(), RoundId = round.RoundId });
        var request = new WithdrawCandidacyRequest { RequestId = NewId(), CandidacyId = candidates[0].CandidacyId, Reason = "另有打算" };

        var declined = await county.Office.WithdrawCandidacyAsync(request);

        (declined.MovedUp, declined.Candidacy.State).ShouldBe((true, CandidacyState.Withdrawn));
        (await county.Office.WithdrawCandidacyAsync(request)).ShouldBe(declined);
        (await county.StateAsync(candidates[1])).ShouldBe(CandidacyState.Proposed);
        (await county.Office.GetRoundAsync(new() { RoundId = round.RoundId })).Round.State.ShouldBe(RoundState.Publicised);

        // The last one declines as well: nobody is awaited, and the round can end.
        request = new() { RequestId = NewId(), CandidacyId = candidates[1].CandidacyId, Reason = "另有打算" };
        (await county.Office.WithdrawCandidacyAsync(request)).MovedUp.ShouldBeFalse();
        (await county.Office.CloseRoundAsync(new() { RequestId = NewId(), RoundId = round.RoundId, Reason = "无候补人员" })).Round.State.ShouldBe(RoundState.Closed);
        (await RefusedAsync(county.Office.WithdrawCandidacyAsync(new() { RequestId = NewId(), CandidacyId = candidates[1].CandidacyId, Reason = "再次" }))).Reason()
            .ShouldBe("CANDIDACY_ENDED");
    }

    [Fact]
    public async Task Nobody_is_public_in_a_round_that_was_given_up()
    {
        var (round, candidates) = await county.PublicisedAsync(places: 1, candidates: 2);
        var objection = await ObjectAsync(candidates[0]);

        await county.Office.CancelRoundAsync(new() { RequestId = NewId(), RoundId = round.RoundId, Reason = "岗位撤销" });

        (await county.On(Closed, "post-portal").ListPublicNamesAsync(new() { RoundId = round.RoundId })).Names.ShouldBeEmpty();
        (await RefusedAsync(county.On(Closed, "post-portal").RaiseObjectionAsync(Objection(candidates[0])))).Reason().ShouldBe("NOT_PUBLIC");
        var resolved = await county.On(Closed, Reviewing).ResolveObjectionAsync(new() { RequestId = NewId(), ObjectionId = objection, Upheld = true, Finding = "虚构的核查结果" });
        resolved.MovedUp.ShouldBeFalse();
        (await county.StateAsync(candidates[1])).ShouldBe(CandidacyState.Ranked);
    }

    [Fact]
    public async Task Of_two_who_decline_at_once_each_makes_way_for_one()
    {
        var (round, candidates) = await county.PublicisedAsync(places: 2, candidates: 4);

        var declined = await Task.WhenAll(candidates.Take(2).Select(async one =>
            await county.Office.WithdrawCandidacyAsync(new() { RequestId = NewId(), CandidacyId = one.CandidacyId, Reason = "另有打算" })));

        declined.ShouldAllBe(one => one.MovedUp);
        (await county.Office.ListCandidaciesAsync(new() { RoundId = round.RoundId, State = CandidacyState.Proposed })).Candidacies
            .Select(one => one.CandidacyId).ShouldBe(candidates.Skip(2).Select(one => one.CandidacyId), ignoreOrder: true);
    }

    private static RaiseObjectionRequest Objection(Candidacy of) => new() { RequestId = NewId(), CandidacyId = of.CandidacyId, Text = "虚构的异议" };

    private async Task<string> ObjectAsync(Candidacy of) => (await county.On(Closed, "post-portal").RaiseObjectionAsync(Objection(of))).ObjectionId;
}

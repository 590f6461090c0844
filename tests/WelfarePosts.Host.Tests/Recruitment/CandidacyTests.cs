using Grpc.Core;
using Wenye.Contracts.Policy.V1;
using Wenye.Contracts.WelfarePosts.V1;
using Wenye.ServiceDefaults;
using static Wenye.WelfarePosts.Host.Tests.Recruitment.RecruitmentOffice;

namespace Wenye.WelfarePosts.Host.Tests.Recruitment;

/// <summary>Applications and recommendations, decided with what Registration knows.</summary>
public sealed class CandidacyTests(WelfarePostsFixture fixture)
{
    private readonly RecruitmentOffice county = new(fixture, "370403");

    [Fact]
    public async Task Who_is_recognised_need_not_prove_it_again()
    {
        var (round, person) = (await OneAsync(), await county.RecognisedAsync());

        var answer = await county.Office.SubmitCandidacyAsync(Candidacy(round, person));

        answer.Decision.Outcome.ShouldBe(Outcome.Granted);
        answer.Candidacy.State.ShouldBe(CandidacyState.Submitted);
        (answer.Candidacy.Group, answer.Candidacy.Missing.Count).ShouldBe((HardshipGroup.ZeroEmploymentFamily, 0));
        (answer.Candidacy.Name, answer.Candidacy.IdNumber, answer.Candidacy.Phone).ShouldBe((person.Name, person.ResidentId, person.Phone));
        var read = await county.Office.GetCandidacyAsync(new() { CandidacyId = answer.Candidacy.CandidacyId });
        read.Decisions.Single().ShouldBe(answer.Decision);
        read.Registers.HardshipCategories.ShouldBe(["HARDSHIP_CATEGORY_ZERO_EMPLOYMENT_FAMILY"]);
        read.Registers.UnemployedSince.ShouldBe(new DateOnly(2020, 8, 10).ToContract());
        read.Evidence.ShouldBe(Evidence());
        (await fixture.ReadAsync<byte[]>("select file from candidacy where id = $1", Guid.Parse(answer.Candidacy.CandidacyId)))
            .AsSpan().IndexOf("虚构"u8).ShouldBe(-1);
    }

    [Fact]
    public async Task Who_is_not_recognised_is_refused_with_the_clause()
    {
        var (round, unknown, registered) = (await OneAsync(), NewPerson(), NewPerson());
        await fixture.Registration.RegisterUnemployedAsync(registered);

        var answers = new[] { await county.Office.SubmitCandidacyAsync(Candidacy(round, unknown)), await county.Office.SubmitCandidacyAsync(Candidacy(round, registered)) };

        answers.ShouldAllBe(one => one.Decision.Outcome == Outcome.Refused && one.Candidacy.State == CandidacyState.Refused);
        answers.ShouldAllBe(one => one.Candidacy.RefusedBy.Single() == "鲁人社字〔2020〕36号 第三条");
    }

    [Fact]
    public async Task What_is_missing_is_asked_for_and_supplied()
    {
        var (round, person) = (await OneAsync(), await county.RecognisedAsync());
        var applied = await county.Portal.SubmitCandidacyAsync(Candidacy(round, person, new CandidateEvidence()));
        applied.Decision.Outcome.ShouldBe(Outcome.Incomplete);
        applied.Candidacy.Missing.ShouldBe(["hard_to_place", "meets_requirements"], ignoreOrder: true);

        // A source is what establishes it.
        var unsourced = new SupplyEvidenceRequest
        {
            RequestId = NewId(), CandidacyId = applied.Candidacy.CandidacyId,
            Evidence = new() { HardToPlace = new() { Holds = true }, MeetsRequirements = new() { Holds = true, Source = "虚构的认定" } },
        };
        (await county.Office.SupplyEvidenceAsync(unsourced)).Candidacy.Missing.ShouldBe(["hard_to_place"]);
        var request = new SupplyEvidenceRequest { RequestId = NewId(), CandidacyId = applied.Candidacy.CandidacyId, Evidence = new() { HardToPlace = new() { Holds = true, Source = "虚构的记录" } } };
        var supplied = await county.Office.SupplyEvidenceAsync(request);

        (supplied.Decision.Outcome, supplied.Candidacy.Missing.Count).ShouldBe((Outcome.Granted, 0));
        (await county.Office.SupplyEvidenceAsync(request)).ShouldBe(supplied);
        (await county.Office.GetCandidacyAsync(new() { CandidacyId = applied.Candidacy.CandidacyId })).Decisions.Count.ShouldBe(3);
    }

    [Fact]
    public async Task The_portal_applies_and_sees_no_more_than_masks()
    {
        var (round, person) = (await OneAsync(), await county.RecognisedAsync());
        var stated = Candidacy(round, person);
        stated.Source = CandidacySource.Recommendation;
        (await RefusedAsync(county.Portal.SubmitCandidacyAsync(stated))).Fields()
            .ShouldBe(["source", "evidence.meets_requirements", "evidence.hard_to_place", "AAE011"]);

        var applied = (await county.Portal.SubmitCandidacyAsync(Candidacy(round, person, new CandidateEvidence()))).Candidacy;

        (applied.Name, applied.IdNumber).ShouldBe((Masked.Name(person.Name), Masked.Id(person.ResidentId)));
        applied.Phone.ShouldNotBe(person.Phone);
        (await RefusedAsync(county.Portal.GetCandidacyAsync(new() { CandidacyId = applied.CandidacyId }))).Reason().ShouldBe("PERMISSION_MISSING");
        (await RefusedAsync(county.Portal.ListCandidaciesAsync(new() { RoundId = round.RoundId }))).Reason().ShouldBe("PERMISSION_MISSING");
        (await RefusedAsync(county.Portal.GetRankingAsync(new() { RoundId = round.RoundId, PostId = round.Posts[0].PostId }))).Reason().ShouldBe("PERMISSION_MISSING");
    }

    [Fact]
    public async Task A_person_is_a_candidate_once_a_round_and_a_repeat_is_the_same()
    {
        var (round, person) = (await OneAsync(), await county.RecognisedAsync());
        var request = Candidacy(round, person);
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ => await county.Office.SubmitCandidacyAsync(request)));
        answers.Distinct().ShouldHaveSingleItem();

        (await RefusedAsync(county.Office.SubmitCandidacyAsync(Candidacy(round, person)))).Reason().ShouldBe("CANDIDACY_EXISTS");
        var other = request.Clone();
        other.Phone = "";
        (await RefusedAsync(county.Office.SubmitCandidacyAsync(other))).Reason().ShouldBe("REQUEST_ID_REUSED");
    }

    [Fact]
    public async Task Of_two_rounds_at_once_a_person_is_a_candidate_in_one()
    {
        var (one, other, person) = (await OneAsync(), await OneAsync(), await county.RecognisedAsync());

        var answers = await Task.WhenAll(new[] { one, other }.Select(async round => await county.Office.SubmitCandidacyAsync(Candidacy(round, person))));

        answers.Select(answer => answer.Candidacy.State).ShouldBe([CandidacyState.Submitted, CandidacyState.Refused], ignoreOrder: true);
        var refused = answers.Single(answer => answer.Candidacy.State == CandidacyState.Refused).Candidacy;
        refused.RefusedBy.ShouldBe(["人社部发〔2020〕38号 八"]);

        // The other is withdrawn: what stood in the way is gone.
        var held = answers.Single(answer => answer.Candidacy.State == CandidacyState.Submitted).Candidacy;
        await county.Office.WithdrawCandidacyAsync(new() { RequestId = NewId(), CandidacyId = held.CandidacyId, Reason = "改报其他岗位" });
        (await county.Office.SupplyEvidenceAsync(new() { RequestId = NewId(), CandidacyId = refused.CandidacyId, Evidence = new() })).Candidacy.State
            .ShouldBe(CandidacyState.Submitted);
    }

    [Fact]
    public async Task Who_has_a_post_gets_no_other()
    {
        var (round, person) = (await OneAsync(), await county.RecognisedAsync());
        var first = (await county.Office.SubmitCandidacyAsync(Candidacy(round, person))).Candidacy;
        await county.Office.CancelRoundAsync(new() { RequestId = NewId(), RoundId = round.RoundId, Reason = "终止" });
        await county.ChangeAsync(database => database.Add(RoundTests.InPost(
            database.Candidacies.Single(one => one.Id == Guid.Parse(first.CandidacyId)).PersonId, database.Posts.Single(one => one.Id == Guid.Parse(first.PostId)))));

        var second = await county.Office.SubmitCandidacyAsync(Candidacy(await OneAsync(), person));

        second.Candidacy.RefusedBy.ShouldBe(["人社部发〔2020〕38号 八"]);
        second.Decision.Findings.Single(finding => finding.Fact == "posts_held").Value.ShouldBe("1");
    }

    [Fact]
    public async Task Who_has_work_was_not_hard_to_place()
    {
        var (round, person) = (await OneAsync(), await county.RecognisedAsync());
        await fixture.Registration.EmployAsync(person, "913701000000000000");

        var answer = await county.Office.SubmitCandidacyAsync(Candidacy(round, person));

        answer.Candidacy.State.ShouldBe(CandidacyState.Refused);
        answer.Decision.Findings.Where(finding => finding.Fact == "hard_to_place").ShouldAllBe(finding => finding.Answer == Answer.NotMet);
    }

    [Fact]
    public async Task Applications_are_taken_in_time_and_in_the_division()
    {
        var (round, person) = (await OneAsync(), await county.RecognisedAsync());
        var stranger = new RecruitmentService.RecruitmentServiceClient(fixture.Calls("370202", "welfare-posts"));

        (await RefusedAsync(stranger.SubmitCandidacyAsync(Candidacy(round, person)))).Reason().ShouldBe("OTHER_DIVISION");
        (await RefusedAsync(county.On(Closed).SubmitCandidacyAsync(Candidacy(round, person)))).Reason().ShouldBe("ROUND_NOT_TAKING");
        var elsewhere = Candidacy(round, person);
        elsewhere.PostId = NewId();
        (await RefusedAsync(county.Office.SubmitCandidacyAsync(elsewhere))).Reason().ShouldBe("POST_NOT_IN_ROUND");
        var kept = (await county.Office.SubmitCandidacyAsync(Candidacy(round, person))).Candidacy;
        (await RefusedAsync(stranger.GetCandidacyAsync(new() { CandidacyId = kept.CandidacyId }))).Reason().ShouldBe("OTHER_DIVISION");
        (await RefusedAsync(stranger.WithdrawCandidacyAsync(new() { RequestId = NewId(), CandidacyId = kept.CandidacyId, Reason = "x" }))).Reason().ShouldBe("OTHER_DIVISION");
    }

    [Fact]
    public async Task Every_fault_is_told_and_no_value_repeated()
    {
        var round = await OneAsync();
        var request = Candidacy(round, NewPerson(), new CandidateEvidence
        {
            Group = (HardshipGroup)99, FormerRetirementAge = (FormerRetirementAge)60, GroupSource = " x", HardToPlace = new() { Holds = true, Source = new string('字', 101) },
        });
        (request.PostId, request.Source, request.Name, request.IdNumber, request.Phone) = ("1", CandidacySource.Unspecified, "有 空格", "370102199001011234", "一二三");

        var error = await RefusedAsync(county.Office.SubmitCandidacyAsync(request));

        error.StatusCode.ShouldBe(StatusCode.InvalidArgument);
        error.Fields().ShouldBe(
            ["post_id", "source", "AAC003", "AAE005", "AAC147", "evidence.group", "evidence.former_retirement_age", "evidence.group_source", "evidence.hard_to_place.source"]);
        error.Violations().ShouldAllBe(fault => !fault.Description.Contains(request.IdNumber, StringComparison.Ordinal) && !fault.Description.Contains(request.Name, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Candidates_are_listed_by_post_and_state_page_by_page()
    {
        var round = await county.PublishedAsync((await county.PostAsync(2), 2), (await county.PostAsync(), 1));
        var first = await county.CandidatesAsync(round, 2);
        var refused = (await county.Office.SubmitCandidacyAsync(Candidacy(round, NewPerson(), post: 1))).Candidacy;

        var page = await county.Office.ListCandidaciesAsync(new() { RoundId = round.RoundId, PageSize = 2 });
        var next = await county.Office.ListCandidaciesAsync(new() { RoundId = round.RoundId, PageSize = 2, PageToken = page.NextPageToken });

        // The clock stands still: ids of one millisecond are in no order of time.
        page.Candidacies.Concat(next.Candidacies).ShouldBe(first.Append(refused).OrderBy(one => one.CandidacyId, StringComparer.Ordinal));
        (page.Candidacies.Count, next.NextPageToken).ShouldBe((2, ""));
        (await county.Office.ListCandidaciesAsync(new() { RoundId = round.RoundId, PostId = round.Posts[1].PostId })).Candidacies.Single().ShouldBe(refused);
        (await county.Office.ListCandidaciesAsync(new() { RoundId = round.RoundId, State = CandidacyState.Submitted })).Candidacies.ShouldBe(first, ignoreOrder: true);
    }

    private async Task<Round> OneAsync() => await county.PublishedAsync((await county.PostAsync(), 1));
}

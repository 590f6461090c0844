using Grpc.Core;
using Wenye.Contracts.Policy.V1;
using Wenye.Contracts.Training.V1;
using Wenye.Testing;

namespace Wenye.Training.Host.Tests.Institutions;

/// <summary>Online platforms enter the catalogue by 72号 二(一)(二) and leave it by 三(三).</summary>
public sealed class PlatformTests(TrainingFixture fixture)
{
    private readonly InstitutionOffice office = new(fixture, "370600");

    [Fact]
    public async Task A_platform_that_has_everything_is_filed_with_the_decision_on_it()
    {
        var answer = await office.Calls.FileInstitutionAsync(office.Filing(InstitutionKind.OnlinePlatform));

        answer.Decision.Program.ShouldBe("training.platform_standing");
        answer.Decision.Outcome.ShouldBe(Outcome.Granted);
        var kept = await GetAsync(answer.Institution.InstitutionId);
        kept.State.ShouldBe(InstitutionState.Filed);
        var selection = kept.Evaluations.ShouldHaveSingleItem();
        selection.Decision.ShouldBe(answer.Decision);
        selection.HasDormant.ShouldBeFalse();
    }

    [Fact]
    public async Task What_is_not_shown_is_asked_for_and_nothing_is_kept_but_the_answer()
    {
        var filing = office.Filing(InstitutionKind.OnlinePlatform);
        filing.Platform.ClearQualityControlled();

        var answer = await office.Calls.FileInstitutionAsync(filing);

        answer.Institution.ShouldBeNull();
        answer.Decision.Outcome.ShouldBe(Outcome.Incomplete);
        answer.Decision.MissingFacts.ShouldBe(["quality_controlled"]);
        (await office.Calls.FileInstitutionAsync(filing)).ShouldBe(answer);
        (await CountAsync(filing)).ShouldBe(0);
    }

    [Fact]
    public async Task A_platform_that_does_not_know_its_trainees_is_refused_by_clause()
    {
        var filing = office.Filing(InstitutionKind.OnlinePlatform);
        filing.Platform.RealNamesRecorded = false;

        var answer = await office.Calls.FileInstitutionAsync(filing);

        answer.Institution.ShouldBeNull();
        answer.Decision.Outcome.ShouldBe(Outcome.Refused);
        answer.Decision.Findings.ShouldContain(finding => finding.Answer == Answer.NotMet && finding.Clause.Document == "鲁人社字〔2020〕72号" && finding.Clause.Item.StartsWith("二(一)"));
        (await CountAsync(filing)).ShouldBe(0);
    }

    [Theory]
    [InlineData(true, false, false)]
    [InlineData(false, true, false)]
    [InlineData(false, false, true)]
    public async Task One_that_does_not_come_up_to_it_leaves_the_catalogue_with_its_code(bool dormant, bool stale, bool weak)
    {
        var filed = await office.FileAsync(InstitutionKind.OnlinePlatform);
        var evaluation = InstitutionOffice.Evaluation(filed.InstitutionId, dormant, stale, weak);

        var answer = await office.Calls.EvaluatePlatformAsync(evaluation);

        answer.Decision.Outcome.ShouldBe(Outcome.Refused);
        answer.Decision.Findings.ShouldContain(finding => finding.Answer == Answer.NotMet && finding.Clause.Item.StartsWith("三(三)"));
        answer.Institution.State.ShouldBe(InstitutionState.Withdrawn);
        answer.Institution.WithdrawnBecause.ShouldContain("72号 三(三)");
        (await office.Calls.EvaluatePlatformAsync(evaluation)).ShouldBe(answer);
        var platform = await GetAsync(filed.InstitutionId);
        platform.Steps.Select(step => (step.State, step.Note)).ShouldBe(
            [("INSTITUTION_STATE_FILED", "虚构备注"), ("INSTITUTION_STATE_WITHDRAWN", "综合评价：虚构备注")]);
        var kept = platform.Evaluations[^1];
        (kept.Dormant, kept.CoursesStale, kept.SupervisionWeak).ShouldBe((dormant, stale, weak));
        kept.Decision.ShouldBe(answer.Decision);
        (await Should.ThrowAsync<RpcException>(() => office.FileAsync(InstitutionKind.OnlinePlatform, filed.Code))).Reason().ShouldBe("CODE_ABOLISHED");
    }

    [Fact]
    public async Task One_that_comes_up_to_it_stays_and_so_does_one_of_which_not_all_is_known()
    {
        var filed = await office.FileAsync(InstitutionKind.OnlinePlatform);

        var good = await office.Calls.EvaluatePlatformAsync(InstitutionOffice.Evaluation(filed.InstitutionId, dormant: false, stale: false, weak: false));
        var unknown = await office.Calls.EvaluatePlatformAsync(InstitutionOffice.Evaluation(filed.InstitutionId, dormant: false, stale: null, weak: false));

        good.Decision.Outcome.ShouldBe(Outcome.Granted);
        unknown.Decision.MissingFacts.ShouldBe(["courses_stale"]);
        unknown.Institution.State.ShouldBe(InstitutionState.Filed);
        (await GetAsync(filed.InstitutionId)).Evaluations.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Only_a_platform_is_evaluated()
    {
        var school = await office.FileAsync();

        var error = await Should.ThrowAsync<RpcException>(async () =>
            await office.Calls.EvaluatePlatformAsync(InstitutionOffice.Evaluation(school.InstitutionId, dormant: false, stale: false, weak: false)));

        error.Reason().ShouldBe("NOT_A_PLATFORM");
    }

    private async Task<Institution> GetAsync(string id) => (await office.Calls.GetInstitutionAsync(new() { InstitutionId = id })).Institution;

    private Task<long> CountAsync(FileInstitutionRequest filing) =>
        fixture.ReadAsync<long>("select count(*) from institution where credit_code = $1", filing.CreditCode);
}

using Grpc.Core;
using Wenye.Contracts.Policy.V1;
using Wenye.Contracts.Training.V1;
using Wenye.ServiceDefaults;

namespace Wenye.Training.Host.Tests.Certificates;

/// <summary>Who gets a number and who does not, 鲁人社函〔2020〕48号 一, 三(三), 附件2.</summary>
public sealed class IssueCertificatesTests(TrainingFixture fixture)
{
    [Theory]
    [InlineData("371502", TrainingCategory.Employment, "371402", 'A')] // 聊城 is 3714 in the notice, 3715 in GB/T 2260
    [InlineData("371700", TrainingCategory.Upgrading, "371600", 'B')] // 菏泽市本级
    [InlineData("370402", TrainingCategory.Entrepreneurship, "370402", 'C')]
    [InlineData("370000", TrainingCategory.Employment, "370000", 'A')] // 省本级
    public async Task Numbers_are_laid_out_as_the_annex_says_and_begin_with_1(string division, TrainingCategory category, string place, char letter)
    {
        var scene = await CertificateScene.SetAsync(fixture, division, category);
        await scene.EnrolAsync(3);

        var batch = await scene.IssueAsync();

        (batch.Issued, batch.FirstSerialNumber, batch.LastSerialNumber).ShouldBe((3, scene.Number(1, place, letter), scene.Number(3, place, letter)));
        batch.NotCertified.ShouldBeEmpty();
    }

    [Fact]
    public async Task Numbers_follow_the_order_of_enrolment_and_go_on_over_classes_and_categories()
    {
        var scene = await CertificateScene.SetAsync(fixture);
        var people = await scene.EnrolAsync(2);
        var other = await scene.AnotherClassAsync(TrainingCategory.Entrepreneurship);
        await other.EnrolAsync(1);

        await scene.IssueAsync();
        (await other.IssueAsync()).FirstSerialNumber.ShouldBe(scene.Number(3, category: 'C'));
        var later = await scene.EnrolAsync(1);
        (await scene.IssueAsync()).FirstSerialNumber.ShouldBe(scene.Number(4));

        var list = await scene.Reviewer.ListCertificatesAsync(new() { InstitutionId = scene.Institution.Id.ToString(), ClassId = scene.ClassId });
        list.Certificates.Select(one => one.EnrolmentId).ShouldBe([.. people, .. later]);
    }

    [Fact]
    public async Task Whoever_is_entitled_to_another_certificate_gets_none_and_uses_no_number()
    {
        var scene = await CertificateScene.SetAsync(fixture);
        var entitled = await scene.EnrolAsync(1, entitled: true);
        await scene.EnrolAsync(2);

        var batch = await scene.IssueAsync();

        (batch.Issued, batch.LastSerialNumber, batch.NotCertifiedCount).ShouldBe((2, scene.Number(2), 1));
        var refused = batch.NotCertified.Single();
        (refused.EnrolmentId, refused.Decision.Outcome).ShouldBe((entitled[0], Outcome.Refused));
        NotMet(refused).ShouldBe(["鲁人社函〔2020〕48号 一(三)"]);
    }

    [Fact]
    public async Task A_course_that_leads_to_another_certificate_gives_none_unless_the_result_says_otherwise()
    {
        var scene = await CertificateScene.SetAsync(fixture, leadsTo: CertificateKind.SkillLevel);
        var byCourse = await scene.EnrolAsync(1);
        await scene.EnrolAsync(1, entitled: false);

        var batch = await scene.IssueAsync();

        batch.Issued.ShouldBe(1);
        batch.NotCertified.Single().EnrolmentId.ShouldBe(byCourse[0]);
    }

    [Fact]
    public async Task What_is_not_known_is_asked_for_and_nobody_is_refused_by_it()
    {
        var scene = await CertificateScene.SetAsync(fixture, leadsTo: CertificateKind.Unspecified);
        await scene.EnrolAsync(1, passed: null, entitled: false);
        await scene.EnrolAsync(1, entitled: true, group: TraineeGroup.Unspecified);

        var batch = await scene.IssueAsync();

        batch.BatchId.ShouldBeEmpty();
        batch.NotCertified.ShouldAllBe(one => one.Decision.Outcome == Outcome.Incomplete);
        batch.NotCertified.SelectMany(one => one.Decision.MissingFacts).ShouldBe(["passed", "eligible_for_subsidy"]);
    }

    [Fact]
    public async Task Whoever_failed_is_not_looked_at_and_if_named_refused()
    {
        var scene = await CertificateScene.SetAsync(fixture);
        var failed = await scene.EnrolAsync(1, passed: false);

        (await scene.IssueAsync()).ShouldSatisfyAllConditions(batch => batch.Issued.ShouldBe(0), batch => batch.NotCertifiedCount.ShouldBe(0));
        NotMet((await scene.IssueAsync(failed)).NotCertified.Single()).ShouldBe(["鲁人社函〔2020〕48号 一(二)"]);
    }

    [Fact]
    public async Task An_institution_that_no_longer_trains_with_public_money_gives_none()
    {
        var scene = await CertificateScene.SetAsync(fixture, filed: InstitutionState.Withdrawn);
        await scene.EnrolAsync(1);
        NotMet((await scene.IssueAsync()).NotCertified.Single()).ShouldBe(["鲁人社函〔2020〕48号 一(一)"]);
    }

    [Theory]
    [InlineData(ClassState.UnderWay)]
    [InlineData(ClassState.NotAccepted)]
    [InlineData(ClassState.Cancelled)]
    public async Task Only_classes_that_were_examined_or_accepted_get_numbers(ClassState state)
    {
        var scene = await CertificateScene.SetAsync(fixture, state: state);
        await scene.EnrolAsync(1);
        (await Refused.ByAsync(scene.Reviewer.IssueCertificatesAsync(scene.Asked()))).ShouldBe((StatusCode.FailedPrecondition, "CLASS_STATE"));
    }

    [Fact]
    public async Task Where_the_notice_does_not_apply_nothing_is_given()
    {
        var scene = await CertificateScene.SetAsync(fixture, division: "210302");
        await scene.EnrolAsync(1);
        var batch = await scene.IssueAsync();
        (batch.Issued, batch.NotCertified.Single().Decision.Outcome).ShouldBe((0, Outcome.Incomplete));
    }

    [Fact]
    public async Task Named_people_must_be_of_the_class_and_without_certificate()
    {
        var scene = await CertificateScene.SetAsync(fixture);
        var people = await scene.EnrolAsync(2);
        var strangers = await (await CertificateScene.SetAsync(fixture)).EnrolAsync(1);
        var gone = await scene.EnrolAsync(1, withdrawn: true);

        (await Refused.FieldsOfAsync(scene.Reviewer.IssueCertificatesAsync(scene.Asked([people[0], strangers[0]])))).ShouldBe(["enrolment_ids"]);
        (await Refused.FieldsOfAsync(scene.Reviewer.IssueCertificatesAsync(scene.Asked(gone)))).ShouldBe(["enrolment_ids"]);
        (await scene.IssueAsync(people[1])).FirstSerialNumber.ShouldBe(scene.Number(1));
        (await Refused.ByAsync(scene.Reviewer.IssueCertificatesAsync(scene.Asked(people)))).ShouldBe((StatusCode.FailedPrecondition, "CERTIFIED"));
        (await scene.IssueAsync()).FirstSerialNumber.ShouldBe(scene.Number(2));
    }

    private static IEnumerable<string> NotMet(NotCertified one) =>
        one.Decision.Findings.Where(finding => finding.Answer == Answer.NotMet).Select(finding => $"{finding.Clause.Document} {finding.Clause.Item}");
}

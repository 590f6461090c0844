using Grpc.Core;
using Wenye.Contracts.Training.V1;
using Wenye.ServiceDefaults;

namespace Wenye.Training.Host.Tests.Certificates;

/// <summary>Who may number a batch, what a repeat does, what a caller must not send, and how stored data look.</summary>
public sealed class IssueCallsTests(TrainingFixture fixture)
{
    [Fact]
    public async Task A_repeat_gets_the_first_answer_and_no_further_numbers()
    {
        var scene = await CertificateScene.SetAsync(fixture);
        await scene.EnrolAsync(2);
        var (reviewer, request) = (scene.Reviewer, scene.Asked());

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(async _ => await reviewer.IssueCertificatesAsync(request)));
        await scene.EnrolAsync(1);
        (await reviewer.IssueCertificatesAsync(request)).ShouldBe(answers[0]);

        answers.Distinct().Count().ShouldBe(1);
        answers[0].Issued.ShouldBe(2);
        (await Refused.ByAsync(reviewer.IssueCertificatesAsync(new(request) { Handling = new() { Operator = "李赋号" } })))
            .ShouldBe((StatusCode.AlreadyExists, "REQUEST_ID_REUSED"));
        (await scene.CountAsync("certificate where class_id = $1", scene.Class.Id)).ShouldBe(2);
    }

    [Fact]
    public async Task Other_divisions_and_other_roles_number_nothing()
    {
        var scene = await CertificateScene.SetAsync(fixture);
        await scene.EnrolAsync(1);
        var elsewhere = new CertificateService.CertificateServiceClient(fixture.Calls("370102", Roles.TrainingReviewer));

        (await Refused.ByAsync(elsewhere.IssueCertificatesAsync(scene.Asked()))).ShouldBe((StatusCode.PermissionDenied, "OTHER_DIVISION"));
        (await Refused.ByAsync(scene.As(Roles.Training).IssueCertificatesAsync(scene.Asked()))).Code.ShouldBe(StatusCode.PermissionDenied);
        (await Refused.ByAsync(scene.Portal.IssueCertificatesAsync(scene.Asked()))).Code.ShouldBe(StatusCode.PermissionDenied);
        (await scene.CountAsync("certificate where class_id = $1", scene.Class.Id)).ShouldBe(0);
    }

    [Fact]
    public async Task Every_fault_of_a_request_is_told()
    {
        var scene = await CertificateScene.SetAsync(fixture);
        (await Refused.FieldsOfAsync(scene.Reviewer.IssueCertificatesAsync(new() { ClassId = "1", EnrolmentIds = { "2" } })))
            .ShouldBe(["class_id", "enrolment_ids", "AAE011"], ignoreOrder: true);
        var twice = (await scene.EnrolAsync(1))[0];
        (await Refused.FieldsOfAsync(scene.Reviewer.IssueCertificatesAsync(scene.Asked(twice, twice)))).ShouldBe(["enrolment_ids"]);
        (await Refused.FieldsOfAsync(scene.Reviewer.IssueCertificatesAsync(new(scene.Asked()) { RequestId = "" }))).ShouldBe(["request_id"]);
        (await Refused.ByAsync(scene.Reviewer.IssueCertificatesAsync(new(scene.Asked()) { ClassId = Guid.CreateVersion7().ToString() })))
            .ShouldBe((StatusCode.NotFound, "CLASS_NOT_FOUND"));
    }

    [Fact]
    public async Task When_the_numbers_of_the_year_do_not_suffice_none_of_the_batch_is_given()
    {
        var scene = await CertificateScene.SetAsync(fixture);
        var people = await scene.EnrolAsync(3);
        await fixture.Database.ReadAsync<int>("insert into certificate_sequence values ($1, 2020, 99997) returning last", scene.Institution.Id);

        var refusal = (StatusCode.FailedPrecondition, "NUMBERS_EXHAUSTED");
        (await Refused.ByAsync(scene.Reviewer.IssueCertificatesAsync(scene.Asked()))).ShouldBe(refusal);
        (await scene.CountAsync("certificate where class_id = $1", scene.Class.Id)).ShouldBe(0);
        (await scene.IssueAsync(people[..2])).LastSerialNumber.ShouldBe(scene.Number(99_999));
        (await Refused.ByAsync(scene.Reviewer.IssueCertificatesAsync(scene.Asked()))).ShouldBe(refusal);
    }

    [Fact]
    public async Task A_number_that_was_given_is_never_given_again()
    {
        var scene = await CertificateScene.SetAsync(fixture);
        var number = await scene.IssueOneAsync();
        await scene.EnrolAsync(2);
        await fixture.Database.ReadAsync<int>("update certificate_sequence set last = 0 where institution_id = $1 returning last", scene.Institution.Id);

        (await Refused.ByAsync(scene.Reviewer.IssueCertificatesAsync(scene.Asked()))).ShouldBe((StatusCode.FailedPrecondition, "NUMBER_TAKEN"));

        (await scene.CountAsync("certificate where class_id = $1 and serial_number = $2", scene.Class.Id, number)).ShouldBe(1);
        (await scene.CountAsync("certificate where class_id = $1", scene.Class.Id)).ShouldBe(1);
    }

    [Fact]
    public async Task The_year_is_that_of_China_and_begins_anew_with_1()
    {
        var scene = await CertificateScene.SetAsync(fixture);
        await scene.IssueOneAsync();
        await scene.EnrolAsync(1);

        // Half an hour into 2021 in China, still 2020 in Greenwich.
        await using var newYear = new ServiceUnderTest<Data.TrainingDbContext>(
            fixture.Settings(), new FixedClock(new DateTimeOffset(2020, 12, 31, 16, 30, 0, TimeSpan.Zero)));
        newYear.Start();
        var reviewer = new CertificateService.CertificateServiceClient(newYear.Calls(fixture.Issuer.Token("agency-new-year", scene.Institution.Division, Roles.TrainingReviewer)));

        (await reviewer.IssueCertificatesAsync(scene.Asked())).FirstSerialNumber.ShouldBe($"371402{scene.Institution.Code:0000}2100001A");
    }

    [Fact]
    public async Task Names_lie_encrypted_decisions_once_for_all_and_no_certificate_can_be_deleted()
    {
        var scene = await CertificateScene.SetAsync(fixture);
        await scene.EnrolAsync(50);
        var batch = await scene.IssueAsync();
        var (name, _) = await scene.HolderAsync(batch.FirstSerialNumber);

        (await scene.CountAsync("certificate c where c::text like '%' || $1 || '%' or c::text like '%' || $2 || '%'", name, Convert.ToHexStringLower(System.Text.Encoding.UTF8.GetBytes(name)))).ShouldBe(0);
        (await scene.CountAsync("certificate_decision where batch_id = $1 and decision like '%training.completion_certificate%'", Guid.Parse(batch.BatchId))).ShouldBe(1);
        (await Should.ThrowAsync<Npgsql.PostgresException>(() => fixture.Database.ReadAsync<string>(
            "delete from certificate where serial_number = $1 returning serial_number", batch.FirstSerialNumber))).SqlState.ShouldBe(Npgsql.PostgresErrorCodes.RestrictViolation);
    }
}

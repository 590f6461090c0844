using Grpc.Core;
using Wenye.Contracts.Events.Training.V1;
using Wenye.Contracts.Training.V1;
using Wenye.Training.Host.Tests.Certificates;
using Wenye.Training.Host.Tests.Classes;

namespace Wenye.Training.Host.Tests;

/// <summary>What happened is in the outbox with the state it left, once, and only then; nobody listens here, so it waits there.</summary>
public sealed class AnnouncementTests(TrainingFixture fixture)
{
    [Fact]
    public async Task An_accepted_class_is_told_once_with_its_figures()
    {
        var scene = await ClassScene.SetAsync(fixture);
        var (id, _) = await scene.ExaminedAsync(people: 3);
        var request = new CloseClassRequest { RequestId = "c", ClassId = id, Accepted = true, Handling = new() { Operator = "测审" } };
        var reviewer = scene.Reviewer();

        await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ => await reviewer.CloseClassAsync(request)));
        var again = new CloseClassRequest(request) { RequestId = "d" };
        (await Refused.ByAsync(reviewer.CloseClassAsync(again))).ShouldBe((StatusCode.FailedPrecondition, "CLASS_STATE"));

        (await ToldAsync<ClassAccepted>("ClassId", id)).ShouldBe(1);
        (await fixture.ReadAsync<string>(
            "select concat_ws(' ', body->>'Division', body->>'Category', body->>'Mode', body->>'Trainees', body->>'Passed', body->>'AcceptedOn') from outbox where body->>'ClassId' = $1", id))
            .ShouldBe("370304 employment offline 3 1 2020-09-01");
    }

    [Fact]
    public async Task A_class_that_was_not_accepted_is_not_told()
    {
        var scene = await ClassScene.SetAsync(fixture);
        var (id, _) = await scene.ExaminedAsync();

        await scene.Reviewer().CloseClassAsync(new() { RequestId = "c", ClassId = id, Handling = new() { Operator = "测审", Remarks = "影像资料不全" } });

        (await ToldAsync<ClassAccepted>("ClassId", id)).ShouldBe(0);
    }

    [Fact]
    public async Task A_batch_is_told_once_and_each_revocation_of_it()
    {
        var scene = await CertificateScene.SetAsync(fixture, category: TrainingCategory.Upgrading);
        await scene.EnrolAsync(3);
        await scene.EnrolAsync(1, entitled: true);
        var (reviewer, asked) = (scene.Reviewer, scene.Asked());
        var batch = await reviewer.IssueCertificatesAsync(asked);
        await reviewer.IssueCertificatesAsync(asked);

        var revoking = new RevokeCertificateRequest { RequestId = "r", SerialNumber = batch.FirstSerialNumber, Reason = "考核弄虚作假", Handling = new() { Operator = "王赋号" } };
        await reviewer.RevokeCertificateAsync(revoking);
        await reviewer.RevokeCertificateAsync(revoking);
        (await Refused.ByAsync(reviewer.RevokeCertificateAsync(new(revoking) { RequestId = "s" }))).Code.ShouldBe(StatusCode.FailedPrecondition);

        (await ToldAsync<CertificatesIssued>("BatchId", batch.BatchId)).ShouldBe(1);
        (await ToldAsync<CertificateRevoked>("BatchId", batch.BatchId)).ShouldBe(1);
        (await fixture.ReadAsync<string>(
            "select string_agg(concat_ws(' ', body->>'Division', body->>'Category', body->>'Count', body->>'IssuedOn', body->>'RevokedOn'), '; ' order by message_id) from outbox where body->>'BatchId' = $1",
            batch.BatchId)).ShouldBe("371502 upgrading 3 2020-09-01; 371502 upgrading 2020-09-01");
        (await fixture.ReadAsync<Guid>("select (body->>'EnrolmentId')::uuid from outbox where body->>'BatchId' = $1 and body->>'EnrolmentId' is not null", batch.BatchId))
            .ShouldBe(await fixture.ReadAsync<Guid>("select enrolment_id from certificate where serial_number = $1", batch.FirstSerialNumber));
    }

    [Fact]
    public async Task Of_everyone_whom_the_registers_knew_at_the_roster_it_is_told_who_got_a_certificate_and_of_others_nothing()
    {
        var scene = await CertificateScene.SetAsync(fixture, category: TrainingCategory.Upgrading);
        var enrolled = await scene.EnrolAsync(3);
        var key = Guid.CreateVersion7();
        await fixture.ReadAsync<Guid>("update enrolment set register_key = $1 where id = $2 returning id", key, Guid.Parse(enrolled[1]));
        var asked = scene.Asked();
        await scene.Reviewer.IssueCertificatesAsync(asked);
        await scene.Reviewer.IssueCertificatesAsync(asked);

        (await ToldAsync<PersonCertified>("PersonId", key.ToString())).ShouldBe(1);
        (await fixture.ReadAsync<string>(
            "select concat_ws(' ', body->>'EnrolmentId', body->>'OccupationName', body->>'IssuedOn') from outbox where body->>'PersonId' = $1", key.ToString()))
            .ShouldBe($"{enrolled[1]} {scene.Class.OccupationName} 2020-09-01");
        (await ToldAsync<PersonCertified>("EnrolmentId", enrolled[0])).ShouldBe(0);
    }

    [Fact]
    public async Task A_batch_that_numbers_nobody_or_fails_is_not_told()
    {
        // Counties that no other test issues in: what a batch tells names no class.
        var none = await CertificateScene.SetAsync(fixture, "371525");
        await none.EnrolAsync(1, entitled: true);
        (await none.IssueAsync()).Issued.ShouldBe(0);

        // The next number is given already: that is found when the batch has been made.
        var taken = await CertificateScene.SetAsync(fixture, "371526");
        await taken.IssueOneAsync();
        await fixture.ReadAsync<int>("update certificate_sequence set last = 0 where institution_id = $1 returning last", taken.Institution.Id);
        await taken.EnrolAsync(1);
        (await Refused.ByAsync(taken.Reviewer.IssueCertificatesAsync(taken.Asked()))).ShouldBe((StatusCode.FailedPrecondition, "NUMBER_TAKEN"));

        (await ToldAsync<CertificatesIssued>("Division", "371525"), await ToldAsync<CertificatesIssued>("Division", "371526")).ShouldBe((0, 1));
    }

    private Task<long> ToldAsync<TEvent>(string key, string value) => fixture.ReadAsync<long>(
        "select count(*) from outbox where type like $1 and body->>$2 = $3", $"%.{typeof(TEvent).Name},%", key, value);
}

using Grpc.Core;
using Wenye.Contracts.Policy.V1;
using Wenye.Contracts.Registration.V1;
using Wenye.ServiceDefaults;
using Register = Wenye.Contracts.Registration.V1.UnemploymentRegisterService.UnemploymentRegisterServiceClient;

namespace Wenye.Registration.Host.Tests;

/// <summary>Contacts and services recorded, and what is due after each; 鲁人社字〔2020〕39号 四, 人社厅发〔2020〕79号 一(三)(四).</summary>
public sealed class ServiceTests(RegistrationFixture fixture)
{
    private const string Division = "371002";
    private static readonly DateOnly Today = new(2020, 8, 10);
    private readonly Register office = fixture.Register(Division, "caseworker");

    [Fact]
    public async Task A_new_registration_is_owed_a_contact_a_follow_up_and_a_years_services()
    {
        var id = await fixture.RegisterAsync(Division);

        var owed = (await office.GetRegistrationAsync(new() { RegistrationId = id })).Obligations;

        owed.Program.ShouldBe("registration.services");
        owed.Outcome.ShouldBe(Outcome.Granted);
        owed.Outputs["first_contact_due"].ShouldBe("2020-08-17");
        owed.Outputs["follow_up_due"].ShouldBe("2020-09-30");
        owed.Outputs["policy_left"].ShouldBe("2");
        owed.Outputs["guidance_left"].ShouldBe("3");
        owed.Outputs["job_offer_left"].ShouldBe("3");
        owed.Outputs["training_offer_due"].ShouldBe("2021-08-09");
        owed.Findings.ShouldContain(finding => finding.Clause.Document == "鲁人社字〔2020〕39号" && finding.Clause.Item == "四(三)");
        (await fixture.ReadAsync<DateOnly>("select next_service_due from registration where id = $1", Guid.Parse(id))).ShouldBe(new(2020, 8, 17));
    }

    [Fact]
    public async Task A_service_is_kept_with_what_came_of_it_and_moves_what_is_due()
    {
        var id = await fixture.RegisterAsync(Division);
        var request = Services.Record(id, ServiceKind.FirstContact, Today);

        var answer = await office.RecordServiceAsync(request);

        answer.Record.Note.ShouldBe("虚构的服务情况");
        answer.Obligations.Outputs.ContainsKey("first_contact_due").ShouldBeFalse();
        answer.Obligations.Outputs["next_due"].ShouldBe("2020-09-30");
        (await office.RecordServiceAsync(request)).ShouldBe(answer);
        (await fixture.ReadAsync<long>("select count(*) from service_record where registration_id = $1", Guid.Parse(id))).ShouldBe(1);
        (await fixture.ReadAsync<bool>("select position(convert_to('虚构', 'UTF8') in note) > 0 from service_record where registration_id = $1", Guid.Parse(id))).ShouldBeFalse();
        (await fixture.ReadAsync<DateOnly>("select next_service_due from registration where id = $1", Guid.Parse(id))).ShouldBe(new(2020, 9, 30));

        await office.RecordServiceAsync(Services.Record(id, ServiceKind.JobOffer, Today, ServiceOutcome.Refused));
        var read = await office.GetRegistrationAsync(new() { RegistrationId = id });
        read.Services.Select(service => service.Kind).ShouldBe([ServiceKind.FirstContact, ServiceKind.JobOffer]);
        read.Obligations.Outputs["job_offer_left"].ShouldBe("2");
        read.Obligations.Outputs["job_offer_given"].ShouldBe("1");
    }

    [Fact]
    public async Task Who_was_not_reached_got_no_service()
    {
        var id = await fixture.RegisterAsync(Division);

        var answer = await office.RecordServiceAsync(Services.Record(id, ServiceKind.FirstContact, Today, ServiceOutcome.NotReached));

        answer.Record.Outcome.ShouldBe(ServiceOutcome.NotReached);
        answer.Obligations.Outputs["first_contact_due"].ShouldBe("2020-08-17");
    }

    [Fact]
    public async Task Every_fault_is_told_at_once_and_nothing_is_kept()
    {
        var id = await fixture.RegisterAsync(Division);
        var bad = new RecordServiceRequest
        {
            RequestId = Applications.NewRequestId(), RegistrationId = id, Kind = (ServiceKind)9, ProvidedOn = Today.AddDays(1).ToContract(), Note = new string('长', 201),
        };
        (await Should.ThrowAsync<RpcException>(async () => await office.RecordServiceAsync(bad)))
            .Fields().ShouldBe(["kind", "manner", "outcome", "provided_on", "note", "AAE011"]);
        (await Should.ThrowAsync<RpcException>(async () => await office.RecordServiceAsync(Services.Record(id, ServiceKind.Policy, Today.AddDays(-1)))))
            .Fields().ShouldBe(["provided_on"]);
        (await fixture.ReadAsync<long>("select count(*) from service_record where registration_id = $1", Guid.Parse(id))).ShouldBe(0);
    }

    [Fact]
    public async Task Nothing_is_given_after_the_end_and_what_was_given_before_can_still_be_recorded()
    {
        var id = await fixture.RegisterAsync(Division);
        await office.CancelRegistrationAsync(Services.Cancel(id, "24", Today));
        var later = new Register(fixture.On(new(2020, 8, 13), Division, "caseworker"));

        var late = await Should.ThrowAsync<RpcException>(async () => await later.RecordServiceAsync(Services.Record(id, ServiceKind.Policy, new(2020, 8, 12))));
        late.Reason().ShouldBe("REGISTRATION_ENDED");
        (await later.RecordServiceAsync(Services.Record(id, ServiceKind.Policy, Today))).Obligations.Outputs["policy_left"].ShouldBe("1");
    }

    [Fact]
    public async Task Two_services_at_once_are_both_kept_or_one_is_told_to_come_again()
    {
        var id = await fixture.RegisterAsync(Division);

        var kept = await Task.WhenAll(Enumerable.Range(0, 5).Select(async _ =>
        {
            try
            {
                await office.RecordServiceAsync(Services.Record(id, ServiceKind.Guidance, Today));
                return 1;
            }
            catch (RpcException told) when (told.StatusCode == StatusCode.Aborted)
            {
                return 0;
            }
        }));

        kept.Sum().ShouldBeGreaterThan(0);
        (await fixture.ReadAsync<long>("select count(*) from service_record where registration_id = $1", Guid.Parse(id))).ShouldBe(kept.Sum());
        var owed = (await office.GetRegistrationAsync(new() { RegistrationId = id })).Obligations;
        (await fixture.ReadAsync<short>("select guidance_left from registration where id = $1", Guid.Parse(id))).ToString().ShouldBe(owed.Outputs["guidance_left"]);
    }

    [Fact]
    public async Task A_reader_sees_what_was_done_and_not_by_whom()
    {
        var id = await fixture.RegisterAsync(Division);
        await office.RecordServiceAsync(Services.Record(id, ServiceKind.Policy, Today));

        (await Should.ThrowAsync<RpcException>(async () => await fixture.Register("371003", "caseworker").GetRegistrationAsync(new() { RegistrationId = id })))
            .Reason().ShouldBe("OTHER_DIVISION");
        (await Should.ThrowAsync<RpcException>(async () => await fixture.Register(Division, "reviewer").RecordServiceAsync(Services.Record(id, ServiceKind.Policy, Today))))
            .Reason().ShouldBe("PERMISSION_MISSING");
        (await Should.ThrowAsync<RpcException>(async () => await office.GetRegistrationAsync(new() { RegistrationId = "1" }))).Fields().ShouldBe(["registration_id"]);
        (await Should.ThrowAsync<RpcException>(async () => await office.GetRegistrationAsync(new() { RegistrationId = Guid.CreateVersion7().ToString() })))
            .StatusCode.ShouldBe(StatusCode.NotFound);
    }
}

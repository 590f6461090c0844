using Grpc.Core;
using Wenye.Contracts.Registration.V1;
using Wenye.ServiceDefaults;

namespace Wenye.Registration.Host.Tests;

/// <summary>A pension ends a registration by itself (39号 二(一)4), and an ended one opens the way to the next.</summary>
public sealed class PensionTests(RegistrationFixture fixture)
{
    private const string Division = "370902";
    private static readonly DateOnly Today = new(2020, 8, 10);

    [Fact]
    public async Task A_pension_ends_the_registration_wherever_it_stands()
    {
        var person = Applications.NewPerson();
        var id = await fixture.RegisterAsync(Division, person);
        var request = Services.Pension(person.ResidentId, new(2020, 7, 1));
        request.Identity.IdDocumentType = "04";

        // Of another city: told that it ended, not where.
        var answer = await fixture.Register("370202", "social-insurance").RecordPensionAsync(request);

        answer.Decision.Program.ShouldBe("registration.deregistration");
        answer.Registration.ShouldBeNull();
        var read = await fixture.Register(Division, "caseworker").GetRegistrationAsync(new() { RegistrationId = id });
        read.Registration.Cancellation.ReasonCode.ShouldBe("21");
        read.Registration.Cancellation.NoticeRequired.ShouldBeTrue();

        // The pension began before the registration, which did not end before it began.
        read.Registration.Cancellation.CancelledOn.Day().ShouldBe(Today);
        (await fixture.ReadAsync<DateOnly>("select pension_since from person where id = $1", Guid.Parse(read.Registration.PersonId))).ShouldBe(new(2020, 7, 1));
    }

    [Fact]
    public async Task The_province_sees_the_registration_masked_and_a_repeat_gets_the_first_answer()
    {
        var person = Applications.NewPerson();
        var id = await fixture.RegisterAsync(Division, person);
        var insurance = fixture.Register("370000", "social-insurance");
        var request = Services.Pension(person.ResidentId, Today);

        var answer = await insurance.RecordPensionAsync(request);

        answer.Registration.RegistrationId.ShouldBe(id);
        answer.Registration.Name.ShouldNotBe(person.Name);
        answer.Registration.Identity.IdDocumentNumber.ShouldContain("********");
        (await insurance.RecordPensionAsync(request)).ShouldBe(answer);
    }

    [Fact]
    public async Task A_pension_must_be_told_in_full_by_the_social_insurance_agency()
    {
        var request = new RecordPensionRequest { RequestId = Applications.NewRequestId(), ReceivesSince = Today.AddDays(1).ToContract() };
        var error = await Should.ThrowAsync<RpcException>(async () => await fixture.Register(Division, "social-insurance").RecordPensionAsync(request));
        error.Fields().ShouldBe(["AAC058", "AAC044", "receives_since", "AAE011"]);
        (await Should.ThrowAsync<RpcException>(async () => await fixture.Register(Division, "caseworker").RecordPensionAsync(request)))
            .Reason().ShouldBe("PERMISSION_MISSING");
    }

    [Fact]
    public async Task After_an_exit_the_same_person_registers_anew_and_each_registration_keeps_its_history()
    {
        var person = Applications.NewPerson();
        var office = fixture.Register(Division, "caseworker");
        var first = await fixture.RegisterAsync(Division, person);
        await office.RecordServiceAsync(Services.Record(first, ServiceKind.FirstContact, Today));
        (await office.CancelRegistrationAsync(Services.Cancel(first, "24", Today))).Applied.ShouldBeTrue();

        var second = await fixture.RegisterAsync(Division, person);

        second.ShouldNotBe(first);
        var one = await office.GetRegistrationAsync(new() { RegistrationId = first });
        var two = await office.GetRegistrationAsync(new() { RegistrationId = second });
        two.Registration.PersonId.ShouldBe(one.Registration.PersonId);
        one.Steps.Count.ShouldBe(2);
        one.Services.Count.ShouldBe(1);
        two.Steps.Count.ShouldBe(1);
        two.Services.ShouldBeEmpty();
        two.Registration.Cancellation.ShouldBeNull();
        two.Obligations.Outputs["first_contact_due"].ShouldBe("2020-08-17");
    }
}

using Grpc.Core;
using Wenye.Contracts.Registration.V1;

namespace Wenye.Registration.Host.Tests;

/// <summary>Who may call, for which division, and who sees a form in full.</summary>
public sealed class AccessTests(RegistrationFixture fixture)
{
    [Fact]
    public async Task A_call_without_a_good_token_is_unauthenticated()
    {
        string?[] tokens =
        [
            null,
            "not.a.token",
            fixture.Issuer.ExpiredToken("a", "370102", "intake"),
            fixture.Issuer.ForgedToken("a", "370102", "intake"),
        ];
        foreach (var token in tokens)
        {
            var request = Applications.Submit();
            var error = await Should.ThrowAsync<RpcException>(async () => await fixture.Client(token).SubmitApplicationAsync(request));

            error.StatusCode.ShouldBe(StatusCode.Unauthenticated);
            (await fixture.ReadAsync<long>("select count(*) from application where number = $1", request.Form.ApplicationNumber)).ShouldBe(0);
        }
    }

    [Fact]
    public async Task A_role_without_the_permission_is_denied()
    {
        var reviewer = fixture.Agency("370102", "reviewer");

        var error = await Should.ThrowAsync<RpcException>(async () => await reviewer.Client.SubmitApplicationAsync(Applications.Submit()));

        error.StatusCode.ShouldBe(StatusCode.PermissionDenied);
    }

    [Fact]
    public async Task Another_divisions_record_is_neither_taken_nor_shown_nor_reviewed()
    {
        var intake = fixture.Agency("370102", "intake");
        var stranger = fixture.Agency("370200", "intake", "reviewer");
        var request = Applications.Submit();
        await DeniedAsync(async () => await stranger.Client.SubmitApplicationAsync(request));
        (await fixture.ReadAsync<long>("select count(*) from application where number = $1", request.Form.ApplicationNumber)).ShouldBe(0);
        var id = (await intake.Client.SubmitApplicationAsync(request)).Application.ApplicationId;

        await DeniedAsync(async () => await stranger.Client.GetApplicationAsync(new GetApplicationRequest { ApplicationId = id }));
        await DeniedAsync(async () => await stranger.Client.StartReviewAsync(Applications.StartReview(id)));
        await DeniedAsync(async () => await stranger.Client.ReviewApplicationAsync(Applications.Approve(id)));

        (await fixture.ReadAsync<long>("select count(*) from application_step where application_id = $1", Guid.Parse(id))).ShouldBe(1);
        (await fixture.ReadAsync<long>("select count(*) from handled_request where caller = $1", stranger.Id)).ShouldBe(0);
    }

    [Fact]
    public async Task A_city_covers_its_districts_and_the_provincial_role_covers_all()
    {
        var city = fixture.Agency("370100", "intake");
        var id = (await city.Client.SubmitApplicationAsync(Applications.Submit())).Application.ApplicationId;
        var province = fixture.Agency("370200", "reviewer", "province");

        var read = await province.Client.GetApplicationAsync(new GetApplicationRequest { ApplicationId = id });

        read.Application.ApplicationId.ShouldBe(id);
    }

    [Fact]
    public async Task A_form_is_masked_for_intake_and_full_for_its_reviewer()
    {
        var person = Applications.NewPerson();
        var form = Applications.Form(person);
        var intake = fixture.Agency("370102", "intake");
        var reviewer = fixture.Agency("370102", "reviewer");

        var submitted = await intake.Client.SubmitApplicationAsync(Applications.Submit(form));
        var id = submitted.Application.ApplicationId;
        var masked = (await intake.Client.GetApplicationAsync(new GetApplicationRequest { ApplicationId = id })).Application.Form;
        var full = (await reviewer.Client.GetApplicationAsync(new GetApplicationRequest { ApplicationId = id })).Application.Form;

        submitted.Application.Form.ShouldBe(masked);
        masked.IdDocumentNumber.ShouldBe($"{person.ResidentId[..3]}***********{person.ResidentId[^4..]}");
        masked.MobilePhone.ShouldBe($"{person.Phone[..3]}****{person.Phone[^4..]}");
        masked.Name.ShouldStartWith(person.Name[..1]);
        masked.Name.ShouldNotContain(person.Name[1..]);
        masked.UnemploymentReason.ShouldBe("21");
        foreach (var hidden in new[] { masked.HouseholdAddress, masked.ResidenceAddress, masked.Email, masked.Remarks })
        {
            hidden.ShouldBe("***");
        }

        full.ShouldBe(form);
    }

    private static async Task DeniedAsync(Func<Task> call) =>
        (await Should.ThrowAsync<RpcException>(call)).StatusCode.ShouldBe(StatusCode.PermissionDenied);
}

using Grpc.Core;
using Wenye.Contracts.Registration.V1;
using Wenye.Testing;
using static Wenye.Registration.Host.Tests.Hardship.HardshipSteps;

namespace Wenye.Registration.Host.Tests.Hardship;

/// <summary>The end of a registration and the recognition that rests on it wait for each other at the person's row.</summary>
public sealed class RecognitionRaceTests(HardshipFixture fixture)
{
    [Fact]
    public async Task A_recognition_is_confirmed_on_what_the_end_left_when_the_end_came_first()
    {
        var registration = await fixture.RegisterAsync();
        var publicised = await fixture.PublicisedAsync(registration);
        await using var ending = await HoldAsync(publicised.PersonId);

        var confirming = fixture.Agency(AfterPublicity, "370102", "reviewer").Hardship.ConfirmRecognitionAsync(Confirm(publicised.RecognitionId));
        await ending.AnotherWaitsAsync();
        await ending.ExecuteAsync("update registration set cancelled_on = $1, cancellation_reason = '26' where id = $2", AfterPublicity, Guid.Parse(registration));
        await ending.CommitAsync();

        (await Should.ThrowAsync<RpcException>(async () => await confirming)).Reason().ShouldBe("REGISTRATION_ENDED");
        (await fixture.IsRecognisedAsync(publicised.PersonId, AfterPublicity)).ShouldBeFalse();
    }

    [Fact]
    public async Task The_end_of_a_registration_waits_for_a_recognition_that_is_being_confirmed()
    {
        var registration = await fixture.RegisterAsync();
        var publicised = await fixture.PublicisedAsync(registration);
        await using var confirming = await HoldAsync(publicised.PersonId);

        var ending = fixture.Agency(AfterPublicity, "370102", "caseworker").Register.CancelRegistrationAsync(Services.Cancel(registration, "26", AfterPublicity));
        await confirming.AnotherWaitsAsync();
        await confirming.CommitAsync();

        (await ending).Applied.ShouldBeTrue();
    }

    [Fact]
    public async Task Both_at_once_end_in_one_of_the_two_orders()
    {
        var registration = await fixture.RegisterAsync();
        var publicised = await fixture.PublicisedAsync(registration);

        var confirming = ReasonAsync(fixture.Agency(AfterPublicity, "370102", "reviewer").Hardship.ConfirmRecognitionAsync(Confirm(publicised.RecognitionId)));
        var ending = ReasonAsync(fixture.Agency(AfterPublicity, "370102", "caseworker").Register.CancelRegistrationAsync(Services.Cancel(registration, "26", AfterPublicity)));

        (await ending).ShouldBeEmpty();
        (await confirming).ShouldBeOneOf("", "REGISTRATION_ENDED");
        (await fixture.IsRecognisedAsync(publicised.PersonId, AfterPublicity)).ShouldBe((await confirming).Length == 0);
    }

    private static async Task<string> ReasonAsync<T>(AsyncUnaryCall<T> call)
    {
        try
        {
            await call;
            return "";
        }
        catch (RpcException refused)
        {
            return refused.Reason();
        }
    }

    private Task<Holding> HoldAsync(string personId) => Holding.BeginAsync(fixture.ConnectionString, "select from person where id = $1 for update", Guid.Parse(personId));
}

using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.WelfarePosts.V1;
using Wenye.WelfarePosts.Data;
using static Wenye.WelfarePosts.Host.Tests.Placements.PlacementOffice;

namespace Wenye.WelfarePosts.Host.Tests.Placements;

/// <summary>With Registration away nothing is half done: a contract is not signed, a hire waits, an exit stands and is gone on with.</summary>
public sealed class RegistrationOutageTests(WelfarePostsFixture fixture) : IAsyncLifetime
{
    private readonly PlacementOffice county = new(fixture, "370115");
    private ServiceUnderTest<WelfarePostsDbContext> cutOff = null!;

    private PlacementService.PlacementServiceClient CutOff => new(cutOff.Calls(fixture.Issuer.Token("cut-off", county.Division, "welfare-posts")));

    public ValueTask InitializeAsync()
    {
        var settings = fixture.Settings();
        settings["services:registration:http:0"] = "http://127.0.0.1:1";
        cutOff = new ServiceUnderTest<WelfarePostsDbContext>(settings, FixedClock.On(2020, 9, 1)).Start();
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => cutOff.DisposeAsync();

    [Fact]
    public async Task A_contract_is_not_signed_and_the_same_request_signs_it_later()
    {
        var post = await county.PostAsync();
        var request = Contract(await county.ConfirmedAsync(post, await county.RecognisedAsync()));

        (await RefusedAsync(CutOff.SignContractAsync(request))).StatusCode.ShouldBe(StatusCode.Unavailable);

        (await county.CountAsync(post)).ShouldBe(0);
        (await county.Office.SignContractAsync(request)).Placement.State.ShouldBe(PlacementState.InPost);
    }

    [Fact]
    public async Task A_hire_waits_until_registration_answers()
    {
        var person = NewPerson();
        await fixture.Registration.RegisterUnemployedAsync(person);
        var placement = await county.InPostAsync(person: person, change: one => one.State = PlacementState.Agreed);
        var request = new CompleteHireRequest { PlacementId = placement.Id.ToString(), Handling = Officer() };

        (await RefusedAsync(CutOff.CompleteHireAsync(request))).Reason().ShouldBe("REGISTRATION_UNAVAILABLE");

        (await county.Office.GetPlacementAsync(new() { PlacementId = request.PlacementId })).Placement.State.ShouldBe(PlacementState.Agreed);
        var done = await county.Office.CompleteHireAsync(request);
        (done.Placement.State, done.EndedWithReason).ShouldBe((PlacementState.InPost, "14"));
    }

    [Fact]
    public async Task An_exit_stands_and_the_employment_is_ended_later()
    {
        var (_, placement) = await county.PlacedAsync();
        var request = new EndPlacementRequest
        {
            RequestId = NewId(), PlacementId = placement.PlacementId, EndedOn = placement.StartedOn, Ground = ExitGround.Resigned, Handling = Officer(),
        };

        var ended = await CutOff.EndPlacementAsync(request);

        (ended.Ended, ended.Placement.State, ended.Placement.EmploymentEnded, ended.Placement.SubsidyStops).ShouldBe((true, PlacementState.Left, false, "2020-10"));
        var open = await county.Office.ListPlacementsAsync(new() { EmploymentOpen = true, EmployerId = placement.EmployerId });
        open.Placements.Single().PlacementId.ShouldBe(placement.PlacementId);
        var completing = new CompleteExitRequest { PlacementId = placement.PlacementId, Handling = Officer() };
        (await RefusedAsync(CutOff.CompleteExitAsync(completing))).Reason().ShouldBe("REGISTRATION_UNAVAILABLE");
        (await county.Office.CompleteExitAsync(completing)).Placement.EmploymentEnded.ShouldBeTrue();
        (await county.Employments.GetEmploymentAsync(new() { EmploymentId = placement.EmploymentId })).Employment.EndedOn.ShouldBe(placement.StartedOn);
        (await CutOff.EndPlacementAsync(request)).Placement.EmploymentEnded.ShouldBeTrue();
    }

    [Fact]
    public async Task An_employment_that_is_none_by_policy_leaves_the_hire_open_with_the_clause()
    {
        // Nobody works before 16, by Registration's rules; the placement is kept and told why.
        var person = NewPerson() with { BirthDate = new(2006, 1, 2), ResidentId = SyntheticPeople.ResidentId("370105", new(2006, 1, 2), 447) };
        var placement = await county.InPostAsync(person: person, change: one => one.State = PlacementState.Agreed);

        var done = await county.Office.CompleteHireAsync(new() { PlacementId = placement.Id.ToString(), Handling = Officer() });

        (done.Placement.State, done.Placement.EmploymentId).ShouldBe((PlacementState.Agreed, ""));
        done.Decisions.SelectMany(NotMet).ShouldNotBeEmpty();
        var steps = (await county.Office.GetPlacementAsync(new() { PlacementId = placement.Id.ToString() })).Steps;
        steps[^1].Note.ShouldContain("就业登记未予办理");
    }

    [Fact]
    public async Task What_registration_does_not_take_is_told_by_field()
    {
        // 济阳县 until 2018: no county of today.
        var gone = new PlacementOffice(fixture, "370125");
        var signed = await gone.Office.SignContractAsync(Contract(await gone.ConfirmedAsync(await gone.PostAsync(), await gone.RecognisedAsync())));
        (signed.Signed, signed.Placement.State).ShouldBe((true, PlacementState.Agreed));

        var error = await RefusedAsync(gone.Office.CompleteHireAsync(new() { PlacementId = signed.Placement.PlacementId, Handling = Officer() }));

        error.Reason().ShouldBe("EMPLOYMENT_NOT_TAKEN");
        error.Fields().ShouldBe(["workplace_division"]);
    }
}

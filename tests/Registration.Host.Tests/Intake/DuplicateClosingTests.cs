using Grpc.Core;
using Wenye.Contracts.Registration.V1;

namespace Wenye.Registration.Host.Tests.Intake;

/// <summary>Of two applications that came in at once one registers the person; the other is closed without being rejected.</summary>
public sealed class DuplicateClosingTests(RegistrationFixture fixture)
{
    private readonly TestAgency intake = fixture.Agency("370102", "intake");
    private readonly TestAgency reviewer = fixture.Agency("370102", "reviewer");

    [Fact]
    public async Task The_office_is_told_and_closes_it_with_a_step_of_its_own()
    {
        var (registration, loser) = await RivalsAsync();
        var refused = await Should.ThrowAsync<RpcException>(async () => await reviewer.Client.ReviewApplicationAsync(Applications.Approve(loser)));
        refused.Reason().ShouldBe("ALREADY_REGISTERED");
        refused.Status.Detail.ShouldContain("重复申请");

        var request = Close(loser);
        var closed = await reviewer.Client.CloseDuplicateApplicationAsync(request);

        closed.Application.State.ShouldBe(ApplicationState.ClosedAsDuplicate);
        closed.Application.RegistrationId.ShouldBeEmpty();
        var step = closed.Application.Steps[^1];
        (step.State, step.Agency, step.Operator, step.Division).ShouldBe((ApplicationState.ClosedAsDuplicate, reviewer.Id, "测经办", "370102"));
        step.Reason.ShouldContain("已由另一申请办理失业登记");
        (await reviewer.Client.CloseDuplicateApplicationAsync(request)).ShouldBe(closed);

        // No result of a review: nothing goes to the ministry, and the list of what waits for review is rid of it.
        (await fixture.ReadAsync<long>("select count(*) from exchange_record where id = $1", Guid.Parse(loser))).ShouldBe(0);
        (await Should.ThrowAsync<RpcException>(async () => await reviewer.Client.ReviewApplicationAsync(Applications.Reject(loser, RejectionReason.IdentityMismatch))))
            .Reason().ShouldBe("ILLEGAL_STATE");
        (await Should.ThrowAsync<RpcException>(async () => await reviewer.Client.CloseDuplicateApplicationAsync(Close(loser)))).Reason().ShouldBe("ILLEGAL_STATE");
        (await fixture.ReadAsync<bool>("select cancelled_on is null from registration where id = $1", Guid.Parse(registration))).ShouldBeTrue();
    }

    [Fact]
    public async Task Without_a_live_registration_it_is_reviewed()
    {
        var (registration, loser) = await RivalsAsync();
        await fixture.Register("370102", "caseworker").CancelRegistrationAsync(Services.Cancel(registration, "24", new(2020, 8, 10)));

        (await Should.ThrowAsync<RpcException>(async () => await reviewer.Client.CloseDuplicateApplicationAsync(Close(loser)))).Reason().ShouldBe("NOT_A_DUPLICATE");

        (await reviewer.Client.ReviewApplicationAsync(Applications.Approve(loser))).Applied.ShouldBeTrue();
    }

    [Fact]
    public async Task Of_many_closings_at_once_one_wins()
    {
        var (_, loser) = await RivalsAsync();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 6).Select(async _ =>
        {
            try
            {
                await reviewer.Client.CloseDuplicateApplicationAsync(Close(loser));
                return StatusCode.OK;
            }
            catch (RpcException told)
            {
                return told.StatusCode;
            }
        }));

        outcomes.Count(status => status == StatusCode.OK).ShouldBe(1);
        outcomes.ShouldAllBe(status => status == StatusCode.OK || status == StatusCode.Aborted || status == StatusCode.FailedPrecondition);
    }

    [Fact]
    public async Task It_needs_an_operator_the_division_and_the_role()
    {
        var (_, loser) = await RivalsAsync();
        var nobody = Close(loser);
        nobody.Handling = null;

        (await Should.ThrowAsync<RpcException>(async () => await reviewer.Client.CloseDuplicateApplicationAsync(nobody))).Fields().ShouldBe(["AAE011"]);
        (await Should.ThrowAsync<RpcException>(async () => await fixture.Agency("370202", "reviewer").Client.CloseDuplicateApplicationAsync(Close(loser))))
            .Reason().ShouldBe("OTHER_DIVISION");
        (await Should.ThrowAsync<RpcException>(async () => await intake.Client.CloseDuplicateApplicationAsync(Close(loser)))).Reason().ShouldBe("PERMISSION_MISSING");
        (await Should.ThrowAsync<RpcException>(async () => await reviewer.Client.CloseDuplicateApplicationAsync(Close(Guid.CreateVersion7().ToString()))))
            .StatusCode.ShouldBe(StatusCode.NotFound);
    }

    private static CloseDuplicateApplicationRequest Close(string id) =>
        new() { RequestId = Applications.NewRequestId(), ApplicationId = id, Handling = Applications.Officer() };

    // The first one's registration, and the application that came in at the same moment.
    private async Task<(string Registration, string Loser)> RivalsAsync()
    {
        var ids = await Applications.RivalsAsync((intake, "370102"), (intake, "370102"));
        var approved = await reviewer.Client.ReviewApplicationAsync(Applications.Approve(ids[0]));
        return (approved.Application.RegistrationId, ids[1]);
    }
}

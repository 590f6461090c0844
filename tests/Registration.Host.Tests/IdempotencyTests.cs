using Grpc.Core;
using Wenye.Contracts.Registration.V1;
using Wenye.Testing;

namespace Wenye.Registration.Host.Tests;

/// <summary>A repeated call has one effect and one answer.</summary>
public sealed class IdempotencyTests(RegistrationFixture fixture)
{
    private readonly TestAgency intake = fixture.Agency("370102", "intake");
    private readonly TestAgency reviewer = fixture.Agency("370102", "reviewer");

    [Fact]
    public async Task A_repeat_gets_the_first_answer_at_every_step()
    {
        var submit = Applications.Submit();
        var submitted = await intake.Client.SubmitApplicationAsync(submit);
        (await intake.Client.SubmitApplicationAsync(submit)).ShouldBe(submitted);

        var start = Applications.StartReview(submitted.Application.ApplicationId);
        var started = await reviewer.Client.StartReviewAsync(start);
        (await reviewer.Client.StartReviewAsync(start)).ShouldBe(started);

        var approve = Applications.Approve(submitted.Application.ApplicationId);
        var approved = await reviewer.Client.ReviewApplicationAsync(approve);
        (await reviewer.Client.ReviewApplicationAsync(approve)).ShouldBe(approved);
        (await reviewer.Client.StartReviewAsync(start)).ShouldBe(started);
        (await intake.Client.SubmitApplicationAsync(submit)).ShouldBe(submitted);

        var id = Guid.Parse(submitted.Application.ApplicationId);
        (await fixture.ReadAsync<long>("select count(*) from application_step where application_id = $1", id)).ShouldBe(3);
        (await fixture.ReadAsync<long>("select count(*) from registration where application_id = $1", id)).ShouldBe(1);
    }

    [Fact]
    public async Task A_request_id_reused_with_other_content_is_refused()
    {
        var first = Applications.Submit();
        await intake.Client.SubmitApplicationAsync(first);
        var other = Applications.Submit();
        other.RequestId = first.RequestId;

        var error = await Should.ThrowAsync<RpcException>(async () => await intake.Client.SubmitApplicationAsync(other));

        error.StatusCode.ShouldBe(StatusCode.AlreadyExists);
        error.Reason().ShouldBe("REQUEST_ID_REUSED");
        (await fixture.ReadAsync<long>("select count(*) from application where number = $1", other.Form.ApplicationNumber)).ShouldBe(0);
    }

    [Fact]
    public async Task An_application_number_is_taken_once()
    {
        var first = Applications.Submit();
        await intake.Client.SubmitApplicationAsync(first);
        var second = Applications.Submit(first.Form.Clone());

        var error = await Should.ThrowAsync<RpcException>(async () => await intake.Client.SubmitApplicationAsync(second));

        error.StatusCode.ShouldBe(StatusCode.AlreadyExists);
        error.Fields().ShouldBe(["ADC201"]);
        (await fixture.ReadAsync<long>("select count(*) from handled_request where caller = $1", intake.Id)).ShouldBe(1);
    }

    [Fact]
    public async Task Two_agencies_may_choose_the_same_request_id()
    {
        var other = fixture.Agency("370102", "intake");
        var one = Applications.Submit();
        var two = Applications.Submit();
        two.RequestId = one.RequestId;

        await intake.Client.SubmitApplicationAsync(one);
        var answer = await other.Client.SubmitApplicationAsync(two);

        answer.Application.Form.ApplicationNumber.ShouldBe(two.Form.ApplicationNumber);
    }

    [Fact]
    public async Task A_call_dropped_half_way_leaves_all_of_it_or_nothing_and_can_be_repeated()
    {
        var request = Applications.Submit();
        using var dropped = new CancellationTokenSource();
        await using (var other = await Holding.BeginAsync(
            fixture.ConnectionString, "insert into handled_request (caller, request_id, content_hash, response) values ($1, $2, '', '')", intake.Id, request.RequestId))
        {
            var call = intake.Client.SubmitApplicationAsync(request, cancellationToken: dropped.Token);
            await other.AnotherWaitsAsync();
            await dropped.CancelAsync();
            (await Should.ThrowAsync<RpcException>(async () => await call)).StatusCode.ShouldBe(StatusCode.Cancelled);
        }

        var answer = await intake.Client.SubmitApplicationAsync(request);

        var id = Guid.Parse(answer.Application.ApplicationId);
        await Eventually.IsTrueAsync(async () =>
            await fixture.ReadAsync<long>("select count(*) from application where number = $1", request.Form.ApplicationNumber) == 1);
        (await fixture.ReadAsync<Guid>("select id from application where number = $1", request.Form.ApplicationNumber)).ShouldBe(id);
        (await fixture.ReadAsync<long>("select count(*) from application_step where application_id = $1", id)).ShouldBe(1);
        (await fixture.ReadAsync<long>("select count(*) from handled_request where caller = $1", intake.Id)).ShouldBe(1);
    }
}

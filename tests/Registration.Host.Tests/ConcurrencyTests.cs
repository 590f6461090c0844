using Grpc.Core;
using Wenye.Contracts.Registration.V1;

namespace Wenye.Registration.Host.Tests;

/// <summary>Calls that meet at the same record: one wins, the others are told.</summary>
public sealed class ConcurrencyTests(RegistrationFixture fixture)
{
    private const int Callers = 8;
    private readonly TestAgency intake = fixture.Agency("370102", "intake");
    private readonly TestAgency reviewer = fixture.Agency("370102", "reviewer");

    [Fact]
    public async Task Of_many_reviews_at_once_one_wins()
    {
        var id = await UnderReviewAsync(Applications.Form());

        var outcomes = await Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => OutcomeAsync(
            reviewer.Client.ReviewApplicationAsync(Applications.Approve(id)))));

        outcomes.Count(status => status == StatusCode.OK).ShouldBe(1);
        outcomes.ShouldAllBe(status => status == StatusCode.OK || status == StatusCode.FailedPrecondition || status == StatusCode.Aborted);
        (await fixture.ReadAsync<long>("select count(*) from registration where application_id = $1", Guid.Parse(id))).ShouldBe(1);
        (await fixture.ReadAsync<long>("select count(*) from application_step where application_id = $1", Guid.Parse(id))).ShouldBe(3);
    }

    [Fact]
    public async Task Of_many_approvals_of_one_person_at_once_one_registers()
    {
        var ids = await Applications.RivalsAsync([.. Enumerable.Repeat((intake, "370102"), Callers)]);

        var outcomes = await Task.WhenAll(ids.Select(id => OutcomeAsync(reviewer.Client.ReviewApplicationAsync(Applications.Approve(id)))));

        outcomes.Count(status => status == StatusCode.OK).ShouldBe(1);
        outcomes.Count(status => status == StatusCode.FailedPrecondition).ShouldBe(ids.Count - 1);
        (await fixture.ReadAsync<long>("select count(*) from registration where application_id = any($1)", ids.Select(Guid.Parse).ToArray())).ShouldBe(1);
    }

    [Fact]
    public async Task One_request_sent_many_times_at_once_has_one_effect_and_one_answer()
    {
        var request = Applications.Submit();

        var answers = await Task.WhenAll(Enumerable.Range(0, Callers).Select(async _ => await intake.Client.SubmitApplicationAsync(request)));

        answers.Distinct().Count().ShouldBe(1);
        (await fixture.ReadAsync<long>("select count(*) from application where number = $1", request.Form.ApplicationNumber)).ShouldBe(1);
    }

    [Fact]
    public async Task One_review_sent_many_times_at_once_has_one_effect_and_one_answer()
    {
        var request = Applications.Approve(await UnderReviewAsync(Applications.Form()));

        var answers = await Task.WhenAll(Enumerable.Range(0, Callers).Select(async _ => await reviewer.Client.ReviewApplicationAsync(request)));

        answers.Distinct().Count().ShouldBe(1);
        answers[0].Applied.ShouldBeTrue();
    }

    private static async Task<StatusCode> OutcomeAsync<T>(AsyncUnaryCall<T> call)
    {
        try
        {
            await call;
            return StatusCode.OK;
        }
        catch (RpcException error)
        {
            return error.StatusCode;
        }
    }

    private async Task<string> UnderReviewAsync(ApplicationForm form)
    {
        var id = (await intake.Client.SubmitApplicationAsync(Applications.Submit(form))).Application.ApplicationId;
        await reviewer.Client.StartReviewAsync(Applications.StartReview(id));
        return id;
    }
}

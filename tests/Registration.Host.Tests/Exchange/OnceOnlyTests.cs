using Wenye.Contracts.Registration.V1;

namespace Wenye.Registration.Host.Tests.Exchange;

/// <summary>Whatever dies or fails in between, nothing is lost and nothing is sent twice.</summary>
public sealed class OnceOnlyTests(RegistrationFixture fixture)
{
    [Fact]
    public async Task A_crash_between_storing_and_acknowledging_doubles_nothing()
    {
        await using var system = await ExchangeSystem.StartAsync(fixture, exchanges: false);
        system.Misbehaviour.DropWhen = request => request.Path.Value!.Contains("acknowledgements", StringComparison.Ordinal);
        var number = system.Apply();
        await system.RestartAsync();
        var id = await system.ApplicationOfAsync(number);
        await system.StopAsync();
        system.Ministry.StatusOf(number)!.State.ShouldBe("待审核");

        system.Misbehaviour.DropWhen = null;
        system.StartHost();

        await system.InTimeAsync(() => Task.FromResult(system.Ministry.StatusOf(number)!.State == "审核中"));
        (await system.ApplicationOfAsync(number)).ShouldBe(id);
    }

    [Fact]
    public async Task A_crash_before_the_download_is_noted_doubles_nothing()
    {
        await using var system = await ExchangeSystem.StartAsync(fixture, exchanges: false);
        system.Misbehaviour.DropWhen = request => request.Path.Value!.Contains("acknowledgements", StringComparison.Ordinal);
        var number = system.Apply();
        await system.RestartAsync();
        var id = await system.ApplicationOfAsync(number);
        await system.StopAsync();
        (await system.ReadAsync<string>("delete from exchange_record where number = $1 returning number", number)).ShouldBe(number);

        system.Misbehaviour.DropWhen = null;
        system.StartHost();

        await system.InTimeAsync(() => Task.FromResult(system.Ministry.StatusOf(number)!.State == "审核中"));
        (await system.ApplicationOfAsync(number)).ShouldBe(id);
        (await system.ReadAsync<Guid>("select subject_id from exchange_record where number = $1", number)).ToString().ShouldBe(id);
    }

    [Fact]
    public async Task A_result_decided_while_the_platform_is_down_goes_from_another_host_when_it_is_back()
    {
        await using var system = await ExchangeSystem.StartAsync(fixture);
        var number = system.Apply();
        system.Clock.Advance(TimeSpan.FromHours(1));
        var id = await system.ApplicationOfAsync(number);
        await Eventually.IsTrueAsync(() => system.Ministry.StatusOf(number)!.State == "审核中");
        system.Misbehaviour.Down = true;
        await system.ApproveAsync(id);
        await Eventually.IsTrueAsync(async () => (await system.StatusAsync(ExchangeKind.ReviewResultUpload)) is { Waiting: 1, LastFailure.Length: > 0 });
        await system.StopAsync();
        system.Ministry.Received.ShouldBeEmpty();

        system.Misbehaviour.Down = false;
        system.StartHost();

        await system.InTimeAsync(async () => (await system.StatusAsync(ExchangeKind.ReviewResultUpload)).Done == 1);
        system.Ministry.Received.ShouldHaveSingleItem().Times.ShouldBe(1);
        (await system.StatusAsync(ExchangeKind.ReviewResultUpload)).LastFailure.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("hang")]
    [InlineData("drop")]
    public async Task A_record_taken_without_an_answer_is_asked_for_and_not_sent_again(string fault)
    {
        await using var system = await ExchangeSystem.StartAsync(fixture);
        var number = system.Apply();
        system.Clock.Advance(TimeSpan.FromHours(1));
        var id = await system.ApplicationOfAsync(number);
        await Eventually.IsTrueAsync(() => system.Ministry.StatusOf(number)!.State == "审核中");
        system.Misbehaviour.HangAfterTaking = fault == "hang" ? 1 : 0;
        system.Misbehaviour.DropAfterTaking = fault == "drop" ? 1 : 0;
        await system.ApproveAsync(id);
        await Eventually.IsTrueAsync(async () => (await system.StatusAsync(ExchangeKind.ReviewResultUpload)).LastFailure.Length > 0);

        await system.InTimeAsync(async () => (await system.StatusAsync(ExchangeKind.ReviewResultUpload)).Done == 1);

        system.Ministry.Received.ShouldHaveSingleItem().Times.ShouldBe(1);
    }

    // What a killed process leaves: the record is marked as being sent, and nobody knows whether it went.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_record_whose_sender_was_killed_goes_once(bool hadArrived)
    {
        await using var system = await ExchangeSystem.StartAsync(fixture, exchanges: hadArrived);
        if (hadArrived)
        {
            await system.ApplyAndApproveAsync();
            await Eventually.IsTrueAsync(async () => (await system.StatusAsync(ExchangeKind.ReviewResultUpload)).Done == 1);
        }
        else
        {
            var id = (await system.Office.SubmitApplicationAsync(LocalApplications.Submit())).Application.ApplicationId;
            await system.ApproveAsync(id);
        }

        await system.StopAsync();
        await system.ReadAsync<int>(
            "update exchange_record set state = 2, attempts = 1, due_at = $1 where kind = 2 returning state", system.Clock.GetUtcNow().AddMinutes(2));
        system.StartHost();

        await system.InTimeAsync(async () => (await system.StatusAsync(ExchangeKind.ReviewResultUpload)).Done == 1);
        system.Ministry.Received.ShouldHaveSingleItem().Times.ShouldBe(1);
    }

    [Fact]
    public async Task A_platform_that_is_busy_is_asked_again()
    {
        await using var system = await ExchangeSystem.StartAsync(fixture, exchanges: false);
        system.Misbehaviour.Refuse = 3;
        var number = system.Apply();
        await system.RestartAsync();

        await system.InTimeAsync(() => Task.FromResult(system.Ministry.StatusOf(number)!.State == "审核中"));
        (await system.StatusAsync(ExchangeKind.ApplicationDownload)).LastFailure.ShouldBeEmpty();
    }

    [Fact]
    public async Task Replicas_share_the_work_and_send_each_record_once()
    {
        await using var system = await ExchangeSystem.StartAsync(fixture, exchanges: false);
        const int people = 40;
        for (var i = 0; i < people; i++)
        {
            await system.ApproveAsync((await system.Office.SubmitApplicationAsync(LocalApplications.Submit())).Application.ApplicationId);
        }

        var numbers = Enumerable.Range(0, people).Select(_ => system.Apply()).ToList();
        system.StartHost();
        system.StartHost();
        system.StartHost();

        await Eventually.IsTrueAsync(() => system.Ministry.Received.Count == people);
        await Eventually.IsTrueAsync(() => numbers.TrueForAll(number => system.Ministry.StatusOf(number)!.State == "审核中"));
        await Eventually.IsTrueAsync(async () => (await system.StatusAsync(ExchangeKind.ReviewResultUpload)).Done == people);
        system.Ministry.Received.ShouldAllBe(record => record.Times == 1);
        (await system.ReadAsync<long>("select count(*) from application")).ShouldBe(2 * people);
    }
}

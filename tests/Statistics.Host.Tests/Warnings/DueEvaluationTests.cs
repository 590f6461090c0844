using Microsoft.Extensions.DependencyInjection;
using Wenye.Contracts.Statistics.V1;
using Wenye.Statistics.Data;
using Wenye.Statistics.Features.Warnings;
using Wenye.Testing;

namespace Wenye.Statistics.Host.Tests.Warnings;

/// <summary>The service evaluates by itself, once a day, the period that ended last.</summary>
public sealed class DueEvaluationTests(StatisticsFixture fixture) : WarningTestBase(fixture)
{
    [Fact]
    public async Task The_period_that_ended_last_is_evaluated_once_a_day_and_follows_what_arrives_late()
    {
        // A period that no other test evaluates.
        var (april, may) = (new DateOnly(2021, 4, 10), new DateOnly(2021, 5, 10));
        await AnnounceAsync([.. Enumerable.Range(0, 10).Select(_ => Announced.Registered("378172", april)), .. Enumerable.Range(0, 3).Select(_ => Announced.Registered("378172", may))]);
        (await RunAsync(FixedClock.On(2021, 6, 5))).ShouldBe(1);
        var opened = (await WarningsAsync("378172", WarningIndicator.UnemployedRise)).ShouldHaveSingleItem();
        (opened.Period, opened.Level, opened.State).ShouldBe(("2021-05", 1, WarningState.Open));

        await AnnounceAsync([.. Enumerable.Range(0, 3).Select(_ => Announced.Registered("378172", may))]);
        (await RunAsync(FixedClock.On(2021, 6, 5))).ShouldBe(0, "today's round is over");
        (await RunAsync(FixedClock.On(2021, 6, 6))).ShouldBe(1);
        var raised = (await WarningsAsync("378172", WarningIndicator.UnemployedRise)).ShouldHaveSingleItem();
        (raised.Level, raised.Value).ShouldBe((2, "16"));
        (await Monitor("378172").GetWarningAsync(new() { WarningId = raised.WarningId })).Steps.Select(step => step.Agency).ShouldAllBe(agency => agency.Length == 0, "the service did it");
    }

    private async Task<int> RunAsync(FixedClock clock)
    {
        await using var scope = Fixture.Service.Services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<StatisticsDbContext>();
        var evaluation = ActivatorUtilities.CreateInstance<Evaluation>(scope.ServiceProvider, clock);
        return await new DueEvaluations(database, evaluation, clock).RunAsync(TestContext.Current.CancellationToken);
    }
}

using Wenye.Contracts.Events.Registration.V1;
using Wenye.Contracts.Statistics.V1;
using Wenye.Testing;

namespace Wenye.Statistics.Host.Tests;

/// <summary>Events become figures, each registration once.</summary>
public sealed class CountingTests(StatisticsFixture fixture)
{
    [Fact]
    public async Task A_registration_is_counted_in_its_division_and_report_period()
    {
        await fixture.PublishAsync(Announced.Registered("370611", new DateOnly(2020, 9, 20)), Guid.CreateVersion7());
        await fixture.PublishAsync(Announced.Registered("370611", new DateOnly(2020, 9, 21)), Guid.CreateVersion7());

        await Eventually.IsTrueAsync(async () => await CountAsync("370611", "2020-09") == 1 && await CountAsync("370611", "2020-10") == 1);
    }

    [Fact]
    public async Task A_redelivered_message_counts_once()
    {
        var registered = Announced.Registered("370612", new DateOnly(2020, 9, 1));
        var message = Guid.CreateVersion7();
        for (var delivery = 0; delivery < 3; delivery++)
        {
            await fixture.PublishAsync(registered, message);
        }

        await Eventually.IsTrueAsync(() => fixture.Deliveries.Of(message) == 3);
        (await CountAsync("370612", "2020-09")).ShouldBe(1);
    }

    [Fact]
    public async Task A_registration_announced_under_two_message_ids_counts_once()
    {
        var registered = Announced.Registered("370613", new DateOnly(2020, 9, 1));
        Guid[] messages = [Guid.CreateVersion7(), Guid.CreateVersion7()];
        foreach (var message in messages)
        {
            await fixture.PublishAsync(registered, message);
            await Eventually.IsTrueAsync(() => fixture.Deliveries.Of(message) == 1);
        }

        (await CountAsync("370613", "2020-09")).ShouldBe(1);
    }

    [Fact]
    public async Task Many_registrations_at_once_are_all_counted_and_the_figures_are_the_sum_of_the_facts()
    {
        const int people = 1000;
        var events = Enumerable.Range(0, people).Select(n => Announced.Registered(n % 2 == 0 ? "370681" : "370682", new DateOnly(2020, 9, 1))).ToList();

        await Task.WhenAll(events.Select(registered => fixture.PublishAsync(registered, Guid.CreateVersion7())));

        await Eventually.IsTrueAsync(async () => await CountAsync("370681", "2020-09") + await CountAsync("370682", "2020-09") >= people);
        (await CountAsync("370681", "2020-09")).ShouldBe(people / 2);
        (await fixture.ReadAsync<long>("select count(*) from registered_person where division = '370682'")).ShouldBe(people / 2);
    }

    private async Task<long> CountAsync(string division, string period) =>
        (await fixture.Client(division).GetRegistrationCountAsync(new GetRegistrationCountRequest { Division = division, Period = period })).Count.Registered;
}

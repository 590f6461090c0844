using MassTransit;
using Wenye.Contracts.Events.Audit.V1;
using Wenye.Contracts.Events.Registration.V1;
using Wenye.Contracts.Events.Training.V1;
using Wenye.Contracts.Statistics.V1;
using Wenye.Statistics.Data;
using Wenye.Testing;

namespace Wenye.Statistics.Host.Tests;

/// <summary>Employments and recognitions of hardship become figures, each once, in whatever order the events arrive.</summary>
public sealed class EmploymentCountingTests(StatisticsFixture fixture)
{
    private static readonly DateOnly August = new(2020, 8, 10);
    private static readonly DateOnly September = new(2020, 9, 10);

    [Fact]
    public async Task Each_event_is_counted_in_its_period_and_column()
    {
        var employed = Announced.Employed("370811", August);
        var recognised = Announced.Recognised("370811", August);
        await SendAsync(Announced.Ended(employed, September), Announced.Ended(recognised, September), employed, recognised, Announced.Employed("370811", August));

        await Eventually.IsTrueAsync(async () =>
            await FigureAsync("2020-08") is { EmploymentsRegistered: 2, HardshipRecognised: 1 }
            && await FigureAsync("2020-09") is { EmploymentsEnded: 1, HardshipEnded: 1 });
        (await FigureAsync("2020-08")).ShouldBe(
            new RegistrationCount { Division = "370811", Period = "2020-08", LiveAtEnd = 0, EmploymentsRegistered = 2, HardshipRecognised = 1 });
        (await FigureAsync("2020-09")).ShouldBe(
            new RegistrationCount { Division = "370811", Period = "2020-09", LiveAtEnd = 0, EmploymentsEnded = 1, HardshipEnded = 1 });
    }

    [Fact]
    public async Task Events_delivered_again_and_announced_again_count_once()
    {
        var employed = Announced.Employed("370812", August);
        var recognised = Announced.Recognised("370812", August);
        foreach (var evt in new object[] { employed, Announced.Ended(employed, August), recognised, Announced.Ended(recognised, August) })
        {
            var message = Guid.CreateVersion7();
            var again = Guid.CreateVersion7();
            foreach (var id in new[] { message, message, again })
            {
                await fixture.PublishAsync(evt, id);
            }

            await Eventually.IsTrueAsync(() => fixture.Deliveries.Of(message) == 2 && fixture.Deliveries.Of(again) == 1);
        }

        (await FigureAsync("2020-08", "370812")).ShouldBe(new RegistrationCount
        {
            Division = "370812", Period = "2020-08", LiveAtEnd = 0, EmploymentsRegistered = 1, EmploymentsEnded = 1, HardshipRecognised = 1, HardshipEnded = 1,
        });
    }

    [Fact]
    public async Task What_figures_of_new_employment_will_need_is_kept()
    {
        var employed = Announced.Employed("370881", August);
        await SendAsync(employed);

        await Eventually.IsTrueAsync(async () => await fixture.ReadAsync<long>(
            "select count(*) from registered_employment where employment_id = $1", employed.EmploymentId) == 1);
        (await fixture.ReadAsync<string>(
            "select concat_ws(' ', urban, type, manner, employed_on, basis, registered_on, employer_code, sector, was_in_hardship, sex, birth_year, period) from registered_employment where employment_id = $1",
            employed.EmploymentId)).ShouldBe("t first unit 2020-08-03 social_insurance 2020-08-10 91370100MA0000007J tertiary t 2 1985 2020-08");
    }

    [Fact]
    public void Every_event_has_a_consumer()
    {
        // An event that nobody consumes waits in its sender's outbox for ever. That Loans takes the one, and every
        // service the other, tests of their own show.
        Type[] elsewhere = [typeof(PersonCertified), typeof(AuditHeadTold)];
        var consumed = typeof(StatisticsDbContext).Assembly.GetTypes()
            .SelectMany(type => type.GetInterfaces())
            .Where(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IConsumer<>))
            .Select(type => type.GetGenericArguments()[0].GetGenericArguments()[0]);
        var events = typeof(UnemploymentRegistered).Assembly.GetTypes()
            .Where(type => type.IsPublic && type.Namespace?.StartsWith("Wenye.Contracts.Events.", StringComparison.Ordinal) == true);

        events.Except(consumed).Except(elsewhere).ShouldBeEmpty();
    }

    private async Task SendAsync(params object[] events)
    {
        foreach (var evt in events)
        {
            await fixture.PublishAsync(evt, Guid.CreateVersion7());
        }
    }

    private async Task<RegistrationCount> FigureAsync(string period, string division = "370811") =>
        (await fixture.Client(division).GetRegistrationCountAsync(new GetRegistrationCountRequest { Division = division, Period = period })).Count;
}

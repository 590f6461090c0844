using Wenye.Contracts.Statistics.V1;
using Wenye.Testing;

namespace Wenye.Statistics.Host.Tests;

/// <summary>Ends of registrations become figures, each once, in whatever order the events arrive.</summary>
public sealed class ExitTests(StatisticsFixture fixture)
{
    private static readonly DateOnly August = new(2020, 8, 10);
    private static readonly DateOnly September = new(2020, 9, 10);
    private static readonly DateOnly October = new(2020, 10, 10);

    [Fact]
    public async Task An_exit_is_counted_in_its_period_and_ends_the_live_registration()
    {
        var leaves = Announced.Registered("370721", August);
        await SendAsync(leaves, Announced.Registered("370721", August), Announced.Cancelled(leaves, September));

        await Eventually.IsTrueAsync(async () =>
            (await FigureAsync("370721", "2020-09")).Cancelled == 1 && (await FigureAsync("370721", "2020-08")).Registered == 2);
        (await FigureAsync("370721", "2020-08")).ShouldBe(Figure("370721", "2020-08", registered: 2, live: 2));
        (await FigureAsync("370721", "2020-09")).ShouldBe(Figure("370721", "2020-09", cancelled: 1, employed: 1, live: 1));
        (await FigureAsync("370721", "2020-10")).ShouldBe(Figure("370721", "2020-10", live: 1));
    }

    [Fact]
    public async Task An_exit_that_arrives_before_its_registration_counts_the_same()
    {
        var registered = Announced.Registered("370722", August);
        var message = Guid.CreateVersion7();
        await fixture.PublishAsync(Announced.Cancelled(registered, September, "21"), message);
        await Eventually.IsTrueAsync(() => fixture.Deliveries.Of(message) == 1);
        (await FigureAsync("370722", "2020-09")).ShouldBe(Figure("370722", "2020-09", cancelled: 1, live: 0));

        await SendAsync(registered);

        await Eventually.IsTrueAsync(async () => (await FigureAsync("370722", "2020-08")).Registered == 1);
        (await FigureAsync("370722", "2020-08")).LiveAtEnd.ShouldBe(1);
        (await FigureAsync("370722", "2020-09")).ShouldBe(Figure("370722", "2020-09", cancelled: 1, live: 0));
    }

    [Fact]
    public async Task Many_registrations_and_their_exits_at_once_leave_nobody_live()
    {
        var registered = Enumerable.Range(0, 300).Select(_ => Announced.Registered("370726", August)).ToList();

        await Task.WhenAll(registered.Select((one, i) => i % 2 == 0
            ? SendAsync(one, Announced.Cancelled(one, September))
            : SendAsync(Announced.Cancelled(one, September), one)));

        await Eventually.IsTrueAsync(async () =>
            (await FigureAsync("370726", "2020-08")).Registered == 300 && (await FigureAsync("370726", "2020-09")).Cancelled == 300);
        (await FigureAsync("370726", "2020-08")).LiveAtEnd.ShouldBe(300);
        (await FigureAsync("370726", "2020-09")).LiveAtEnd.ShouldBe(0);
    }

    [Fact]
    public async Task An_exit_delivered_again_or_announced_again_counts_once()
    {
        var cancelled = Announced.Cancelled(Announced.Registered("370723", August), September);
        var message = Guid.CreateVersion7();
        var again = Guid.CreateVersion7();
        foreach (var id in new[] { message, message, again })
        {
            await fixture.PublishAsync(cancelled, id);
        }

        await Eventually.IsTrueAsync(() => fixture.Deliveries.Of(message) == 2 && fixture.Deliveries.Of(again) == 1);
        (await FigureAsync("370723", "2020-09")).Cancelled.ShouldBe(1);
    }

    [Fact]
    public async Task Who_registered_before_any_document_on_periods_is_live_all_the_same()
    {
        await SendAsync(Announced.Registered("370724", new DateOnly(2020, 5, 10)));

        await Eventually.IsTrueAsync(async () => (await FigureAsync("370724", "2020-09")).LiveAtEnd == 1);
        (await FigureAsync("370724", "2020-05")).HasLiveAtEnd.ShouldBeFalse();
    }

    [Fact]
    public async Task A_list_tells_the_live_registrations_of_each_row()
    {
        var leaves = Announced.Registered("370725", August);
        await SendAsync(leaves, Announced.Registered("370725", October), Announced.Cancelled(leaves, October));
        await Eventually.IsTrueAsync(async () =>
            await FigureAsync("370725", "2020-10") is { Cancelled: 1, Registered: 1 } && (await FigureAsync("370725", "2020-08")).Registered == 1);

        var list = await fixture.Client("370000").ListRegistrationCountsAsync(
            new ListRegistrationCountsRequest { Division = "370725", FromPeriod = "2020-08", ToPeriod = "2020-10" });

        list.Counts.ShouldBe(
        [
            Figure("370725", "2020-08", registered: 1, live: 1),
            Figure("370725", "2020-10", registered: 1, cancelled: 1, employed: 1, live: 1),
        ]);
    }

    [Fact]
    public async Task Where_a_registration_was_made_is_known_of_its_beginning_and_of_its_end_in_whatever_order_they_arrive()
    {
        var (town, village, silent) = (In(true), In(false), In(null));
        var late = In(true);
        await SendAsync(Announced.Cancelled(late, September));
        await SendAsync(town, village, silent, In(true), Announced.Cancelled(village, September), Announced.Cancelled(silent, September, "21"));
        await SendAsync(late, Announced.Cancelled(town, September));
        await Eventually.IsTrueAsync(async () =>
            await FigureAsync("370727", "2020-09") is { Cancelled: 4, CancelledUrban: 2 } && (await FigureAsync("370727", "2020-08")).Registered == 5);

        (await FigureAsync("370727", "2020-08")).ShouldBe(Figure("370727", "2020-08", registered: 5, live: 5, change: figure =>
            (figure.RegisteredUrban, figure.RegisteredRural, figure.LiveAtEndUrban, figure.LiveAtEndRural) = (3, 1, 3, 1)));
        (await FigureAsync("370727", "2020-09")).ShouldBe(Figure("370727", "2020-09", cancelled: 4, employed: 3, live: 1, change: figure =>
            (figure.CancelledUrban, figure.CancelledRural, figure.BecameEmployedUrban, figure.BecameEmployedRural, figure.LiveAtEndUrban) = (2, 1, 2, 1, 1)));
        var listed = await fixture.Client("370000").ListRegistrationCountsAsync(new() { Division = "370727", FromPeriod = "2020-09", ToPeriod = "2020-09" });
        listed.Counts.ShouldHaveSingleItem().ShouldBe(await FigureAsync("370727", "2020-09"));
        foreach (var (kind, figure) in new[] { ("urban", 3), ("rural", 1), ("unstated", 1) })
        {
            var asked = new ListFigureRecordsRequest { Measure = FigureMeasure.LiveAtEnd, Division = "370727", Period = "2020-08", Kind = kind };
            (await fixture.Client("370700").ListFigureRecordsAsync(asked)).Figure.ShouldBe(figure, kind);
            asked.Measure = FigureMeasure.Registered;
            (await fixture.Client("370700").ListFigureRecordsAsync(asked)).Figure.ShouldBe(figure, kind);
        }

        static Contracts.Events.Registration.V1.UnemploymentRegistered In(bool? urban) => Announced.Registered("370727", August) with { Urban = urban };
    }

    private static RegistrationCount Figure(string division, string period, long registered = 0, long cancelled = 0, long employed = 0, long live = 0, Action<RegistrationCount>? change = null)
    {
        var figure = new RegistrationCount
        {
            Division = division, Period = period, Registered = registered, Cancelled = cancelled, BecameEmployed = employed, LiveAtEnd = live,
        };
        change?.Invoke(figure);
        return figure;
    }

    private async Task SendAsync(params object[] events)
    {
        foreach (var evt in events)
        {
            await fixture.PublishAsync(evt, Guid.CreateVersion7());
        }
    }

    private async Task<RegistrationCount> FigureAsync(string division, string period) =>
        (await fixture.Client(division).GetRegistrationCountAsync(new GetRegistrationCountRequest { Division = division, Period = period })).Count;
}

using Wenye.Contracts.Statistics.V1;
using Wenye.Gateway.Pages.Assets;
using Wenye.Gateway.Pages.Calls;
using Wenye.Gateway.Pages.Figures;
using Wenye.Policy;

namespace Wenye.Gateway.Pages.Api;

/// <summary>The month at a glance (本月概况): each card with twelve months of a division, and its parts in the month.</summary>
internal static class MonthEndpoint
{
    private const int Months = 12;

    public static void MapMonth(this RouteGroupBuilder api) => api.MapGet("/month", AskAsync);

    private static async Task<IResult> AskAsync(
        string? division, string? month, HttpContext context, Sessions sessions, MonthReader reader, Places places, Site site, PageClock clock, CancellationToken cancellation)
    {
        if (sessions.Of(context) is not { MayLook: true } looker)
        {
            return PageFaults.LoginNeeded();
        }

        var asked = string.IsNullOrEmpty(division) ? looker.Division : division;
        if (!Division.TryParse(asked, out var place) || place.Level == DivisionLevel.Nation)
        {
            return PageFaults.Bad("请选择省、市或县（市、区）。");
        }

        if (!YearMonth.TryParse(string.IsNullOrEmpty(month) ? $"{clock.Today:yyyy-MM}" : month, out var last))
        {
            return PageFaults.Bad("请填写有效月份。");
        }

        var months = Enumerable.Range(0, Months).Select(back => last.AddMonths(back - Months + 1).ToString()).ToList();
        var targets = reader.ReportAsync(ReportKind.Targets, place.Code, months[^1], looker.Token, cancellation);
        var funds = reader.ReportAsync(ReportKind.Funds, place.Code, months[^1], looker.Token, cancellation);
        var reading = reader.ReadAsync(place.Code, months[0], months[^1], looker.Token, cancellation);
        await Task.WhenAll(targets, funds, reading);
        var figures = await reading;
        var names = await places.AllAsync(cancellation);
        return Results.Json(new
        {
            division = place.Code,
            place = names.GetValueOrDefault(place.Code)?.Path ?? place.Code,
            month = months[^1],
            months,
            charts = site.HasCharts,
            agency = looker.Agency,
            cards = MonthCards.All.Select(card => Shown(card, [.. card.Of(figures)], place, months, names)),
            benefits = Benefits(figures.Payments, months[^1]),
            targets = MonthReports.Targets(await targets),
            funds = MonthReports.Funds(await funds),
        });
    }

    private static object Shown(
        MonthCard card, IReadOnlyList<MonthFigure> figures, Division place, List<string> months, IReadOnlyDictionary<string, Place> names) => new
        {
            card.Id,
            card.Title,
            card.Unit,
            reportPeriod = card.Period == PeriodKind.Report,
            trend = months.Select(month => figures.Where(figure => figure.Month == month).Sum(figure => figure.Value)),
            areas = figures.Where(figure => figure.Month == months[^1]).GroupBy(figure => PartOf(place, figure.Division)).OrderBy(part => part.Key, StringComparer.Ordinal)
                .Select(part => new { code = part.Key, name = names.GetValueOrDefault(part.Key)?.Name ?? part.Key, value = part.Sum(figure => figure.Value) }),
        };

    private static IEnumerable<object> Benefits(IEnumerable<PaymentCount> payments, string month) => payments
        .Where(one => one.Month == month).GroupBy(one => one.Benefit).OrderByDescending(benefit => benefit.Sum(one => one.PaidFen))
        .Select(benefit => new { title = Programs.TitleOf(benefit.Key), payments = benefit.Sum(one => one.Payments), fen = benefit.Sum(one => one.PaidFen) });

    // The parts of a province are its cities, of a city its counties; a county is its own only part.
    private static string PartOf(Division place, string division)
    {
        var part = Division.Parse(division);
        while (part.Level > place.Level + 1)
        {
            part = part.Parent;
        }

        return part.Code;
    }
}

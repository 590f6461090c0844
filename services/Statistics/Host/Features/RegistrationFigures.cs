using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Statistics.V1;
using Wenye.Statistics.Data;

namespace Wenye.Statistics.Features;

/// <summary>Live registrations at the end of a day (期末登记失业人数).</summary>
/// <param name="Whole">All of them; null: no day was told.</param>
/// <param name="Urban">Of these, made in an urban area (城镇).</param>
/// <param name="Rural">In a rural one (乡村); of what is left nobody said.</param>
internal sealed record LiveRegistered(long? Whole, long Urban, long Rural);

/// <summary>Figures of registered unemployment as callers see them (登记失业人数应答).</summary>
internal static class RegistrationFigures
{
    // A day the documents do not tell (null) gives no number, and the pages keep their order.
    private const string LiveByDivisionAndDay = """
        SELECT CASE WHEN asked.day IS NULL THEN NULL ELSE live.whole END AS whole, live.urban, live.rural
        FROM unnest({0}, {1}) WITH ORDINALITY AS asked (division, day, place) CROSS JOIN LATERAL (
            SELECT coalesce(sum(registered - cancelled), 0)::bigint AS whole, coalesce(sum(registered_urban - cancelled_urban), 0)::bigint AS urban,
                coalesce(sum(registered_rural - cancelled_rural), 0)::bigint AS rural
            FROM registration_day AS daily WHERE daily.division = asked.division AND daily.day <= asked.day) AS live
        ORDER BY asked.place
        """;

    /// <summary>Registrations live at the end of a day (期末登记失业人数) in everything whose code begins so.</summary>
    public static async Task<LiveRegistered> LiveAsync(this StatisticsDbContext database, string area, DateOnly day, CancellationToken cancellation) =>
        await database.Days.Where(daily => daily.Division.StartsWith(area) && daily.Day <= day).GroupBy(_ => 1).Select(all => new LiveRegistered(
            all.Sum(daily => daily.Registered - daily.Cancelled), all.Sum(daily => daily.RegisteredUrban - daily.CancelledUrban),
            all.Sum(daily => daily.RegisteredRural - daily.CancelledRural))).SingleOrDefaultAsync(cancellation) ?? new(0, 0, 0);

    /// <summary>The same for divisions as the events named them, each at the end of its day, in their order.</summary>
    public static Task<List<LiveRegistered>> LiveAsync(
        this StatisticsDbContext database, IReadOnlyList<(string Division, DateOnly? Day)> asked, CancellationToken cancellation) =>
        database.Database.SqlQueryRaw<LiveRegistered>(
            LiveByDivisionAndDay, asked.Select(one => one.Division).ToArray(), asked.Select(one => one.Day).ToArray()).ToListAsync(cancellation);

    /// <summary>One row of figures.</summary>
    public static RegistrationCount ToContract(this RegistrationTally tally, LiveRegistered? live)
    {
        var count = new RegistrationCount
        {
            Division = tally.Division,
            Period = tally.Period,
            Registered = tally.Registered,
            Cancelled = tally.Cancelled,
            BecameEmployed = tally.BecameEmployed,
            EmploymentsRegistered = tally.EmploymentsRegistered,
            EmploymentsEnded = tally.EmploymentsEnded,
            HardshipRecognised = tally.HardshipRecognised,
            HardshipEnded = tally.HardshipEnded,
            RegisteredUrban = tally.RegisteredUrban,
            RegisteredRural = tally.RegisteredRural,
            CancelledUrban = tally.CancelledUrban,
            CancelledRural = tally.CancelledRural,
            BecameEmployedUrban = tally.BecameEmployedUrban,
            BecameEmployedRural = tally.BecameEmployedRural,
        };
        if (live is { Whole: { } number })
        {
            (count.LiveAtEnd, count.LiveAtEndUrban, count.LiveAtEndRural) = (number, live.Urban, live.Rural);
        }

        return count;
    }
}

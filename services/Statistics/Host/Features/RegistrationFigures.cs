using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Statistics.V1;
using Wenye.Statistics.Data;

namespace Wenye.Statistics.Features;

/// <summary>Figures of registered unemployment as callers see them (登记失业人数应答).</summary>
internal static class RegistrationFigures
{
    // A day the documents do not tell (null) gives no number, and the pages keep their order.
    private const string LiveByDivisionAndDay = """
        SELECT CASE WHEN asked.day IS NULL THEN NULL ELSE coalesce((
            SELECT sum(daily.registered - daily.cancelled) FROM registration_day AS daily
            WHERE daily.division = asked.division AND daily.day <= asked.day), 0) END::bigint AS "Value"
        FROM unnest({0}, {1}) WITH ORDINALITY AS asked (division, day, place) ORDER BY asked.place
        """;

    /// <summary>Registrations live at the end of a day (期末登记失业人数) in everything whose code begins so.</summary>
    public static Task<long> LiveAsync(this StatisticsDbContext database, string area, DateOnly day, CancellationToken cancellation) =>
        database.Days.Where(daily => daily.Division.StartsWith(area) && daily.Day <= day).SumAsync(daily => daily.Registered - daily.Cancelled, cancellation);

    /// <summary>The same for divisions as the events named them, each at the end of its day, in their order.</summary>
    public static Task<List<long?>> LiveAsync(
        this StatisticsDbContext database, IReadOnlyList<(string Division, DateOnly? Day)> asked, CancellationToken cancellation) =>
        database.Database.SqlQueryRaw<long?>(
            LiveByDivisionAndDay, asked.Select(one => one.Division).ToArray(), asked.Select(one => one.Day).ToArray()).ToListAsync(cancellation);

    /// <summary>One row of figures.</summary>
    public static RegistrationCount ToContract(this RegistrationTally tally, long? live)
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
        };
        if (live is { } number)
        {
            count.LiveAtEnd = number;
        }

        return count;
    }
}

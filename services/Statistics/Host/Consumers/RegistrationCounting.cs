using Microsoft.EntityFrameworkCore;
using NpgsqlTypes;
using Wenye.Contracts.Events.Registration.V1;
using Wenye.Statistics.Data;
using static Wenye.Statistics.Consumers.FactColumns;

namespace Wenye.Statistics.Consumers;

/// <summary>Writes the facts and bumps the figures (计数) of a batch of registrations in one statement.</summary>
internal static class RegistrationCounting
{
    // Figures are bumped in one order by every consumer, so that two of them never wait for each other in a circle. An end that was
    // told before its registration is taken off the live ones now. Batches of registrations run beside each other, but not beside
    // one of ends: of two that meet, the later must see what the earlier wrote.
    private const string Sql = LiveRegistrations.LockShared + """
        WITH fresh AS (
            INSERT INTO registered_person (registration_id, person_id, division, registered_on, period)
            SELECT * FROM unnest(@registrations, @persons, @divisions, @days, @period)
            ON CONFLICT (registration_id) DO NOTHING
            RETURNING registration_id, division, registered_on, period),
        daily AS (
            INSERT INTO registration_day AS daily (division, day, registered, cancelled)
            SELECT division, day, count(*) FILTER (WHERE NOT ended), count(*) FILTER (WHERE ended) FROM (
                SELECT division, registered_on AS day, false AS ended FROM fresh
                UNION ALL
                SELECT told.division, told.cancelled_on, true FROM fresh JOIN cancelled_registration AS told USING (registration_id)) AS facts
            GROUP BY division, day ORDER BY division, day
            ON CONFLICT (division, day) DO UPDATE
            SET registered = daily.registered + excluded.registered, cancelled = daily.cancelled + excluded.cancelled)
        INSERT INTO registration_count AS figure (division, period, registered)
        SELECT division, period, count(*) FROM fresh WHERE period IS NOT NULL GROUP BY division, period ORDER BY division, period
        ON CONFLICT (division, period) DO UPDATE SET registered = figure.registered + excluded.registered
        """;

    /// <summary>Counts registrations inside the caller's transaction; those counted before are left out.</summary>
    public static async Task CountAsync(StatisticsDbContext database, IReadOnlyCollection<UnemploymentRegistered> events, CancellationToken cancellation)
    {
        await database.Database.ExecuteSqlRawAsync(
            Sql,
            [
                Column("registrations", NpgsqlDbType.Uuid, events.Select(e => e.RegistrationId)),
                Column("persons", NpgsqlDbType.Uuid, events.Select(e => e.PersonId)),
                Column("divisions", NpgsqlDbType.Text, events.Select(e => e.Division)),
                Column("days", NpgsqlDbType.Date, events.Select(e => e.RegisteredOn)),
                Periods(events.Select(e => (e.Division, e.RegisteredOn))),
            ],
            cancellation);
        await database.AskToJudgeAsync([.. events.Select(e => e.PersonId)], cancellation);
    }
}

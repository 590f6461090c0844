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
    // told before its registration is taken off the live ones now, and where it had been made is known only now. Batches of registrations run beside each other, but not beside
    // one of ends: of two that meet, the later must see what the earlier wrote.
    private const string Sql = LiveRegistrations.LockShared + """
        WITH fresh AS (
            INSERT INTO registered_person (registration_id, person_id, division, registered_on, urban, period)
            SELECT * FROM unnest(@registrations, @persons, @divisions, @days, @urban, @period)
            ON CONFLICT (registration_id) DO NOTHING
            RETURNING registration_id, division, registered_on, urban, period),
        told AS (
            SELECT ended.division, ended.cancelled_on, ended.became_employed, ended.period, fresh.urban
            FROM fresh JOIN cancelled_registration AS ended USING (registration_id)),
        daily AS (
            INSERT INTO registration_day AS daily (division, day, registered, cancelled, registered_urban, registered_rural, cancelled_urban, cancelled_rural)
            SELECT division, day, count(*) FILTER (WHERE NOT ended), count(*) FILTER (WHERE ended),
                count(*) FILTER (WHERE NOT ended AND urban), count(*) FILTER (WHERE NOT ended AND NOT urban),
                count(*) FILTER (WHERE ended AND urban), count(*) FILTER (WHERE ended AND NOT urban) FROM (
                SELECT division, registered_on AS day, urban, false AS ended FROM fresh
                UNION ALL SELECT division, cancelled_on, urban, true FROM told) AS facts
            GROUP BY division, day ORDER BY division, day
            ON CONFLICT (division, day) DO UPDATE
            SET registered = daily.registered + excluded.registered, cancelled = daily.cancelled + excluded.cancelled,
                registered_urban = daily.registered_urban + excluded.registered_urban, registered_rural = daily.registered_rural + excluded.registered_rural,
                cancelled_urban = daily.cancelled_urban + excluded.cancelled_urban, cancelled_rural = daily.cancelled_rural + excluded.cancelled_rural)
        INSERT INTO registration_count AS figure
            (division, period, registered, registered_urban, registered_rural, cancelled_urban, cancelled_rural, became_employed_urban, became_employed_rural)
        SELECT division, period, count(*) FILTER (WHERE NOT ended),
            count(*) FILTER (WHERE NOT ended AND urban), count(*) FILTER (WHERE NOT ended AND NOT urban),
            count(*) FILTER (WHERE ended AND urban), count(*) FILTER (WHERE ended AND NOT urban),
            count(*) FILTER (WHERE became_employed AND urban), count(*) FILTER (WHERE became_employed AND NOT urban) FROM (
            SELECT division, period, urban, false AS ended, false AS became_employed FROM fresh
            UNION ALL SELECT division, period, urban, true, became_employed FROM told) AS facts
        WHERE period IS NOT NULL GROUP BY division, period ORDER BY division, period
        ON CONFLICT (division, period) DO UPDATE
        SET registered = figure.registered + excluded.registered,
            registered_urban = figure.registered_urban + excluded.registered_urban, registered_rural = figure.registered_rural + excluded.registered_rural,
            cancelled_urban = figure.cancelled_urban + excluded.cancelled_urban, cancelled_rural = figure.cancelled_rural + excluded.cancelled_rural,
            became_employed_urban = figure.became_employed_urban + excluded.became_employed_urban,
            became_employed_rural = figure.became_employed_rural + excluded.became_employed_rural
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
                Column("urban", NpgsqlDbType.Boolean, events.Select(e => e.Urban)),
                Periods(events.Select(e => (e.Division, e.RegisteredOn))),
            ],
            cancellation);
        await database.AskToJudgeAsync([.. events.Select(e => e.PersonId)], cancellation);
    }
}

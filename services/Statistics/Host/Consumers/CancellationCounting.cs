using Microsoft.EntityFrameworkCore;
using NpgsqlTypes;
using Wenye.Contracts.Events.Registration.V1;
using Wenye.Statistics.Data;
using static Wenye.Statistics.Consumers.FactColumns;

namespace Wenye.Statistics.Consumers;

/// <summary>Writes the facts and bumps the figures (计数) of a batch of ended registrations in one statement.</summary>
/// <remarks>
/// Who ended a registration counts at once; off the live ones it is taken when both it and its registration are known, by the
/// batch that brings the second of them. So the figures are right in whatever order they arrive, and at any moment between.
/// </remarks>
internal static class CancellationCounting
{
    // In the order of RegistrationCounting.
    private const string Sql = LiveRegistrations.Lock + """
        WITH fresh AS (
            INSERT INTO cancelled_registration (registration_id, person_id, division, cancelled_on, reason_code, became_employed, period)
            SELECT * FROM unnest(@registrations, @persons, @divisions, @days, @reasons, @employed, @period)
            ON CONFLICT (registration_id) DO NOTHING
            RETURNING registration_id, division, cancelled_on, became_employed, period),
        placed AS (
            SELECT fresh.division, fresh.cancelled_on, fresh.became_employed, fresh.period, begun.urban, begun.registration_id IS NOT NULL AS known
            FROM fresh LEFT JOIN registered_person AS begun USING (registration_id)),
        daily AS (
            INSERT INTO registration_day AS daily (division, day, cancelled, cancelled_urban, cancelled_rural)
            SELECT division, cancelled_on, count(*), count(*) FILTER (WHERE urban), count(*) FILTER (WHERE NOT urban) FROM placed WHERE known
            GROUP BY division, cancelled_on ORDER BY division, cancelled_on
            ON CONFLICT (division, day) DO UPDATE
            SET cancelled = daily.cancelled + excluded.cancelled,
                cancelled_urban = daily.cancelled_urban + excluded.cancelled_urban, cancelled_rural = daily.cancelled_rural + excluded.cancelled_rural)
        INSERT INTO registration_count AS figure
            (division, period, cancelled, became_employed, cancelled_urban, cancelled_rural, became_employed_urban, became_employed_rural)
        SELECT division, period, count(*), count(*) FILTER (WHERE became_employed), count(*) FILTER (WHERE urban), count(*) FILTER (WHERE NOT urban),
            count(*) FILTER (WHERE became_employed AND urban), count(*) FILTER (WHERE became_employed AND NOT urban)
        FROM placed WHERE period IS NOT NULL GROUP BY division, period ORDER BY division, period
        ON CONFLICT (division, period) DO UPDATE
        SET cancelled = figure.cancelled + excluded.cancelled, became_employed = figure.became_employed + excluded.became_employed,
            cancelled_urban = figure.cancelled_urban + excluded.cancelled_urban, cancelled_rural = figure.cancelled_rural + excluded.cancelled_rural,
            became_employed_urban = figure.became_employed_urban + excluded.became_employed_urban,
            became_employed_rural = figure.became_employed_rural + excluded.became_employed_rural
        """;

    /// <summary>Counts ended registrations inside the caller's transaction; those counted before are left out.</summary>
    public static async Task CountAsync(StatisticsDbContext database, IReadOnlyCollection<UnemploymentCancelled> events, CancellationToken cancellation)
    {
        await database.Database.ExecuteSqlRawAsync(
            Sql,
            [
                Column("registrations", NpgsqlDbType.Uuid, events.Select(e => e.RegistrationId)),
                Column("persons", NpgsqlDbType.Uuid, events.Select(e => e.PersonId)),
                Column("divisions", NpgsqlDbType.Text, events.Select(e => e.Division)),
                Column("days", NpgsqlDbType.Date, events.Select(e => e.CancelledOn)),
                Column("reasons", NpgsqlDbType.Text, events.Select(e => e.ReasonCode)),
                Column("employed", NpgsqlDbType.Boolean, events.Select(e => e.BecameEmployed)),
                Periods(events.Select(e => (e.Division, e.CancelledOn))),
            ],
            cancellation);
        await database.AskToJudgeAsync([.. events.Select(e => e.PersonId)], cancellation);
    }
}

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
        daily AS (
            INSERT INTO registration_day AS daily (division, day, cancelled)
            SELECT fresh.division, cancelled_on, count(*) FROM fresh JOIN registered_person USING (registration_id)
            GROUP BY fresh.division, cancelled_on ORDER BY fresh.division, cancelled_on
            ON CONFLICT (division, day) DO UPDATE SET cancelled = daily.cancelled + excluded.cancelled)
        INSERT INTO registration_count AS figure (division, period, cancelled, became_employed)
        SELECT division, period, count(*), count(*) FILTER (WHERE became_employed)
        FROM fresh WHERE period IS NOT NULL GROUP BY division, period ORDER BY division, period
        ON CONFLICT (division, period) DO UPDATE
        SET cancelled = figure.cancelled + excluded.cancelled, became_employed = figure.became_employed + excluded.became_employed
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

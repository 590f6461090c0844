using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;
using Wenye.Contracts.Events.Registration.V1;
using Wenye.Statistics.Data;

namespace Wenye.Statistics.Consumers;

/// <summary>Writes the facts and bumps the figures (计数) of a batch in one statement.</summary>
internal static class RegistrationCounting
{
    // Figures are bumped in one order by every consumer, so that two of them never wait for each other in a circle.
    private const string Sql = """
        WITH fresh AS (
            INSERT INTO registered_person (registration_id, person_id, division, registered_on, period)
            SELECT * FROM unnest(@registrations, @persons, @divisions, @days, @periods)
            ON CONFLICT (registration_id) DO NOTHING
            RETURNING division, period)
        INSERT INTO registration_count AS figure (division, period, registered)
        SELECT division, period, count(*) FROM fresh WHERE period IS NOT NULL GROUP BY division, period ORDER BY division, period
        ON CONFLICT (division, period) DO UPDATE SET registered = figure.registered + excluded.registered
        """;

    /// <summary>Counts registrations inside the caller's transaction; those counted before are left out.</summary>
    public static async Task CountAsync(
        StatisticsDbContext database, IReadOnlyCollection<UnemploymentRegistered> events, CancellationToken cancellation)
    {
        NpgsqlParameter[] columns =
        [
            Column("registrations", NpgsqlDbType.Uuid, events.Select(e => e.RegistrationId)),
            Column("persons", NpgsqlDbType.Uuid, events.Select(e => e.PersonId)),
            Column("divisions", NpgsqlDbType.Text, events.Select(e => e.Division)),
            Column("days", NpgsqlDbType.Date, events.Select(e => e.RegisteredOn)),
            Column("periods", NpgsqlDbType.Text, PeriodsOf(events)),
        ];
        await database.Database.ExecuteSqlRawAsync(Sql, columns, cancellation);
    }

    private static NpgsqlParameter Column<T>(string name, NpgsqlDbType type, IEnumerable<T> values) =>
        new(name, NpgsqlDbType.Array | type) { Value = values.ToArray() };

    // A batch holds few days and places: each period is decided once.
    private static IEnumerable<string?> PeriodsOf(IReadOnlyCollection<UnemploymentRegistered> events)
    {
        var decided = new Dictionary<(string, DateOnly), string?>();
        foreach (var e in events)
        {
            var key = (e.Division, e.RegisteredOn);
            if (!decided.TryGetValue(key, out var period))
            {
                decided[key] = period = ReportPeriods.Of(e.Division, e.RegisteredOn);
            }

            yield return period;
        }
    }
}

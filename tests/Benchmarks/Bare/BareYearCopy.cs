using System.Diagnostics;
using Npgsql;

namespace Wenye.Benchmarks.Bare;

/// <summary>
/// What the database alone takes for the bytes of a rebuild of a year's figures: COPY out of what is read, table by table without a
/// join and in no order, and COPY in of the verdicts into a table with the same key and indexes; one connection, as the rebuild has.
/// </summary>
internal sealed class BareYearCopy(string database)
{
    private static readonly string[] Read =
    [
        """
        select person_id, employment_id, division, urban, manner, type, employed_on, registered_on, employer_code, was_registered_unemployed, birth_year
        from registered_employment
        """,
        "select employment_id, ended_on, registered_on from ended_employment",
        "select registration_id, person_id, registered_on from registered_person",
        "select registration_id, cancelled_on from cancelled_registration",
        "select person_id, kind, begins, ends, employer_code from person_spell",
        "select employment_id, doubtful, handling_error, rural_post_or_workshop, transfer_or_renewal from record_mark",
    ];

    private CopiedRows? stored;

    /// <returns>Verdicts a second.</returns>
    public async Task<double> MeasureAsync()
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync();
        stored ??= await CopiedRows.ReadAsync(connection, "COPY employment_verdict TO STDOUT (FORMAT BINARY)");
        await Sql.ExecuteAsync(database, "DROP TABLE IF EXISTS bare; CREATE TABLE bare (LIKE employment_verdict INCLUDING ALL)");
        await Sql.ExecuteAsync(database, "CHECKPOINT");
        var started = Stopwatch.GetTimestamp();
        var piece = new byte[64 * 1024];
        foreach (var select in Read)
        {
            await using var read = await connection.BeginRawBinaryCopyAsync($"COPY ({select}) TO STDOUT (FORMAT BINARY)");
            while (await read.ReadAsync(piece, CancellationToken.None) > 0)
            {
            }
        }

        await stored.WriteAsync(connection, "COPY bare FROM STDIN (FORMAT BINARY)");
        var elapsed = Stopwatch.GetElapsedTime(started).TotalSeconds;
        var rows = (long)(await Sql.ExecuteAsync(database, "SELECT count(*) FROM bare"))!;
        await Sql.ExecuteAsync(database, "DROP TABLE bare");
        return rows / elapsed;
    }
}

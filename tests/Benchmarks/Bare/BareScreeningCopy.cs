using System.Diagnostics;
using Npgsql;
using Wenye.Benchmarks.Bare;

namespace Wenye.Benchmarks;

/// <summary>
/// What the database alone takes for a screening's bytes: COPY out of what is read, table by table without a join, and COPY in
/// of the finished rows, into a table that gets the same key at its end; as many connections as processors.
/// </summary>
internal sealed class BareScreeningCopy(string database, int firms)
{
    private static readonly string[] Read =
    [
        "select id, credit_code, division, pool, industry, insured_since, industry_policy_ok, zombie_or_dishonest_or_bankrupt, priority, to_recover_fen from firm where id",
        "select known_months, paid_months, arrears_months, paid_months_before, arrears_months_before, total_paid_fen, insured_at_end, laid_off from firm_year where year = 2019 and firm_id",
        "select known_months, paid_months, arrears_months, paid_months_before, arrears_months_before from firm_year where year = 2020 and firm_id",
        "select employees, revenue_fen, assets_fen from firm_finance where year = 2019 and firm_id",
        "select kind, paid_fen from past_refund where year = 2020 and firm_id",
    ];

    private readonly int connections = Environment.ProcessorCount;
    private CopiedRows[]? stored;

    public async Task<double> MeasureAsync()
    {
        stored ??= await Task.WhenAll(Parts().Select(StoredAsync));
        await Sql.ExecuteAsync(database, "DROP TABLE IF EXISTS bare");
        await Sql.ExecuteAsync(database, "CREATE TABLE bare (LIKE screening_result INCLUDING DEFAULTS) WITH (autovacuum_enabled = false)");
        await Sql.ExecuteAsync(database, "CHECKPOINT");
        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(Parts().Select((range, i) => Task.Run(() => CopyAsync(range, stored[i]))));
        await Sql.ExecuteAsync(database, "ALTER TABLE bare ADD PRIMARY KEY (screening_id, credit_code)");
        var elapsed = Stopwatch.GetElapsedTime(started).TotalSeconds;
        return (long)(await Sql.ExecuteAsync(database, "SELECT count(*) FROM bare"))! / elapsed;
    }

    private IEnumerable<(long From, long To)> Parts() =>
        Enumerable.Range(0, connections).Select(i => (((long)firms * i / connections) + 1, (long)firms * (i + 1) / connections));

    private async Task CopyAsync((long From, long To) range, CopiedRows rows)
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync();
        var piece = new byte[64 * 1024];
        foreach (var select in Read)
        {
            await using var read = await connection.BeginRawBinaryCopyAsync($"COPY ({select} between {range.From} and {range.To}) TO STDOUT (FORMAT BINARY)");
            while (await read.ReadAsync(piece, CancellationToken.None) > 0)
            {
            }
        }

        await rows.WriteAsync(connection, "COPY bare FROM STDIN (FORMAT BINARY)");
    }

    private async Task<CopiedRows> StoredAsync((long From, long To) range)
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync();
        return await CopiedRows.ReadAsync(
            connection, $"COPY (select * from screening_result where firm_id between {range.From} and {range.To}) TO STDOUT (FORMAT BINARY)");
    }
}

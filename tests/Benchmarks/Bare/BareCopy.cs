using System.Diagnostics;
using Npgsql;

namespace Wenye.Benchmarks.Bare;

/// <summary>What a process would do that has the finished rows in memory: a COPY into tables of the same columns and indexes.</summary>
/// <param name="database">Where the rows were stored, and are again.</param>
/// <param name="tables">Whose rows; those of the first are counted.</param>
internal sealed class BareCopy(string database, params string[] tables)
{
    private readonly Dictionary<string, CopiedRows> _stored = new(StringComparer.Ordinal);

    /// <summary>Rows a second; the rows are those that stood there at the first measurement.</summary>
    public async Task<double> MeasureAsync()
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync();
        foreach (var table in tables)
        {
            if (!_stored.ContainsKey(table))
            {
                _stored[table] = await CopiedRows.ReadAsync(connection, $"COPY {table} TO STDOUT (FORMAT BINARY)");
            }

            await Sql.ExecuteAsync(database, $"DROP TABLE IF EXISTS bare_{table}; CREATE TABLE bare_{table} (LIKE {table} INCLUDING ALL)");
        }

        var started = Stopwatch.GetTimestamp();
        foreach (var table in tables)
        {
            await _stored[table].WriteAsync(connection, $"COPY bare_{table} FROM STDIN (FORMAT BINARY)");
        }

        var elapsed = Stopwatch.GetElapsedTime(started).TotalSeconds;
        return (long)(await Sql.ExecuteAsync(database, $"SELECT count(*) FROM bare_{tables[0]}"))! / elapsed;
    }
}

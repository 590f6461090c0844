using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace Wenye.Benchmarks.Search;

/// <summary>Keeps the statement that a handler sent, so that PostgreSQL can be asked for its plan with the same values.</summary>
internal sealed class CapturedStatement : DbCommandInterceptor
{
    private string _text = "";
    private NpgsqlParameter[] _parameters = [];

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        _text = command.CommandText;
        _parameters = [.. command.Parameters.Cast<NpgsqlParameter>().Select(parameter => parameter.Clone())];
        return ValueTask.FromResult(result);
    }

    /// <summary>The plan of the last statement, run to the end, with the buffers it read.</summary>
    public async Task<string> ExplainAsync(string connectionString)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var explain = new NpgsqlCommand($"EXPLAIN (ANALYZE, BUFFERS, COSTS OFF) {_text}", connection);
        explain.Parameters.AddRange(_parameters.Select(parameter => parameter.Clone()).ToArray());
        await using var reader = await explain.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await reader.ReadAsync())
        {
            lines.Add(reader.GetString(0));
        }

        return string.Join('\n', lines);
    }
}

using Npgsql;
using Wenye.CodeTables;
using Wenye.CodeTables.Distribution;
using Wenye.Persistence;

namespace Wenye.Registration.Data;

/// <summary>The imported code tables in Registration's database (代码表库): what every process is to agree with.</summary>
internal sealed class CodeTableDatabase(NpgsqlDataSource database) : ICodeTableOrigin
{
    private const string ReadVersion = ServiceDatabase.Untraced + "select version from code_table_version";
    private const string ReadAll = "select table_code, code, label, valid_from, valid_to, source, parent, heading from code_table_entry";
    private const string ReadTable = ReadAll + " where table_code = $1";

    public string Name => "the database";

    public async Task<ImportedCodeTables?> LoadAsync(long? known, CancellationToken cancellation)
    {
        try
        {
            await using (var asking = database.CreateCommand(ReadVersion))
            {
                if ((long?)await asking.ExecuteScalarAsync(cancellation) == known)
                {
                    return null;
                }
            }

            return await LoadAsync(cancellation);
        }
        catch (NpgsqlException outage)
        {
            throw new CodeTablesUnavailableException("The database does not answer.", outage);
        }
    }

    /// <summary>The table's entries as they are within a transaction; null when none was ever imported.</summary>
    public static async Task<IReadOnlyList<CodeEntry>?> ReadTableAsync(NpgsqlConnection connection, string table, CancellationToken cancellation)
    {
        await using var reading = new NpgsqlCommand(ReadTable, connection) { Parameters = { new() { Value = table } } };
        return await ReadAsync(reading, cancellation) is { Count: > 0 } entries ? entries : null;
    }

    // Version and entries of one moment.
    private async Task<ImportedCodeTables> LoadAsync(CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var moment = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancellation);
        await using var asking = new NpgsqlCommand(ReadVersion, connection);
        var version = (long)(await asking.ExecuteScalarAsync(cancellation))!;
        await using var reading = new NpgsqlCommand(ReadAll, connection);
        return new ImportedCodeTables(version, await ReadAsync(reading, cancellation));
    }

    private static async Task<List<CodeEntry>> ReadAsync(NpgsqlCommand reading, CancellationToken cancellation)
    {
        var entries = new List<CodeEntry>();
        await using var rows = await reading.ExecuteReaderAsync(cancellation);
        while (await rows.ReadAsync(cancellation))
        {
            entries.Add(new CodeEntry(
                rows.GetString(0), rows.GetString(1), rows.GetString(2), Day(rows, 3), Day(rows, 4), rows.GetString(5), rows.GetString(6), rows.GetBoolean(7)));
        }

        return entries;
    }

    private static DateOnly? Day(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetFieldValue<DateOnly>(column);
}

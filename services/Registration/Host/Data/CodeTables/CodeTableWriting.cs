using Npgsql;
using NpgsqlTypes;
using Wenye.CodeTables;
using Wenye.Persistence;

namespace Wenye.Registration.Data;

/// <summary>One import's transaction (导入事务): it holds the version's row, so imports follow each other.</summary>
internal sealed class CodeTableWriting : IAsyncDisposable
{
    private const string Lock = "select version from code_table_version for update";
    private const string Remove = "delete from code_table_entry where table_code = $1";
    private const string Write = "copy code_table_entry (table_code, code, label, valid_from, valid_to, source, parent, heading) from stdin (format binary)";
    private const string AddEdition =
        """
        insert into code_table_edition (id, table_code, name, edition, source, effective_from, imported_at, imported_by, entries, version)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
        """;

    // By the clock, yet always larger: a database restored to an earlier state meets no number again that processes may hold.
    private const string Advance =
        """
        update code_table_version set version = greatest(version + 1, (extract(epoch from clock_timestamp()) * 1000)::bigint) returning version
        """;

    private readonly NpgsqlConnection _connection;
    private readonly NpgsqlTransaction _transaction;
    private readonly AuditTrail _audit;

    private CodeTableWriting(NpgsqlConnection connection, NpgsqlTransaction transaction, AuditTrail audit, long version) =>
        (_connection, _transaction, _audit, Version) = (connection, transaction, audit, version);

    /// <summary>The version so far.</summary>
    public long Version { get; }

    public static async Task<CodeTableWriting> BeginAsync(NpgsqlDataSource database, CancellationToken cancellation)
    {
        var connection = await database.OpenConnectionAsync(cancellation);
        var transaction = await connection.BeginTransactionAsync(cancellation);
        await using var locking = new NpgsqlCommand(Lock, connection);
        return new CodeTableWriting(connection, transaction, AuditTrail.Of(database), (long)(await locking.ExecuteScalarAsync(cancellation))!);
    }

    /// <summary>The table as it was imported so far; null when it never was.</summary>
    public Task<IReadOnlyList<CodeEntry>?> ReadAsync(string table, CancellationToken cancellation) =>
        CodeTableDatabase.ReadTableAsync(_connection, table, cancellation);

    /// <summary>How many tables were imported so far.</summary>
    public async Task<long> CountTablesAsync(CancellationToken cancellation)
    {
        await using var counting = new NpgsqlCommand("select count(distinct table_code) from code_table_edition", _connection);
        return (long)(await counting.ExecuteScalarAsync(cancellation))!;
    }

    /// <summary>Puts the entries in place of the table's, records the edition and commits.</summary>
    /// <returns>The new version.</returns>
    public async Task<long> SaveAsync(IReadOnlyList<CodeEntry> table, Func<long, StoredCodeEdition> edition, CancellationToken cancellation)
    {
        await using var advancing = new NpgsqlCommand(Advance, _connection);
        var version = (long)(await advancing.ExecuteScalarAsync(cancellation))!;
        var imported = edition(version);
        await ExecuteAsync(Remove, [imported.TableCode], cancellation);
        await CopyAsync(table, cancellation);
        await ExecuteAsync(
            AddEdition,
            [
                imported.Id, imported.TableCode, imported.Name, imported.Edition, imported.Source, (object?)imported.EffectiveFrom ?? DBNull.Value,
                imported.ImportedAt, imported.ImportedBy, imported.Entries, imported.Version,
            ],
            cancellation);
        await _audit.WriteAsync(_connection, cancellation);
        await _transaction.CommitAsync(cancellation);
        return version;
    }

    public async ValueTask DisposeAsync()
    {
        await _transaction.DisposeAsync();
        await _connection.DisposeAsync();
    }

    private async Task CopyAsync(IEnumerable<CodeEntry> table, CancellationToken cancellation)
    {
        await using var rows = await _connection.BeginBinaryImportAsync(Write, cancellation);
        foreach (var entry in table)
        {
            await rows.StartRowAsync(cancellation);
            await rows.WriteAsync(entry.Table, NpgsqlDbType.Text, cancellation);
            await rows.WriteAsync(entry.Code, NpgsqlDbType.Text, cancellation);
            await rows.WriteAsync(entry.Label, NpgsqlDbType.Text, cancellation);
            await WriteAsync(rows, entry.ValidFrom, cancellation);
            await WriteAsync(rows, entry.ValidTo, cancellation);
            await rows.WriteAsync(entry.Source, NpgsqlDbType.Text, cancellation);
            await rows.WriteAsync(entry.Parent, NpgsqlDbType.Text, cancellation);
            await rows.WriteAsync(entry.Heading, NpgsqlDbType.Boolean, cancellation);
        }

        await rows.CompleteAsync(cancellation);
    }

    private static Task WriteAsync(NpgsqlBinaryImporter rows, DateOnly? day, CancellationToken cancellation) =>
        day is { } value ? rows.WriteAsync(value, NpgsqlDbType.Date, cancellation) : rows.WriteNullAsync(cancellation);

    private async Task ExecuteAsync(string sql, IEnumerable<object> values, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, _connection);
        foreach (var value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        }

        await command.ExecuteNonQueryAsync(cancellation);
    }
}

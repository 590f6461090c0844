using Npgsql;

namespace Wenye.Statistics.Features.NewEmployment.RebuildNewEmployment;

/// <summary>The indexes of the verdicts beside their key (二级索引), set aside while all verdicts are written anew: made at once they cost a fraction.</summary>
/// <remarks>
/// In the transaction of the rebuild: if the process or the server ends in between, the transaction never was and every index stands.
/// Only an empty table is treated so: nobody reads it, and to read its rows would wait until the rebuild is over.
/// </remarks>
internal sealed class SecondaryIndexes
{
    private const string IsEmpty = "SELECT NOT EXISTS (SELECT FROM employment_verdict)";

    private const string Definitions = """
        SELECT i.indexrelid::regclass::text, pg_get_indexdef(i.indexrelid) FROM pg_index AS i
        WHERE i.indrelid = 'employment_verdict'::regclass AND NOT EXISTS (SELECT FROM pg_constraint AS c WHERE c.conindid = i.indexrelid)
        """;

    // A sort in memory; what does not fit goes to disk.
    private const string Memory = "SET LOCAL maintenance_work_mem = '256MB'";

    private readonly NpgsqlConnection connection;
    private readonly List<(string Name, string Definition)> setAside = [];

    private SecondaryIndexes(NpgsqlConnection connection) => this.connection = connection;

    /// <summary>Drops them where no verdict stands.</summary>
    /// <param name="connection">In the transaction that writes the verdicts; no batch is judged meanwhile.</param>
    /// <param name="cancellation">Ends it.</param>
    public static async Task<SecondaryIndexes> SetAsideAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        var indexes = new SecondaryIndexes(connection);
        await using (var isEmpty = new NpgsqlCommand(IsEmpty, connection))
        {
            if (await isEmpty.ExecuteScalarAsync(cancellation) is false)
            {
                return indexes;
            }
        }

        await using (var definitions = new NpgsqlCommand(Definitions, connection))
        await using (var rows = await definitions.ExecuteReaderAsync(cancellation))
        {
            while (await rows.ReadAsync(cancellation))
            {
                indexes.setAside.Add((rows.GetString(0), rows.GetString(1)));
            }
        }

        foreach (var (name, _) in indexes.setAside)
        {
            await indexes.RunAsync($"DROP INDEX {name}", cancellation);
        }

        return indexes;
    }

    /// <summary>Makes again what was dropped; nothing where nothing was.</summary>
    public async Task MakeAgainAsync(CancellationToken cancellation)
    {
        if (setAside.Count > 0)
        {
            await RunAsync(Memory, cancellation);
        }

        foreach (var (_, definition) in setAside)
        {
            await RunAsync(definition, cancellation);
        }
    }

    private async Task RunAsync(string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancellation);
    }
}

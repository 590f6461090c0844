using Npgsql;

namespace Wenye.Testing;

/// <summary>A database of one test or fixture.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly string _administration;
    private int _dropped;

    private TestDatabase(string administration, string name)
    {
        (_administration, Name) = (administration, name);
        var builder = new NpgsqlConnectionStringBuilder(administration) { Database = name, Pooling = true };
        ConnectionString = builder.ConnectionString;
    }

    public string Name { get; }

    public string ConnectionString { get; }

    /// <summary>Runs a statement as an administrator and returns its one value.</summary>
    public async Task<T> ReadAsync<T>(string sql, params IReadOnlyList<object> values)
    {
        await using var connection = new NpgsqlConnection(ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        }

        return (T)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>Ends the sessions that are still open and drops the database.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _dropped, 1) == 0)
        {
            await ExecuteAsync(_administration, $"DROP DATABASE IF EXISTS {Name} WITH (FORCE)", CancellationToken.None);
        }
    }

    internal static async Task<TestDatabase> CreateAsync(string administration, CancellationToken cancellationToken)
    {
        var name = $"test_{Guid.CreateVersion7():n}";
        await ExecuteAsync(administration, $"CREATE DATABASE {name}", cancellationToken);
        return new(administration, name);
    }

    private static async Task ExecuteAsync(string connectionString, string statement, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand(statement, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}

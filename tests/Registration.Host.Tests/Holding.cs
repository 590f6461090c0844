using Npgsql;
using Wenye.Testing;

namespace Wenye.Registration.Host.Tests;

/// <summary>A transaction that holds a row, as a call does that is about to commit: who needs the row waits for it.</summary>
internal sealed class Holding(NpgsqlConnection connection, NpgsqlTransaction transaction) : IAsyncDisposable
{
    // Of the sessions that wait, only those for this one's locks: other tests share the server. Asked of the locks:
    // pg_stat_activity shows a transaction the sessions of its first look for ever, and the waiting one may be newer.
    private const string Waiting = "select count(distinct pid) from pg_locks where not granted and pg_backend_pid() = any(pg_blocking_pids(pid))";

    public static async Task<Holding> BeginAsync(string connectionString, string sql, params object[] values)
    {
        var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        var holding = new Holding(connection, await connection.BeginTransactionAsync());
        await holding.ExecuteAsync(sql, values);
        return holding;
    }

    public Task AnotherWaitsAsync() => Eventually.IsTrueAsync(async () =>
    {
        await using var asking = new NpgsqlCommand(Waiting, connection);
        return (long)(await asking.ExecuteScalarAsync())! == 1;
    });

    public async Task ExecuteAsync(string sql, params object[] values)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        }

        await command.ExecuteNonQueryAsync();
    }

    public Task CommitAsync() => transaction.CommitAsync();

    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        await connection.DisposeAsync();
    }
}

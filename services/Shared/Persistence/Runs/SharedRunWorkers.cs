using Microsoft.Extensions.Logging;
using Npgsql;
using Wenye.ServiceDefaults;

namespace Wenye.Persistence;

/// <summary>Does the shards of runs kept in the tables of a <see cref="RunSql"/> (批次后台处理), and ends the runs.</summary>
/// <param name="database">Where the runs are.</param>
/// <param name="sql">Their statements.</param>
/// <param name="parameterVersion">Of this process: runs under others are left alone.</param>
/// <param name="telemetry">Told of open shards and failures.</param>
/// <param name="clock">Measures pauses.</param>
/// <param name="log">Told of failures.</param>
public abstract class SharedRunWorkers(
    NpgsqlDataSource database, RunSql sql, string parameterVersion, RunTelemetry telemetry, TimeProvider clock, ILogger log)
    : RunWorkers(database, sql.Channel, clock, log)
{
    /// <summary>Ends a run whose shards are all decided, in the transaction that holds it (收尾).</summary>
    protected abstract Task EndAsync(NpgsqlConnection connection, Guid run);

    /// <inheritdoc/>
    protected override async Task<bool> AnyOpenAsync(NpgsqlConnection connection)
    {
        await using var command = new NpgsqlCommand(sql.Open, connection) { Parameters = { new() { Value = parameterVersion } } };
        await using var reader = await command.ExecuteReaderAsync(CancellationToken.None);
        await reader.ReadAsync(CancellationToken.None);
        (telemetry.OpenShards, telemetry.ForeignShards) = (reader.GetInt64(0) + reader.GetInt64(1), reader.GetInt64(1));
        return reader.GetInt64(0) > 0;
    }

    /// <inheritdoc/>
    protected override async Task EndReadyAsync(NpgsqlConnection connection, CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested && await EndOneAsync(connection))
        {
        }
    }

    /// <inheritdoc/>
    protected override async Task FailAsync(NpgsqlConnection connection, ShardFailedException fault)
    {
        telemetry.Failures.Add(1);
        AuditedCall.Working($"{GetType().Name} {fault.Run}/{fault.Shard}");
        await using var fail = new NpgsqlBatch(connection)
        {
            BatchCommands = { new(sql.Fail) { Parameters = { new() { Value = fault.Run }, new() { Value = fault.Shard } } }, Audit.Command() },
        };
        await fail.ExecuteNonQueryAsync(CancellationToken.None);
    }

    private async Task<bool> EndOneAsync(NpgsqlConnection connection)
    {
        await using var transaction = await connection.BeginTransactionAsync();
        await using var ready = new NpgsqlCommand(sql.ClaimEnd, connection);
        if (await ready.ExecuteScalarAsync() is not Guid run)
        {
            return false;
        }

        AuditedCall.Working($"{GetType().Name} {run}");
        await EndAsync(connection, run);
        await Audit.WriteAsync(connection);
        await transaction.CommitAsync();
        return true;
    }
}

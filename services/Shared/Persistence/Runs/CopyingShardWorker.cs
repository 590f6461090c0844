using Grpc.Core;
using Npgsql;

namespace Wenye.Persistence;

/// <summary>Decides shards of a run kept in the tables of a <see cref="RunSql"/> and stores their lines by COPY (分片决定).</summary>
/// <param name="database">Where the runs are.</param>
/// <param name="sql">Their statements.</param>
/// <param name="parameterVersion">Of this process.</param>
/// <param name="copy">COPY of the lines, in binary form, FROM STDIN.</param>
/// <param name="telemetry">Told of what was stored.</param>
/// <param name="clock">Measures.</param>
public abstract class CopyingShardWorker(
    NpgsqlDataSource database, RunSql sql, string parameterVersion, string copy, RunTelemetry telemetry, TimeProvider clock)
    : ShardWorker<UnitShard, int>(database, clock)
{
    /// <summary>Reads and decides a shard (决定): the rows, which stand until the next, and how many units were looked at.</summary>
    protected abstract Task<(ReadOnlyMemory<byte> Rows, int Units)> DecideAsync(NpgsqlConnection connection, UnitShard shard);

    /// <inheritdoc/>
    protected override async Task<UnitShard?> ClaimAsync(NpgsqlConnection connection)
    {
        await using var claim = new NpgsqlCommand(sql.Claim, connection) { Parameters = { new() { Value = parameterVersion } } };
        await using var reader = await claim.ExecuteReaderAsync();
        return await reader.ReadAsync() ? new(reader.GetGuid(0), reader.GetInt32(1), reader.GetGuid(2), reader.GetGuid(3)) : null;
    }

    /// <inheritdoc/>
    protected override async Task<int> DoAsync(NpgsqlConnection connection, UnitShard shard)
    {
        var (rows, units) = await DecideAsync(connection, shard);
        await using (var copying = await connection.BeginRawBinaryCopyAsync(copy))
        {
            await copying.WriteAsync(rows);
        }

        await using var book = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new(sql.Book) { Parameters = { new() { Value = shard.Run }, new() { Value = shard.Number } } },
                new(RunSql.WithoutWaiting),
            },
        };
        await book.ExecuteNonQueryAsync();
        return units;
    }

    /// <inheritdoc/>
    protected override void Committed(int done, TimeSpan took)
    {
        telemetry.Done.Add(done);
        telemetry.ShardSeconds.Record(took.TotalSeconds);
    }

    /// <summary>A service that could not be asked can be asked later (可重试).</summary>
    protected override bool IsPassing(Exception fault) => base.IsPassing(fault) || fault is RpcException { StatusCode: StatusCode.Unavailable };
}

/// <summary>A shard that a worker holds (已领取分片).</summary>
/// <param name="Run">The run.</param>
/// <param name="Number">From 0.</param>
/// <param name="From">First unit.</param>
/// <param name="To">Last unit, included.</param>
public sealed record UnitShard(Guid Run, int Number, Guid From, Guid To) : IClaimedShard;

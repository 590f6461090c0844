using System.Data;
using Npgsql;
using NpgsqlTypes;
using Wenye.Persistence;
using Wenye.Policy;
using Wenye.Stabilization.Data;
using Wenye.Stabilization.Domain.Refunds;

namespace Wenye.Stabilization.Screenings;

/// <summary>Claims shards one after another and decides each in one transaction (分片处理).</summary>
/// <remarks>
/// Claim, firms, decisions, results, totals and the shard's mark commit together or not at all: whatever dies at whatever
/// moment, the shard is as it was and another worker does it. Nothing is done twice, and memory is that of one shard.
/// </remarks>
internal sealed class ShardWorker(
    NpgsqlDataSource database, ParameterSet parameters, RunBasis basis, ScreeningTelemetry telemetry, TimeProvider clock)
{
    private readonly ShardDecider decider = new(parameters);

    /// <summary>Works until there is no shard left to claim, or the host stops.</summary>
    /// <exception cref="ShardFault">A shard could not be decided for a reason of its own.</exception>
    public async Task WorkAsync(CancellationToken stopping)
    {
        await using var connection = await database.OpenConnectionAsync(stopping);
        while (!stopping.IsCancellationRequested && await DecideOneAsync(connection))
        {
        }
    }

    private async Task<bool> DecideOneAsync(NpgsqlConnection connection)
    {
        var started = clock.GetTimestamp();
        await using var transaction = await connection.BeginTransactionAsync();
        if (await ClaimAsync(connection) is not { } shard)
        {
            return false;
        }

        try
        {
            var decided = await DecideAsync(connection, shard);
            await transaction.CommitAsync();
            decided.Shapes.Committed();
            telemetry.Firms.Add(decided.Count);
            telemetry.ShardSeconds.Record(clock.GetElapsedTime(started).TotalSeconds);
            return true;
        }
        catch (Exception fault) when (!TransientFault.Is(fault) && connection.State == ConnectionState.Open)
        {
            throw new ShardFault(shard.Screening, shard.Number, fault);
        }
    }

    private async Task<ClaimedShard?> ClaimAsync(NpgsqlConnection connection)
    {
        await using var claim = new NpgsqlCommand(ScreeningSql.Claim, connection) { Parameters = { new() { Value = parameters.Version } } };
        await using var reader = await claim.ExecuteReaderAsync();
        return await reader.ReadAsync()
            ? new(
                reader.GetGuid(0),
                reader.GetInt32(1),
                reader.GetInt64(2),
                reader.GetInt64(3),
                Division.Parse(reader.GetString(4)),
                reader.GetFieldValue<DateOnly>(5),
                (RefundKind)reader.GetInt16(6))
            : null;
    }

    private async Task<DecidedShard> DecideAsync(NpgsqlConnection connection, ClaimedShard shard)
    {
        var pools = PoolRange.Of(shard.Region);
        decider.Begin(shard.Screening, shard.AsOf, await basis.OfAsync(shard.Screening, shard.Kind, shard.AsOf, pools));
        await foreach (var firm in RefundFactsReader.ReadAsync(connection, shard.Kind, shard.AsOf, new(shard.FromId, shard.ToId, pools.First, pools.Last)))
        {
            decider.Decide(firm);
        }

        var decided = decider.End();
        await using (var copy = await connection.BeginRawBinaryCopyAsync(
            $"COPY {ResultTable.Of(shard.Screening)} ({ResultTable.Columns}) FROM STDIN (FORMAT BINARY)"))
        {
            await copy.WriteAsync(decided.Rows);
        }

        await decided.Shapes.StoreAsync(connection);
        await BookAsync(connection, shard, decided.Tally);
        return decided;
    }

    // What a crash of PostgreSQL takes from its log are whole transactions: results and mark of a shard go together, and the
    // end of the run waits for the disk.
    private static async Task BookAsync(NpgsqlConnection connection, ClaimedShard shard, ScreeningTally tally)
    {
        await using var book = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new(ScreeningSql.Book)
                {
                    Parameters =
                    {
                        new() { Value = shard.Screening },
                        new() { Value = shard.Number },
                        new() { Value = tally.Write(), NpgsqlDbType = NpgsqlDbType.Text },
                    },
                },
                new(ScreeningSql.WithoutWaiting),
            },
        };
        await book.ExecuteNonQueryAsync();
    }

    private sealed record ClaimedShard(Guid Screening, int Number, long FromId, long ToId, Division Region, DateOnly AsOf, RefundKind Kind);
}

/// <summary>A shard that could not be decided (分片失败): not because the database is away, so trying again may not help.</summary>
internal sealed class ShardFault(Guid screening, int shard, Exception cause) : Exception($"Shard {shard} of screening {screening} could not be decided.", cause)
{
    public Guid Screening => screening;

    public int Shard => shard;
}

using Npgsql;
using NpgsqlTypes;
using Wenye.Persistence;
using Wenye.Policy;
using Wenye.Stabilization.Data;
using Wenye.Stabilization.Domain.Refunds;

namespace Wenye.Stabilization.Screenings;

/// <summary>Decides shards of firms (分片决定).</summary>
internal sealed class ScreeningWorker(
    NpgsqlDataSource database, ParameterSet parameters, RunBasis basis, ScreeningTelemetry telemetry, TimeProvider clock)
    : ShardWorker<ClaimedShard, DecidedShard>(database, clock)
{
    private readonly ShardDecider decider = new(parameters);

    protected override async Task<ClaimedShard?> ClaimAsync(NpgsqlConnection connection)
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

    protected override async Task<DecidedShard> DoAsync(NpgsqlConnection connection, ClaimedShard shard)
    {
        var pools = PoolRange.Of(shard.Region);
        decider.Begin(shard.Run, shard.AsOf, await basis.OfAsync(shard.Run, shard.Kind, shard.AsOf, pools));
        await foreach (var firm in RefundFactsReader.ReadAsync(connection, shard.Kind, shard.AsOf, new(shard.FromId, shard.ToId, pools.First, pools.Last)))
        {
            decider.Decide(firm);
        }

        var decided = decider.End();
        await using (var copy = await connection.BeginRawBinaryCopyAsync(
            $"COPY {ResultTable.Of(shard.Run)} ({ResultTable.Columns}) FROM STDIN (FORMAT BINARY)"))
        {
            await copy.WriteAsync(decided.Rows);
        }

        await decided.Shapes.StoreAsync(connection);
        await BookAsync(connection, shard, decided.Tally);
        return decided;
    }

    protected override void Committed(DecidedShard done, TimeSpan took)
    {
        done.Shapes.Committed();
        telemetry.Firms.Add(done.Count);
        telemetry.ShardSeconds.Record(took.TotalSeconds);
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
                        new() { Value = shard.Run },
                        new() { Value = shard.Number },
                        new() { Value = tally.Write(), NpgsqlDbType = NpgsqlDbType.Text },
                    },
                },
                new(ScreeningSql.WithoutWaiting),
            },
        };
        await book.ExecuteNonQueryAsync();
    }
}

/// <summary>A shard of a screening that a worker holds (已领取分片).</summary>
internal sealed record ClaimedShard(Guid Run, int Number, long FromId, long ToId, Division Region, DateOnly AsOf, RefundKind Kind) : IClaimedShard;

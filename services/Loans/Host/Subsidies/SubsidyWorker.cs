using Grpc.Core;
using Npgsql;
using Wenye.Persistence;
using Wenye.Policy;

namespace Wenye.Loans.Subsidies;

/// <summary>Decides shards of loans (分片决定).</summary>
internal sealed class SubsidyWorker(
    NpgsqlDataSource database, ParameterSet parameters, RunBases bases, BorrowerChecks checks, SubsidyTelemetry telemetry, TimeProvider clock)
    : ShardWorker<LoanShard, int>(database, clock)
{
    private readonly LineDecider decider = new(parameters);

    protected override async Task<LoanShard?> ClaimAsync(NpgsqlConnection connection)
    {
        await using var claim = new NpgsqlCommand(SubsidySql.Claim, connection) { Parameters = { new() { Value = parameters.Version } } };
        await using var reader = await claim.ExecuteReaderAsync();
        return await reader.ReadAsync() ? new(reader.GetGuid(0), reader.GetInt32(1), reader.GetGuid(2), reader.GetGuid(3)) : null;
    }

    protected override async Task<int> DoAsync(NpgsqlConnection connection, LoanShard shard)
    {
        var basis = await bases.OfAsync(shard.Run);
        var loans = await ShardLoans.ReadAsync(connection, shard.From, shard.To, basis);
        await checks.AskAsync(loans, CancellationToken.None);
        var rows = decider.Decide(loans, basis);
        await using (var copy = await connection.BeginRawBinaryCopyAsync($"COPY subsidy_line ({LineDecider.Columns}) FROM STDIN (FORMAT BINARY)"))
        {
            await copy.WriteAsync(rows);
        }

        // What a crash of PostgreSQL takes from its log are whole transactions: lines and mark of a shard go together, and the
        // end of the run waits for the disk.
        await using var book = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new(SubsidySql.Book) { Parameters = { new() { Value = shard.Run }, new() { Value = shard.Number } } },
                new(SubsidySql.WithoutWaiting),
            },
        };
        await book.ExecuteNonQueryAsync();
        return loans.Count;
    }

    protected override void Committed(int done, TimeSpan took)
    {
        telemetry.Loans.Add(done);
        telemetry.ShardSeconds.Record(took.TotalSeconds);
    }

    protected override bool IsPassing(Exception fault) => base.IsPassing(fault) || fault is RpcException { StatusCode: StatusCode.Unavailable };
}

/// <summary>A shard that a worker holds (已领取分片).</summary>
internal sealed record LoanShard(Guid Run, int Number, Guid From, Guid To) : IClaimedShard;

using Npgsql;
using Wenye.Persistence;
using Wenye.Policy;

namespace Wenye.Loans.Subsidies;

/// <summary>Decides shards of loans (分片决定).</summary>
internal sealed class SubsidyWorker(
    NpgsqlDataSource database, ParameterSet parameters, RunBases<RunBasis> bases, BorrowerChecks checks, SubsidyTelemetry telemetry, TimeProvider clock)
    : CopyingShardWorker(
        database, SubsidySql.Runs, parameters.Version, $"COPY subsidy_line ({LineDecider.Columns}) FROM STDIN (FORMAT BINARY)", telemetry, clock)
{
    private readonly LineDecider decider = new(parameters);

    protected override async Task<(ReadOnlyMemory<byte> Rows, int Units)> DecideAsync(NpgsqlConnection connection, UnitShard shard)
    {
        var basis = await bases.OfAsync(shard.Run);
        var loans = await ShardLoans.ReadAsync(connection, shard.From, shard.To, basis);
        await checks.AskAsync(loans, CancellationToken.None);
        return (decider.Decide(loans, basis), loans.Count);
    }
}

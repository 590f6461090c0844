using Microsoft.Extensions.Options;
using Npgsql;
using Wenye.Persistence;
using Wenye.Policy;

namespace Wenye.Loans.Subsidies;

/// <summary>Decides the shards of all quarters while the host runs (贴息后台计算), as many at once as it has processors.</summary>
internal sealed class SubsidyWorkers(
    NpgsqlDataSource database, ParameterSet parameters, RunBases bases, BorrowerChecks checks, IOptions<SubsidyOptions> options, SubsidyTelemetry telemetry,
    TimeProvider clock, ILogger<SubsidyWorkers> log)
    : RunWorkers(database, SubsidySql.Channel, clock, log)
{
    private readonly TimeProvider clock = clock;

    protected override IReadOnlyList<IShardWorker> Workers { get; } =
        [.. Enumerable.Range(0, options.Value.Workers).Select(_ => new SubsidyWorker(database, parameters, bases, checks, telemetry, clock))];

    protected override async Task<bool> AnyOpenAsync(NpgsqlConnection connection)
    {
        await using var command = new NpgsqlCommand(SubsidySql.Open, connection) { Parameters = { new() { Value = parameters.Version } } };
        await using var reader = await command.ExecuteReaderAsync(CancellationToken.None);
        await reader.ReadAsync(CancellationToken.None);
        (telemetry.OpenShards, telemetry.ForeignShards) = (reader.GetInt64(0) + reader.GetInt64(1), reader.GetInt64(1));
        return reader.GetInt64(0) > 0;
    }

    protected override async Task EndReadyAsync(NpgsqlConnection connection, CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested && await EndOneAsync(connection))
        {
        }
    }

    protected override async Task FailAsync(NpgsqlConnection connection, ShardFailedException fault)
    {
        telemetry.Failures.Add(1);
        await using var fail = new NpgsqlCommand(SubsidySql.Fail, connection) { Parameters = { new() { Value = fault.Run }, new() { Value = fault.Shard } } };
        await fail.ExecuteNonQueryAsync(CancellationToken.None);
    }

    private async Task<bool> EndOneAsync(NpgsqlConnection connection)
    {
        await using var transaction = await connection.BeginTransactionAsync();
        await using var ready = new NpgsqlCommand(SubsidySql.ClaimEnd, connection);
        if (await ready.ExecuteScalarAsync() is not Guid run)
        {
            return false;
        }

        await using var claims = new NpgsqlCommand("select array(select id from subsidy_claim where run_id = $1)", connection) { Parameters = { new() { Value = run } } };
        await using var sum = new NpgsqlCommand(SubsidySql.Sum, connection)
        {
            CommandTimeout = 0,
            Parameters = { new() { Value = (Guid[])(await claims.ExecuteScalarAsync())! } },
        };
        await sum.ExecuteNonQueryAsync();
        await using var end = new NpgsqlCommand(SubsidySql.End, connection) { Parameters = { new() { Value = run }, new() { Value = clock.GetUtcNow() } } };
        await end.ExecuteNonQueryAsync();
        await transaction.CommitAsync();
        return true;
    }
}

using Microsoft.Extensions.Options;
using Npgsql;
using Wenye.Persistence;
using Wenye.Policy;

namespace Wenye.Loans.Subsidies;

/// <summary>Decides the shards of all quarters while the host runs (贴息后台计算), as many at once as it has processors.</summary>
internal sealed class SubsidyWorkers(
    NpgsqlDataSource database, ParameterSet parameters, RunBases<RunBasis> bases, BorrowerChecks checks, IOptions<SubsidyOptions> options, SubsidyTelemetry telemetry,
    TimeProvider clock, ILogger<SubsidyWorkers> log)
    : SharedRunWorkers(database, SubsidySql.Runs, parameters.Version, telemetry, clock, log)
{
    private readonly TimeProvider clock = clock;

    protected override IReadOnlyList<IShardWorker> Workers { get; } =
        [.. Enumerable.Range(0, options.Value.Workers).Select(_ => new SubsidyWorker(database, parameters, bases, checks, telemetry, clock))];

    protected override async Task EndAsync(NpgsqlConnection connection, Guid run)
    {
        await using var claims = new NpgsqlCommand("select array(select id from subsidy_claim where run_id = $1)", connection) { Parameters = { new() { Value = run } } };
        await using var sum = new NpgsqlCommand(SubsidySql.Sum, connection)
        {
            CommandTimeout = 0,
            Parameters = { new() { Value = (Guid[])(await claims.ExecuteScalarAsync())! } },
        };
        await sum.ExecuteNonQueryAsync();
        await using var end = new NpgsqlCommand(SubsidySql.End, connection) { Parameters = { new() { Value = run }, new() { Value = clock.GetUtcNow() } } };
        await end.ExecuteNonQueryAsync();
    }
}

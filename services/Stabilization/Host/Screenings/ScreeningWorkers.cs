using Microsoft.Extensions.Options;
using Npgsql;
using Wenye.Persistence;
using Wenye.Policy;
using Wenye.ServiceDefaults;

namespace Wenye.Stabilization.Screenings;

/// <summary>Decides the shards of all screenings while the host runs (筛查后台处理), as many at once as it has processors.</summary>
internal sealed class ScreeningWorkers(
    NpgsqlDataSource database, ParameterSet parameters, RunBasis basis, IOptions<ScreeningOptions> options, ScreeningTelemetry telemetry,
    TimeProvider clock, ILogger<ScreeningWorkers> log)
    : RunWorkers(database, ScreeningSql.Channel, clock, log)
{
    protected override IReadOnlyList<IShardWorker> Workers { get; } =
        [.. Enumerable.Range(0, options.Value.Workers).Select(_ => new ScreeningWorker(database, parameters, basis, telemetry, clock))];

    protected override async Task<bool> AnyOpenAsync(NpgsqlConnection connection)
    {
        await using var command = new NpgsqlCommand(ScreeningSql.Open, connection) { Parameters = { new() { Value = parameters.Version } } };
        await using var reader = await command.ExecuteReaderAsync(CancellationToken.None);
        await reader.ReadAsync(CancellationToken.None);
        (telemetry.OpenShards, telemetry.ForeignShards) = (reader.GetInt64(0) + reader.GetInt64(1), reader.GetInt64(1));
        return reader.GetInt64(0) > 0;
    }

    protected override Task EndReadyAsync(NpgsqlConnection connection, CancellationToken stopping) => ScreeningEnd.EndReadyAsync(connection, Audit, stopping);

    protected override async Task FailAsync(NpgsqlConnection connection, ShardFailedException fault)
    {
        telemetry.Failures.Add(1);
        AuditedCall.Working($"{nameof(ScreeningWorkers)} {fault.Run}/{fault.Shard}");
        await using var fail = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new(ScreeningSql.Fail) { Parameters = { new() { Value = fault.Run }, new() { Value = fault.Shard } } },
                Audit.Command(),
            },
        };
        await fail.ExecuteNonQueryAsync(CancellationToken.None);
    }
}

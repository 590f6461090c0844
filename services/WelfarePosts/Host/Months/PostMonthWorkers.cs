using Microsoft.Extensions.Options;
using Npgsql;
using Wenye.Persistence;
using Wenye.Policy;

namespace Wenye.WelfarePosts.Months;

/// <summary>Decides the shards of all months while the host runs (月度后台核算), as many at once as it has processors.</summary>
internal sealed class PostMonthWorkers(
    NpgsqlDataSource database, ParameterSet parameters, RunBases<MonthBasis> bases, RegisterChecks checks, IOptions<PostMonthOptions> options,
    PostMonthTelemetry telemetry, TimeProvider clock, ILogger<PostMonthWorkers> log)
    : SharedRunWorkers(database, PostMonthSql.Runs, parameters.Version, telemetry, clock, log)
{
    private readonly TimeProvider clock = clock;

    protected override IReadOnlyList<IShardWorker> Workers { get; } =
        [.. Enumerable.Range(0, options.Value.Workers).Select(_ => new PostMonthWorker(database, parameters, bases, checks, telemetry, clock))];

    protected override async Task EndAsync(NpgsqlConnection connection, Guid run)
    {
        await using var total = new NpgsqlCommand(PostMonthSql.Total, connection) { CommandTimeout = 0, Parameters = { new() { Value = run } } };
        await total.ExecuteNonQueryAsync();
        await using var end = new NpgsqlCommand(PostMonthSql.End, connection)
        {
            CommandTimeout = 0, Parameters = { new() { Value = run }, new() { Value = clock.GetUtcNow() } },
        };
        await end.ExecuteNonQueryAsync();
    }
}

/// <summary>Decides shards of people in post (分片决定).</summary>
internal sealed class PostMonthWorker(
    NpgsqlDataSource database, ParameterSet parameters, RunBases<MonthBasis> bases, RegisterChecks checks, PostMonthTelemetry telemetry, TimeProvider clock)
    : CopyingShardWorker(
        database, PostMonthSql.Runs, parameters.Version, $"COPY post_month_line ({MonthDecider.Columns}) FROM STDIN (FORMAT BINARY)", telemetry, clock)
{
    private readonly MonthDecider decider = new(parameters);

    protected override async Task<(ReadOnlyMemory<byte> Rows, int Units)> DecideAsync(NpgsqlConnection connection, UnitShard shard)
    {
        var basis = await bases.OfAsync(shard.Run);
        var placements = await ShardPlacements.ReadAsync(connection, shard, basis);
        await checks.AskAsync(placements, CancellationToken.None);
        return (decider.Decide(placements, basis), placements.Count);
    }
}

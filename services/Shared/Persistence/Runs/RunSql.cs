namespace Wenye.Persistence;

/// <summary>The statements by which replicas share runs over many cases (批次语句): tables of runs and of their shards, alike in every service.</summary>
/// <remarks>
/// A run has id, state (1 while shards are decided), parameter_version and ended_at; a shard run_id, number, from_ and to_ its first
/// and last unit, how many they are, decided_at and failures.
/// </remarks>
/// <param name="run">Table of the runs.</param>
/// <param name="shard">Table of the shards.</param>
/// <param name="unit">What is run over, as its columns are called: "loan" for from_loan and to_loan.</param>
/// <param name="channel">What announces a new run.</param>
public sealed class RunSql(string run, string shard, string unit, string channel)
{
    /// <summary>What a crash of PostgreSQL takes from its log are whole transactions: what a shard wrote and its mark go together, and the end of the run waits for the disk.</summary>
    public const string WithoutWaiting = ServiceDatabase.Untraced + "set local synchronous_commit = off";

    /// <summary>What announces a new run (通知频道).</summary>
    public string Channel => channel;

    /// <summary>Announces one, at commit (通知).</summary>
    public string Wake { get; } = $"select pg_notify('{channel}', '')";

    /// <summary>The next shard that nobody else holds (领取), of runs under these parameters ($1): run, number, first and last unit.</summary>
    /// <remarks>
    /// Workers pass over shards that others hold, so replicas share a run without knowing each other. A run under other
    /// parameters than this process's is left to the replicas that hold those.
    /// </remarks>
    public string Claim { get; } = ServiceDatabase.Untraced +
        $"""
        select shard.run_id, shard.number, shard.from_{unit}, shard.to_{unit}
        from {shard} as shard join {run} as run on run.id = shard.run_id
        where shard.decided_at is null and run.state = 1 and run.parameter_version = $1
        order by shard.failures, shard.run_id, shard.number
        limit 1 for update of shard skip locked
        """;

    /// <summary>Marks the shard $2 of the run $1 as done (入账).</summary>
    public string Book { get; } = ServiceDatabase.Untraced + $"update {shard} set decided_at = now() where run_id = $1 and number = $2 and decided_at is null";

    /// <summary>Puts the shard $2 of the run $1 behind the others (记录失败).</summary>
    public string Fail { get; } = $"update {shard} set failures = failures + 1 where run_id = $1 and number = $2";

    /// <summary>How many shards are open (待处理), under these parameters ($1) and under others.</summary>
    public string Open { get; } = ServiceDatabase.Untraced +
        $"""
        select count(*) filter (where run.parameter_version = $1), count(*) filter (where run.parameter_version <> $1)
        from {shard} as shard join {run} as run on run.id = shard.run_id
        where shard.decided_at is null and run.state = 1
        """;

    /// <summary>A run whose shards are all decided and that is to be ended (领取收尾).</summary>
    public string ClaimEnd { get; } = ServiceDatabase.Untraced +
        $"""
        select id from {run} as run
        where ended_at is null and not exists (select from {shard} as shard where shard.run_id = run.id and shard.decided_at is null)
        order by id limit 1 for update skip locked
        """;

    /// <summary>Cuts a run into shards (切分); gives how many units it has.</summary>
    /// <param name="units">FROM and WHERE of the units, with their id.</param>
    /// <param name="counted">The shard's column of how many.</param>
    /// <param name="runAt">Number of the parameter with the run.</param>
    /// <param name="sizeAt">Number of the parameter with the most units a shard.</param>
    public string Cut(string units, string counted, int runAt, int sizeAt) =>
        $"""
        with part as (
            select number, min(id::text collate "C")::uuid as first, max(id::text collate "C")::uuid as last, count(*)::int as counted
            from (select id, ((row_number() over (order by id) - 1) / ${sizeAt})::int as number {units}) as numbered
            group by number),
        cut as (
            insert into {shard} (run_id, number, from_{unit}, to_{unit}, {counted}, failures)
            select ${runAt}, number, first, last, counted, 0 from part)
        select coalesce(sum(counted), 0)::bigint from part
        """;
}

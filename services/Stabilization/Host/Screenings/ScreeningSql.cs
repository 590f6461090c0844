using Wenye.Persistence;

namespace Wenye.Stabilization.Screenings;

/// <summary>The statements of screening (筛查语句); see docs/decisions/0044-screening.md.</summary>
internal static class ScreeningSql
{
    public const string Channel = "screening";

    public const string Wake = "select pg_notify('" + Channel + "', '')";

    // Who writes firms holds a lock that this one waits for. So every firm with a number up to the last one cut is on file
    // or never will be, and what is imported from now on has higher numbers: the run covers the firms known at this moment.
    public const string HoldFirms = "set local lock_timeout = '10s'; lock table firm in share mode";

    public const string Cut =
        """
        with part as (
            select number, min(id) as from_id, max(id) as to_id, count(*) as firms
            from (select id, ((row_number() over (order by id) - 1) / $4)::int as number from firm where pool between $2 and $3) as numbered
            group by number),
        cut as (insert into screening_shard (screening_id, number, from_id, to_id, failures) select $1, number, from_id, to_id, 0 from part)
        select coalesce(sum(firms), 0)::bigint from part
        """;

    // Workers pass over shards that others hold, so replicas share a run without knowing each other. A run under other
    // parameters than this process's is left to the replicas that hold those.
    public const string Claim = ServiceDatabase.Untraced +
        """
        select shard.screening_id, shard.number, shard.from_id, shard.to_id, screening.region, screening.as_of, screening.kind
        from screening_shard as shard join screening on screening.id = shard.screening_id
        where shard.decided_at is null and screening.state = 1 and screening.parameter_version = $1
        order by shard.failures, shard.screening_id, shard.number
        limit 1 for update of shard skip locked
        """;

    public const string Book = ServiceDatabase.Untraced +
        "update screening_shard set decided_at = now(), tally = $3::jsonb where screening_id = $1 and number = $2 and decided_at is null";

    public const string WithoutWaiting = ServiceDatabase.Untraced + "set local synchronous_commit = off";

    public const string StoreShapes = ServiceDatabase.Untraced +
        """
        insert into screening_shape (screening_id, code, legend)
        select $1, code, legend from unnest($2, $3) as met(code, legend) order by code
        on conflict do nothing
        """;

    public const string Fail = "update screening_shard set failures = failures + 1 where screening_id = $1 and number = $2";

    // Open shards of runs that go on, those of this process's parameters apart from those nobody here may decide.
    public const string Open = ServiceDatabase.Untraced +
        """
        select count(*) filter (where screening.parameter_version = $1), count(*) filter (where screening.parameter_version <> $1)
        from screening_shard as shard join screening on screening.id = shard.screening_id
        where shard.decided_at is null and screening.state = 1
        """;

    // A run whose shards are all decided, or that was cancelled: its results are to be keyed and its totals drawn up.
    public const string ClaimEnd = ServiceDatabase.Untraced +
        """
        select id from screening
        where ended_at is null
            and not exists (select from screening_shard as shard where shard.screening_id = screening.id and shard.decided_at is null)
        order by id limit 1 for update skip locked
        """;

    public const string Tallies = "select tally::text from screening_shard where screening_id = $1 and tally is not null order by number";

    public const string End = "update screening set state = case state when 1 then 2 else state end, ended_at = now(), tally = $2::jsonb where id = $1";
}

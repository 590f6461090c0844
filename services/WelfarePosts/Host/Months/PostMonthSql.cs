using Wenye.Persistence;

namespace Wenye.WelfarePosts.Months;

/// <summary>The statements of a month's run (月度核算语句); see docs/decisions/0072-post-months.md.</summary>
internal static class PostMonthSql
{
    /// <summary>Who was in post in the month, and of whom something is booked for it.</summary>
    /// <remarks>$1 and $2 the place's codes, $3 and $4 the month's first and last day, $5 the runs that booked it before.</remarks>
    public const string InPost =
        """
        division >= $1 and division < $2 and (
            (state <> 1 and started_on <= $4 and (ended_on is null or ended_on >= $3))
            or id in (select placement_id from post_month_line where run_id = any($5) and amount_fen <> 0))
        """;

    /// <summary>Who starts runs of a month waits for who does the same: a repeat of a request finds the answer of the first.</summary>
    public const string TakeTurn = "select pg_advisory_xact_lock(hashtextextended('post_month_run', 0))";

    /// <summary>How replicas share the runs (批次语句).</summary>
    public static RunSql Runs { get; } = new("post_month_run", "post_month_shard", "placement", "post_months");

    /// <summary>Cuts the run $6 into shards of at most $7.</summary>
    public static string Cut { get; } = Runs.Cut("from placement where " + InPost, "placements", runAt: 6, sizeAt: 7);

    /// <summary>Draws up the totals of the run $1.</summary>
    public const string Total =
        """
        insert into post_month_total (run_id, kind, outcome, lines, post_fen, insurance_fen, booked_fen, payable_fen, to_recover_fen)
        select $1, placement.kind, line.outcome, count(*), sum(line.post_fen)::bigint, sum(line.insurance_fen)::bigint, sum(line.booked_fen)::bigint,
            sum(greatest(line.amount_fen, 0))::bigint, -sum(least(line.amount_fen, 0))::bigint
        from post_month_line as line join placement on placement.id = line.placement_id
        where line.run_id = $1 group by placement.kind, line.outcome
        """;

    /// <summary>Ends the run $1 at $2.</summary>
    public const string End =
        """
        update post_month_run set state = 2, ended_at = $2,
            payable_fen = (select coalesce(sum(payable_fen), 0)::bigint from post_month_total where run_id = $1),
            to_recover_fen = (select coalesce(sum(to_recover_fen), 0)::bigint from post_month_total where run_id = $1),
            hash = (
                select encode(sha256(coalesce(string_agg(
                    sha256(convert_to(concat_ws('|', placement_id, amount_fen, record), 'UTF8') || trace), ''::bytea order by placement_id), ''::bytea)), 'hex')
                from post_month_line where run_id = $1)
        where id = $1
        """;

    /// <summary>Says whom the run $1 pays how much: urban posts each employer and county, rural ones (kind 2) each person.</summary>
    public const string Pay =
        """
        insert into post_month_payment (id, run_id, employer_id, placement_id, division, amount_fen, lines)
        select gen_random_uuid(), $1, employer_id, null, division, sum(amount_fen)::bigint, count(*)::int
        from post_month_line as line join placement on placement.id = line.placement_id
        where line.run_id = $1 and line.amount_fen > 0 and placement.kind <> 2 group by employer_id, division
        union all
        select gen_random_uuid(), $1, null, placement.id, division, amount_fen, 1
        from post_month_line as line join placement on placement.id = line.placement_id
        where line.run_id = $1 and line.amount_fen > 0 and placement.kind = 2
        """;

    /// <summary>Notes the payables $2 of the payments $1.</summary>
    public const string Paid =
        "update post_month_payment as payment set payable_id = made.payable from unnest($1, $2) as made(id, payable) where payment.id = made.id";
}

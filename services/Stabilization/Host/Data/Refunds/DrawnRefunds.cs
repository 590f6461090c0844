using Wenye.Contracts.Payments.V1;

namespace Wenye.Stabilization.Data;

/// <summary>What firms hold of a year's refunds (本年度已享受的稳岗返还): what earlier systems paid and what is payable here.</summary>
/// <remarks>
/// What is payable counts as drawn at once, not when the bank has paid, so that nothing is granted twice meanwhile. What was
/// kept back for a debt of former years was drawn too: it paid that debt. What was dropped (an objection upheld) was never drawn,
/// what came back no longer is; what is asked back stays drawn until it comes, so that it is not paid a second time.
/// </remarks>
internal static class DrawnRefunds
{
    private static readonly int Dropped = (int)PayableState.Dropped;

    /// <summary>A query with a row for each refund: firm_id, kind, fen, open_fen (asked back and not come back), granted_on (查询语句).</summary>
    /// <param name="year">The year, as SQL.</param>
    /// <param name="firms">Which firms, as SQL that follows <c>firm_id</c>: <c>= ANY($1)</c>.</param>
    public static string Sql(string year, string firms) =>
        $"""
        SELECT firm_id, kind::int AS kind, paid_fen AS fen, 0::bigint AS open_fen, NULL::date AS granted_on
        FROM past_refund WHERE year = {year} AND firm_id {firms}
        UNION ALL
        SELECT r.firm_id, r.kind::int, p.amount_fen + r.deducted_fen - p.recovered_fen, greatest(r.to_recover_fen - p.recovered_fen, 0), s.as_of
        FROM refund_case r JOIN payable p ON p.id = r.payable_id LEFT JOIN screening s ON s.id = r.screening_id
        WHERE r.year = {year} AND r.firm_id {firms} AND p.state <> {Dropped}
        """;

    /// <summary>A query with a row for each firm that holds any: firm_id, general, difficult, open_fen of the kind, granted_on (days, distinct).</summary>
    /// <param name="year">As above.</param>
    /// <param name="firms">As above.</param>
    /// <param name="kind">Whose open recoveries, as SQL.</param>
    public static string ByFirm(string year, string firms, string kind) =>
        $"""
        SELECT firm_id, coalesce(sum(fen) FILTER (WHERE kind = 1), 0)::bigint AS general, coalesce(sum(fen) FILTER (WHERE kind = 2), 0)::bigint AS difficult,
            coalesce(sum(open_fen) FILTER (WHERE kind = {kind}), 0)::bigint AS open_fen,
            coalesce(array_agg(DISTINCT granted_on) FILTER (WHERE kind = {kind} AND granted_on IS NOT NULL), ARRAY[]::date[]) AS granted_on
        FROM ({Sql(year, firms)}) drawn GROUP BY firm_id
        """;

    /// <summary>A query with a row for each firm that still owes of former years: firm_id, fen (以往年度应退回): asked back here, not come back and not kept back.</summary>
    /// <param name="year">As above; the years before it.</param>
    /// <param name="firms">As above.</param>
    public static string OwedSql(string year, string firms) =>
        $"""
        SELECT r.firm_id, greatest(sum(CASE WHEN r.year < {year} THEN greatest(r.to_recover_fen - p.recovered_fen, 0) ELSE 0 END - r.set_off_fen), 0)::bigint AS fen
        FROM refund_case r JOIN payable p ON p.id = r.payable_id
        WHERE r.firm_id {firms} AND (r.to_recover_fen > 0 OR r.set_off_fen > 0) AND p.state <> {Dropped}
        GROUP BY r.firm_id
        """;
}

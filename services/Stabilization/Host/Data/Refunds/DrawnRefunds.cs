using Wenye.Contracts.Payments.V1;

namespace Wenye.Stabilization.Data;

/// <summary>What firms drew of a year's refunds (本年度已享受的稳岗返还): what earlier systems paid and what is payable here.</summary>
/// <remarks>
/// What is payable counts as drawn at once, not when the bank has paid, so that nothing is granted twice meanwhile. What was
/// dropped (an objection upheld) was never drawn; what settlement takes back, or came back, no longer is.
/// </remarks>
internal static class DrawnRefunds
{
    /// <summary>A query with a row for each refund: firm_id, kind, fen (查询语句).</summary>
    /// <param name="year">The year, as SQL.</param>
    /// <param name="firms">Which firms, as SQL that follows <c>firm_id</c>: <c>= ANY($1)</c>.</param>
    public static string Sql(string year, string firms) =>
        $"""
        SELECT firm_id, kind::int AS kind, paid_fen AS fen FROM past_refund WHERE year = {year} AND firm_id {firms}
        UNION ALL
        SELECT r.firm_id, r.kind::int, p.amount_fen - greatest(r.to_recover_fen, p.recovered_fen)
        FROM refund_case r JOIN payable p ON p.id = r.payable_id
        WHERE r.year = {year} AND r.firm_id {firms} AND p.state <> {(int)PayableState.Dropped}
        """;
}

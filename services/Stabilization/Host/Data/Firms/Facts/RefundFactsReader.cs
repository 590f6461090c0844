using System.Runtime.CompilerServices;
using Npgsql;
using Wenye.Contracts.Stabilization.V1;
using Wenye.Policy;
using RefundKind = Wenye.Stabilization.Domain.Refunds.RefundKind;

namespace Wenye.Stabilization.Data;

/// <summary>Which firms (企业范围): those of some pools within a range of numbers.</summary>
/// <param name="FromId">First <see cref="Firm.Id"/>, included.</param>
/// <param name="ToId">Last, included.</param>
/// <param name="FirstPool">Lowest code of a pool, included.</param>
/// <param name="LastPool">Highest, included.</param>
internal readonly record struct FirmIds(long FromId, long ToId, string FirstPool = "000000", string LastPool = "999999");

/// <summary>Reads what refunds are decided on (返还数据读取): one statement for any range of firms, one row a firm.</summary>
/// <remarks>
/// How each fact is made: docs/decisions/0043-firm-data.md. Every table that is joined is cut to the range itself, so that
/// PostgreSQL reads each along its key once instead of looking each firm up. What the platform itself made payable this year
/// counts as drawn from then on: a second screening does not grant it again. What it asked back in former years is owed beside
/// what the firm's own row says.
/// </remarks>
internal static class RefundFactsReader
{
    private static readonly string General = Sql(accounts: "null::bigint, null::bigint, null::bigint, null::bigint, null::bigint, null::bigint, null::bigint, null::bigint", joins: "");

    private static readonly string Difficult = Sql(
        accounts: "a.revenue_fen, a.profit_fen, a.assets_fen, a.liabilities_fen, b.revenue_fen, b.profit_fen, b.assets_fen, b.liabilities_fen",
        joins: Join("firm_finance", "a", "2018") + Join("firm_finance", "b", "2019"));

    /// <summary>The firms of a range, by number, as this connection's transaction sees them.</summary>
    /// <param name="connection">Open, and busy until the last row is read.</param>
    /// <param name="kind">Which refund: accounts of 2018 and 2019 are read for the difficult kind only.</param>
    /// <param name="asOf">The day of the decision.</param>
    /// <param name="firms">Which firms.</param>
    /// <param name="cancellation">Ends it.</param>
    public static async IAsyncEnumerable<RefundRow> ReadAsync(
        NpgsqlConnection connection, RefundKind kind, DateOnly asOf, FirmIds firms, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await using var command = new NpgsqlCommand(kind == RefundKind.Difficult ? Difficult : General, connection)
        {
            Parameters =
            {
                new NpgsqlParameter<long> { TypedValue = firms.FromId },
                new NpgsqlParameter<long> { TypedValue = firms.ToId },
                new NpgsqlParameter<string> { TypedValue = firms.FirstPool },
                new NpgsqlParameter<string> { TypedValue = firms.LastPool },
                new NpgsqlParameter<int> { TypedValue = asOf.Year },
            },
        };
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        while (await rows.ReadAsync(cancellation))
        {
            yield return new RefundRow(rows);
        }
    }

    private static string Sql(string accounts, string joins) =>
        $"""
        SELECT f.id, f.credit_code, f.division, f.pool, f.industry, f.insured_since, f.industry_policy_ok,
            f.zombie_or_dishonest_or_bankrupt, f.priority, f.to_recover_fen + coalesce(w.fen, 0),
            y.known_months, y.paid_months, y.arrears_months, y.paid_months_before, y.arrears_months_before,
            y.total_paid_fen, y.insured_at_end, y.laid_off,
            t.known_months, t.paid_months, t.arrears_months, t.paid_months_before, t.arrears_months_before,
            n.employees, n.revenue_fen, n.assets_fen, d.general, d.difficult, {accounts}
        FROM firm f{Join("firm_year", "y", "$5 - 1")}{Join("firm_year", "t", "$5")}{Join("firm_finance", "n", "$5 - 1")}{joins}
        LEFT JOIN (
            SELECT firm_id, sum(fen) FILTER (WHERE kind = 1)::bigint AS general, sum(fen) FILTER (WHERE kind = 2)::bigint AS difficult
            FROM ({DrawnRefunds.Sql("$5", "BETWEEN $1 AND $2")}) paid
            GROUP BY firm_id) d ON d.firm_id = f.id
        LEFT JOIN ({DrawnRefunds.OwedSql("$5", "BETWEEN $1 AND $2")}) w ON w.firm_id = f.id
        WHERE f.id BETWEEN $1 AND $2 AND f.pool BETWEEN $3 AND $4
        ORDER BY f.id
        """;

    private static string Join(string table, string alias, string year) =>
        $"\nLEFT JOIN {table} {alias} ON {alias}.firm_id = f.id AND {alias}.year = {year} AND {alias}.firm_id BETWEEN $1 AND $2";
}

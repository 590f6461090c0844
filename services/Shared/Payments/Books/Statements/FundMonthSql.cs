using Wenye.Payments.Data;
using Wenye.Payments.Ledger;

namespace Wenye.Payments.Books.Statements;

/// <summary>The ledger's figures of months (月度收支语句).</summary>
internal static class FundMonthSql
{
    // What was allotted and what came back are credits, what was paid a debit: the balance is the other side of all three.
    // Other moves touch none of these accounts; leaving their entries out saves most of the ledger.
    private static readonly string Figures = $"""
        SELECT k.fund, k.pool, k.month, {Sums("booked_on")}, {Sums("bank_on")}
        FROM k LEFT JOIN LATERAL (
            SELECT g.account, g.amount_fen, d.booked_on, coalesce(e.value_date, d.booked_on) AS bank_on
            FROM ledger_entry e CROSS JOIN LATERAL (SELECT (e.booked_at AT TIME ZONE 'Asia/Shanghai')::date AS booked_on) d
            JOIN ledger_posting g ON g.entry = e.sequence AND g.account IN ('{Account.Funding}', '{Account.Spent}', '{Account.Recovered}')
            WHERE e.fund = k.fund AND e.pool = k.pool AND e.kind IN ('{Move.Budget.Kind}', '{Move.Pay.Kind}', '{Move.Recover.Kind}')) l
            ON l.bank_on < k.month + interval '1 month'
        GROUP BY k.fund, k.pool, k.month
        """;

    /// <summary>fund, pool, month and twice opening, in, out, returned: by the day of booking, by the bank's day.</summary>
    /// <param name="keys">Gives fund, pool and month (the first day), no key twice.</param>
    public static string Of(string keys) => $"WITH k AS ({keys}) {Figures}";

    /// <summary>subject, expected and found of closed months that no longer agree with what they were closed on (结账后变动), in the pools from @from to @to and @year.</summary>
    public static string ClosedThatChanged => $"""
        SELECT f.pool || ' ' || to_char(f.month, 'YYYY-MM') || ' ' || f.fund, s.closing_fen,
            CASE WHEN s.by_bank_days THEN f.bank_opening + f.bank_in - f.bank_out + f.bank_returned ELSE f.opening + f.entered - f.paid + f.returned END
        FROM ({Figures}) AS f(fund, pool, month, opening, entered, paid, returned, bank_opening, bank_in, bank_out, bank_returned)
        JOIN k s ON s.fund = f.fund AND s.pool = f.pool AND s.month = f.month
        WHERE (s.opening_fen, s.in_fen, s.out_fen, s.returned_fen) IS DISTINCT FROM CASE WHEN s.by_bank_days
            THEN (f.bank_opening, f.bank_in, f.bank_out, f.bank_returned) ELSE (f.opening, f.entered, f.paid, f.returned) END
        """;

    /// <summary>The closed months of the pools from @from to @to and @year, as <c>k</c> (已结账月份).</summary>
    public const string Closed = """
        k AS (
            SELECT c.by_bank_days, s.* FROM fund_closing c JOIN fund_statement s USING (fund, pool, month, number)
            WHERE c.pool >= @from AND c.pool < @to AND @year IN (0, extract(year FROM c.month))
                AND NOT EXISTS (SELECT FROM fund_statement n WHERE (n.fund, n.pool, n.month) = (s.fund, s.pool, s.month) AND n.number > s.number))
        """;

    private static string Sums(string day) => string.Join(", ",
        $"coalesce(-sum(l.amount_fen) FILTER (WHERE l.{day} < k.month), 0)::bigint",
        Within(day, Account.Funding, "-"),
        Within(day, Account.Spent, ""),
        Within(day, Account.Recovered, "-"));

    private static string Within(string day, string account, string sign) =>
        $"coalesce({sign}sum(l.amount_fen) FILTER (WHERE l.{day} >= k.month AND l.{day} < k.month + interval '1 month' AND l.account = '{account}'), 0)::bigint";
}

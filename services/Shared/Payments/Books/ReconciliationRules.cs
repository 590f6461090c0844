using Wenye.Contracts.Payments.V1;
using Wenye.Payments.Books.Statements;
using Wenye.Payments.Data;
using Wenye.Payments.Ledger;

namespace Wenye.Payments.Books;

/// <summary>Something that must agree (对账规则).</summary>
/// <param name="Name">As in the contract.</param>
/// <param name="Message">What is wrong when it does not, in Chinese.</param>
/// <param name="Sql">Gives subject, expected and found fen (or a count) of whatever does not agree, over the tables of <see cref="ReconciliationRules.Scope"/>.</param>
internal sealed record ReconciliationRule(string Name, string Message, string Sql);

/// <summary>What must agree (对账规则).</summary>
internal static class ReconciliationRules
{
    private const string InPool = "pool >= @from AND pool < @to";

    /// <summary>What is compared (对账范围): the pools from @from to @to and @year, 0 for all.</summary>
    public const string Scope = $"""
        WITH e AS (SELECT * FROM ledger_entry WHERE {InPool} AND @year IN (0, year)),
        l AS (SELECT e.*, g.account, g.amount_fen FROM e JOIN ledger_posting g ON g.entry = e.sequence),
        b AS (SELECT * FROM budget WHERE {InPool} AND @year IN (0, year)),
        p AS (SELECT * FROM payable WHERE {InPool} AND @year IN (0, budget_year)),
        y AS (SELECT payment.*, p.fund, p.pool, p.budget_year FROM payment JOIN p ON p.id = payment.payable_id),
        {FundMonthSql.Closed}
        """;

    /// <summary>How much was compared (对账数量).</summary>
    public const string Totals = Scope + """
         SELECT (SELECT count(*) FROM e), (SELECT count(*) FROM y), (SELECT coalesce(sum(paid_fen), 0)::bigint FROM p)
        """;

    private static readonly string Committed = $"{(int)PayableState.Approved}, {(int)PayableState.Batched}, {(int)PayableState.Returned}";
    private static readonly string PastApproval = $"{Committed}, {(int)PayableState.Paid}, {(int)PayableState.Recovered}";

    public static IReadOnlyList<ReconciliationRule> All { get; } =
    [
        new("entries_add_up", "记账凭证借贷不平", """
            SELECT e.sequence::text, 0, coalesce(sum(g.amount_fen), -1) FROM e LEFT JOIN ledger_posting g ON g.entry = e.sequence
            GROUP BY e.sequence HAVING count(g.entry) <> 2 OR sum(g.amount_fen) <> 0
            """),
        .. Counter("amount", $"-{Balance(Account.Funding)}", "预算金额与账簿不符"),
        .. Counter("reserved", $"{Balance(Account.Reserved)} + {Balance(Account.InTransit)}", "预算已批准未拨付金额与账簿不符"),
        .. Counter("paid", Balance(Account.Spent), "预算已拨付金额与账簿不符"),
        .. Counter("recovered", $"-{Balance(Account.Recovered)}", "预算已追回金额与账簿不符"),
        new("payments_equal_ledger", "已付的拨付明细与账簿不符", $"""
            SELECT coalesce(y.payment_no, l.payment_no), coalesce(y.amount_fen, 0), coalesce(l.amount_fen, 0)
            FROM (SELECT payment_no, amount_fen FROM y WHERE state = {(int)PaymentState.Paid}) y
            FULL JOIN (SELECT payment_no, sum(amount_fen) AS amount_fen FROM l WHERE account = '{Account.Spent}' GROUP BY payment_no) l USING (payment_no)
            WHERE y.amount_fen IS DISTINCT FROM l.amount_fen
            """),
        new("sent_equals_in_transit", "在途的拨付明细与账簿不符", $"""
            SELECT coalesce(y.payment_no, l.payment_no), coalesce(y.amount_fen, 0), coalesce(l.amount_fen, 0)
            FROM (SELECT payment_no, amount_fen FROM y WHERE state = {(int)PaymentState.Sent}) y
            FULL JOIN (
                SELECT payment_no, sum(amount_fen) AS amount_fen FROM l WHERE account = '{Account.InTransit}' GROUP BY payment_no HAVING sum(amount_fen) <> 0) l
                USING (payment_no)
            WHERE y.amount_fen IS DISTINCT FROM l.amount_fen
            """),
        new("reserved_equals_payables", "款项已批准未拨付金额与账簿不符", $"""
            SELECT coalesce(p.id, l.payable_id)::text, coalesce(p.amount_fen, 0), coalesce(l.amount_fen, 0)
            FROM (SELECT id, amount_fen FROM p WHERE state IN ({Committed})) p
            FULL JOIN (
                SELECT payable_id, sum(amount_fen) AS amount_fen FROM l WHERE account IN ('{Account.Reserved}', '{Account.InTransit}')
                GROUP BY payable_id HAVING sum(amount_fen) <> 0) l ON l.payable_id = p.id
            WHERE p.amount_fen IS DISTINCT FROM l.amount_fen
            """),
        new("recoveries_equal_ledger", "款项已追回金额与账簿不符", $"""
            SELECT coalesce(p.id, l.payable_id)::text, coalesce(p.recovered_fen, 0), coalesce(l.amount_fen, 0)
            FROM (SELECT id, recovered_fen FROM p WHERE recovered_fen <> 0) p
            FULL JOIN (SELECT payable_id, -sum(amount_fen) AS amount_fen FROM l WHERE account = '{Account.Recovered}' GROUP BY payable_id) l ON l.payable_id = p.id
            WHERE p.recovered_fen IS DISTINCT FROM l.amount_fen
            """),
        new("paid_once", "款项的已拨付金额应与唯一一笔已付明细相符", $"""
            SELECT p.id::text, p.paid_fen, coalesce(sum(y.amount_fen), 0) FROM p LEFT JOIN y ON y.payable_id = p.id AND y.state = {(int)PaymentState.Paid}
            GROUP BY p.id, p.paid_fen, p.amount_fen, p.state
            HAVING count(y.payment_no) <> CASE WHEN p.state IN ({(int)PayableState.Paid}, {(int)PayableState.Recovered}) THEN 1 ELSE 0 END
                OR coalesce(sum(y.amount_fen), 0) <> p.paid_fen
            """),
        new("approved_before_sent", "款项未经批准即发送银行", $"""
            SELECT p.id::text, p.amount_fen, 0 FROM p
            WHERE p.state IN ({PastApproval}) AND NOT EXISTS (SELECT FROM payable_step s WHERE s.payable_id = p.id AND s.state = {(int)PayableState.Approved})
            """),
        new("publicised_before_approval", "款项未经公示或公示期未满即批准", $"""
            SELECT p.id::text, p.amount_fen, 0 FROM p LEFT JOIN publicity u ON u.id = p.publicity_id
            WHERE p.needs_publicity AND p.state IN ({PastApproval}) AND (u.id IS NULL OR EXISTS (
                SELECT FROM payable_step s WHERE s.payable_id = p.id AND s.state = {(int)PayableState.Approved}
                    AND (s.occurred_at AT TIME ZONE 'Asia/Shanghai')::date <= u."to"))
            """),
        new("objections_answered", "款项在异议未核查时批准", $"""
            SELECT p.id::text, p.amount_fen, 0 FROM p WHERE p.state IN ({PastApproval}) AND EXISTS (SELECT FROM objection o WHERE o.payable_id = p.id AND o.upheld IS NOT FALSE)
            """),
        new("batches_equal_payments", "批次的笔数与拨付明细不符", $"""
            SELECT t.id::text, t.payments, count(y.payment_no) FROM payment_batch t LEFT JOIN payment y ON y.batch_id = t.id
            WHERE {InPool.Replace("pool", "t.pool", StringComparison.Ordinal)}
            GROUP BY t.id HAVING t.payments <> count(y.payment_no) OR t.paid <> count(*) FILTER (WHERE y.state = {(int)PaymentState.Paid})
                OR t.returned <> count(*) FILTER (WHERE y.state = {(int)PaymentState.Returned})
            """),
        new("closed_months_stand", "已结账月份与账簿不再一致，请与财政部门核对并重新登记", FundMonthSql.ClosedThatChanged),
    ];

    private static string Balance(string account) => $"coalesce(sum(l.amount_fen) FILTER (WHERE l.account = '{account}'), 0)";

    // A budget without entries and entries without a budget are differences too.
    private static IEnumerable<ReconciliationRule> Counter(string counter, string balance, string message)
    {
        yield return new($"budget_{counter}_equals_ledger", message, $"""
            SELECT concat_ws(' ', fund, pool, year), coalesce(b.{counter}_fen, 0), coalesce(l.balance, 0) FROM b
            FULL JOIN (SELECT l.fund, l.pool, l.year, {balance} AS balance FROM l GROUP BY l.fund, l.pool, l.year) l USING (fund, pool, year)
            WHERE coalesce(b.{counter}_fen, 0) <> coalesce(l.balance, 0)
            """);
    }
}

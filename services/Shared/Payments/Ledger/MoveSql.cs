using Npgsql;
using Wenye.Contracts.Payments.V1;
using Wenye.Payments.Calls;
using Wenye.Persistence;
using Wenye.ServiceDefaults;

namespace Wenye.Payments.Ledger;

/// <summary>The parts of a statement that moves payables on (款项变动语句), each a common table expression behind one named <c>moved</c>.</summary>
/// <remarks>
/// <c>moved</c> has payable_id, payment_no, number, fund, pool, year and amount_fen, a payable once. State, step, ledger and
/// budget change in one statement, or none of them. Locks are taken before, in one order everywhere: payments, payables by
/// number, budgets by key; an entry's number is drawn under its budget's lock.
/// </remarks>
internal static class MoveSql
{
    /// <summary>The columns of <c>moved</c> when the moved table is payable p (列).</summary>
    public const string OfPayable = "p.id AS payable_id, NULL::text AS payment_no, p.number, p.fund, p.pool, p.budget_year AS year, p.amount_fen";

    /// <summary>Locks the budgets of what <paramref name="from"/> gives, as fund, pool and year.</summary>
    public static string LockBudgets(string from) =>
        $"SELECT b.fund FROM budget b WHERE (b.fund, b.pool, b.year) IN ({from}) ORDER BY b.fund, b.pool, b.year FOR UPDATE";

    /// <summary>A step for each (办理环节).</summary>
    public static string Steps(PayableState state) => $"""
        steps AS (
            INSERT INTO payable_step (payable_id, state, occurred_at, agency, operator, operator_hash, office_id, note)
            SELECT payable_id, {(int)state}, @at, @agency, @operator::bytea, @operator_hash::bytea, @office::uuid, @note::bytea FROM moved ORDER BY number)
        """;

    /// <summary>An entry of the ledger for each (记账). Its number is drawn first: joining entries back to what they book is quadratic when the planner guesses low.</summary>
    /// <param name="move">What is booked.</param>
    /// <param name="valueDate">The bank's day, over the columns of <c>moved</c>.</param>
    public static string Book(Move move, string valueDate = "NULL::date") => $"""
        booked AS MATERIALIZED (
            SELECT nextval(pg_get_serial_sequence('ledger_entry', 'sequence')) AS sequence, o.* FROM (SELECT * FROM moved ORDER BY number) o),
        entries AS (
            INSERT INTO ledger_entry (sequence, booked_at, kind, fund, pool, year, payable_id, payment_no, document, value_date) OVERRIDING SYSTEM VALUE
            SELECT sequence, @at, '{move.Kind}', fund, pool, year, payable_id, payment_no, @document::text, {valueDate} FROM booked),
        postings AS (
            INSERT INTO ledger_posting (entry, account, amount_fen)
            SELECT booked.sequence, leg.account, leg.sign * booked.amount_fen FROM booked
            CROSS JOIN (VALUES ('{move.Debit}', 1), ('{move.Credit}', -1)) AS leg(account, sign))
        """;

    /// <summary>The counters of the budgets (预算计数): <paramref name="change"/> sets columns of b by m.amount_fen, the sum of the budget's payables.</summary>
    public static string Count(string change) => $"""
        counted AS (
            UPDATE budget b SET {change}
            FROM (SELECT fund, pool, year, sum(amount_fen) AS amount_fen FROM moved GROUP BY fund, pool, year) m
            WHERE (b.fund, b.pool, b.year) = (m.fund, m.pool, m.year))
        """;

    /// <summary>The parameters that these parts use (参数).</summary>
    /// <param name="by">Who does it.</param>
    /// <param name="protector">Encrypts the operator's name and the note.</param>
    /// <param name="note">Why; absent: the remarks.</param>
    /// <param name="document">Of the ledger's entries.</param>
    public static IEnumerable<NpgsqlParameter> Parameters(HandledBy by, PersonalDataProtector protector, string? note = null, string? document = null) =>
    [
        PaymentCommands.Named("at", by.At.ToUniversalTime()),
        PaymentCommands.Named("agency", by.Agency),
        PaymentCommands.Named("operator", by.Operator is { } name ? protector.Protect(name) : null),
        PaymentCommands.Named("operator_hash", by.OperatorHash(protector)),
        PaymentCommands.Named("office", by.OfficeId),
        PaymentCommands.Named("note", (note ?? by.Remarks) is { } text ? protector.Protect(text) : null),
        PaymentCommands.Named("document", document),
    ];
}

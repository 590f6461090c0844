using Microsoft.EntityFrameworkCore;
using Npgsql;
using Wenye.Contracts.Events.Payments.V1;
using Wenye.Contracts.Payments.V1;
using Wenye.Payments.Calls;
using Wenye.Payments.Data;
using Wenye.Payments.Ledger;
using Wenye.Persistence;
using Wenye.Policy;
using Wenye.ServiceDefaults;

namespace Wenye.Payments.Bank;

/// <summary>A line that is new, with its payment (待记回盘).</summary>
/// <param name="Line">The bank's.</param>
/// <param name="Payment">As it was sent.</param>
/// <param name="Payable">What it pays.</param>
public sealed record FreshAnswer(BankReturnLine Line, StoredPayment Payment, StoredPayable Payable);

/// <summary>Lines of one message, judged (回盘核对).</summary>
/// <param name="Fresh">To be booked.</param>
/// <param name="Repeated">Lines taken before.</param>
/// <param name="Faults">Lines not taken.</param>
public sealed record JudgedAnswers(IReadOnlyList<FreshAnswer> Fresh, long Repeated, IReadOnlyList<BankReturnFault> Faults);

/// <summary>Judges the bank's answers against the payments and books them (回盘核对与记账).</summary>
public sealed class BankAnswers(ServiceDbContext database, PaymentTables tables, PersonalDataProtector protector)
{
    /// <summary>Locks the payments that the lines name and says which lines are new.</summary>
    /// <param name="lines">Without faults of their own.</param>
    /// <param name="caller">Knows only the payments of its pools.</param>
    /// <param name="cancellation">The call's.</param>
    public async Task<JudgedAnswers> JudgeAsync(IReadOnlyList<BankReturnLine> lines, Caller caller, CancellationToken cancellation)
    {
        var sent = await LockAsync([.. lines.Select(line => line.PaymentNo).Distinct()], caller, cancellation);
        var (fresh, faults, repeated) = (new Dictionary<string, FreshAnswer>(StringComparer.Ordinal), new List<BankReturnFault>(), 0L);
        foreach (var line in lines)
        {
            if (!sent.TryGetValue(line.PaymentNo, out var payment))
            {
                faults.Add(BankLine.Fault(line, "payment_no", "没有这个拨付编号，请核对回盘文件"));
            }
            else if (line.AmountFen != payment.Payment.AmountFen)
            {
                faults.Add(BankLine.Fault(line, "amount_fen", "金额与发送银行的金额不一致，请与银行核对"));
            }
            else if (payment.Payment.State == PaymentState.Sent && fresh.TryAdd(line.PaymentNo, payment with { Line = line }))
            {
                continue;
            }
            else if (Repeats(line, payment.Payment, fresh.GetValueOrDefault(line.PaymentNo)?.Line))
            {
                repeated++;
            }
            else
            {
                faults.Add(BankLine.Fault(line, "paid", "与此前的回盘结果矛盾，未予记账，请与银行核对"));
            }
        }

        return new JudgedAnswers([.. fresh.Values], repeated, faults);
    }

    /// <summary>Books new answers: payment, payable, step, ledger, budget and batch (记账).</summary>
    public async Task ApplyAsync(IReadOnlyList<FreshAnswer> fresh, HandledBy by, CancellationToken cancellation)
    {
        foreach (var group in fresh.GroupBy(answer => answer.Line.Paid))
        {
            await ApplyAsync(group.Key, [.. group], by, cancellation);
        }

        await tables.Steps(database).CopyAsync((NpgsqlConnection)database.Database.GetDbConnection(), [.. fresh.Select(answer => Step(answer, by))], cancellation);
        foreach (var answer in fresh.Where(answer => answer.Line.Paid))
        {
            database.Publish(Made(answer));
        }
    }

    private async Task ApplyAsync(bool paid, IReadOnlyList<FreshAnswer> answers, HandledBy by, CancellationToken cancellation)
    {
        var numbers = answers.Select(answer => answer.Line.PaymentNo).ToArray();
        await database.Command(
            MoveSql.LockBudgets("SELECT p.fund, p.pool, p.budget_year FROM payable p JOIN payment y ON y.payable_id = p.id WHERE y.payment_no = ANY(@numbers)"),
            PaymentCommands.Named("numbers", numbers)).ExecuteAsync(cancellation);
        var (payable, sum) = paid
            ? ($"state = {(int)PayableState.Paid}, paid_fen = p.amount_fen", MoveSql.Count("reserved_fen = b.reserved_fen - m.amount_fen, paid_fen = b.paid_fen + m.amount_fen") + ", ")
            : ($"state = {(int)PayableState.Returned}", "");
        await database.Command(
            $"""
            WITH answered AS (
                UPDATE payment y SET state = {(int)(paid ? PaymentState.Paid : PaymentState.Returned)}, bank_reference = a.reference, reason = a.reason, value_date = a.day
                FROM unnest(@numbers, @references, @reasons, @days) AS a(payment_no, reference, reason, day) WHERE y.payment_no = a.payment_no
                RETURNING y.payment_no, y.payable_id, y.batch_id, y.value_date),
            moved AS (
                UPDATE payable p SET {payable} FROM answered WHERE p.id = answered.payable_id
                RETURNING p.id AS payable_id, answered.payment_no, p.number, p.fund, p.pool, p.budget_year AS year, p.amount_fen, answered.value_date),
            {MoveSql.Book(paid ? Move.Pay : Move.Return, "value_date")}, {sum}
            batched AS (
                UPDATE payment_batch t SET {(paid ? "paid = t.paid" : "returned = t.returned")} + n.payments
                FROM (SELECT batch_id, count(*) AS payments FROM answered GROUP BY batch_id ORDER BY batch_id) n WHERE t.id = n.batch_id)
            SELECT 1
            """,
            [
                PaymentCommands.Named("numbers", numbers),
                new NpgsqlParameter("references", answers.Select(answer => Text(answer.Line.BankReference)).ToArray()),
                new NpgsqlParameter("reasons", NpgsqlTypes.NpgsqlDbType.Array | NpgsqlTypes.NpgsqlDbType.Bytea) { Value = answers.Select(answer => Text(answer.Line.Reason) is { } reason ? protector.Protect(reason) : null).ToArray() },
                PaymentCommands.Named("days", answers.Select(answer => answer.Line.ValueDate.ToDay()).ToArray()),
                PaymentCommands.Named("at", by.At.ToUniversalTime()),
                PaymentCommands.Named("document", value: null),
            ]).ExecuteAsync(cancellation);
    }

    private async Task<Dictionary<string, FreshAnswer>> LockAsync(string[] numbers, Caller caller, CancellationToken cancellation)
    {
        var payments = await database.Set<StoredPayment>()
            .FromSql($"SELECT * FROM payment WHERE payment_no = ANY({numbers}) ORDER BY payment_no FOR UPDATE").AsNoTracking().ToListAsync(cancellation);
        var ids = payments.Select(payment => payment.PayableId).Distinct().ToArray();
        var payables = await database.Set<StoredPayable>()
            .FromSql($"SELECT * FROM payable WHERE id = ANY({ids}) ORDER BY number FOR UPDATE").AsNoTracking().ToListAsync(cancellation);
        return payments.Join(payables, payment => payment.PayableId, payable => payable.Id, (payment, payable) => new FreshAnswer(new BankReturnLine(), payment, payable))
            .Where(answer => caller.MaySee(answer.Payable.Pool)).ToDictionary(answer => answer.Payment.PaymentNo, StringComparer.Ordinal);
    }

    // Against what was booked before, or against the same message's earlier line.
    private static bool Repeats(BankReturnLine line, StoredPayment payment, BankReturnLine? earlier) => earlier is null
        ? BankLine.Repeats(line, payment.State, payment.BankReference, payment.Reason, payment.ValueDate)
        : BankLine.Repeats(line, earlier.Paid ? PaymentState.Paid : PaymentState.Returned, earlier.BankReference, earlier.Reason, earlier.ValueDate.ToDay());

    private static PaymentMade Made(FreshAnswer answer) => new()
    {
        PaymentNo = answer.Payment.PaymentNo,
        Benefit = answer.Payable.Benefit,
        Payee = answer.Payable.Payee,
        Division = answer.Payable.Division,
        AmountFen = answer.Payment.AmountFen,
        PaidOn = answer.Line.ValueDate.ToDay(),
        Fund = Term<Fund>.Text(answer.Payable.Fund),
    };

    private static StoredStep Step(FreshAnswer answer, HandledBy by) => new()
    {
        PayableId = answer.Payable.Id,
        State = answer.Line.Paid ? PayableState.Paid : PayableState.Returned,
        OccurredAt = by.At,
        Agency = by.Agency,
        Operator = null,
        OperatorHash = null,
        OfficeId = null,
        Note = Text(answer.Line.Reason),
    };

    private static string? Text(string value) => value.Length == 0 ? null : value;
}

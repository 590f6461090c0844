using Wenye.Contracts.Payments.V1;
using Wenye.Payments.Calls;
using Wenye.Payments.Data;
using Wenye.Persistence;
using Wenye.ServiceDefaults;

namespace Wenye.Payments.Ledger;

/// <summary>Moves one payable on that the caller has locked (单笔变动).</summary>
public sealed class OneMove(ServiceDbContext database, PersonalDataProtector protector)
{
    /// <summary>Sets its state and keeps the step; no money moves.</summary>
    public Task ToAsync(StoredPayable payable, PayableState state, HandledBy by, string? note, CancellationToken cancellation) => database.Command(
        $"""
        WITH moved AS (UPDATE payable p SET state = {(int)state} WHERE p.id = @id RETURNING {MoveSql.OfPayable}), {MoveSql.Steps(state)}
        SELECT 1
        """,
        [PaymentCommands.Named("id", payable.Id), .. MoveSql.Parameters(by, protector, note)]).ExecuteAsync(cancellation);

    /// <summary>Gives up what was reserved for it (撤销批准).</summary>
    public async Task ReleaseAsync(StoredPayable payable, HandledBy by, string note, CancellationToken cancellation)
    {
        await LockBudgetAsync(payable, cancellation);
        await database.Command(
            $"""
            WITH moved AS (UPDATE payable p SET state = {(int)PayableState.Dropped} WHERE p.id = @id RETURNING {MoveSql.OfPayable}),
            {MoveSql.Steps(PayableState.Dropped)}, {MoveSql.Book(Move.Release)}, {MoveSql.Count("reserved_fen = b.reserved_fen - m.amount_fen")}
            SELECT 1
            """,
            [PaymentCommands.Named("id", payable.Id), .. MoveSql.Parameters(by, protector, note)]).ExecuteAsync(cancellation);
    }

    /// <summary>Books what came back from the payee (追回); at most what is left of the payment.</summary>
    public async Task RecoverAsync(StoredPayable payable, long fen, string bankReference, DateOnly valueDate, HandledBy by, CancellationToken cancellation)
    {
        await LockBudgetAsync(payable, cancellation);
        var state = payable.RecoveredFen + fen == payable.PaidFen ? PayableState.Recovered : PayableState.Paid;
        await database.Command(
            $"""
            WITH changed AS (
                UPDATE payable p SET state = {(int)state}, recovered_fen = p.recovered_fen + @fen WHERE p.id = @id RETURNING {MoveSql.OfPayable}),
            moved AS (SELECT payable_id, payment_no, number, fund, pool, year, @fen AS amount_fen FROM changed),
            {MoveSql.Steps(state)}, {MoveSql.Book(Move.Recover, "@value_date")}, {MoveSql.Count("recovered_fen = b.recovered_fen + m.amount_fen")}
            SELECT 1
            """,
            [
                PaymentCommands.Named("id", payable.Id),
                PaymentCommands.Named("fen", fen),
                PaymentCommands.Named("value_date", valueDate),
                .. MoveSql.Parameters(by, protector, document: bankReference),
            ]).ExecuteAsync(cancellation);
    }

    private Task<int> LockBudgetAsync(StoredPayable payable, CancellationToken cancellation) => database.Command(
        MoveSql.LockBudgets("SELECT p.fund, p.pool, p.budget_year FROM payable p WHERE p.id = @id"), PaymentCommands.Named("id", payable.Id)).ExecuteAsync(cancellation);
}

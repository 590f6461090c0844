using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Payments.V1;
using Wenye.Payments.Calls;
using Wenye.Payments.Data;
using Wenye.Payments.Ledger;
using Wenye.Persistence;
using Wenye.ServiceDefaults;

namespace Wenye.Payments.Approval;

/// <summary>What may be spent (预算).</summary>
public sealed class Budgets(ServiceDbContext database, OnceCalls calls, PersonalDataProtector protector, TimeProvider time)
{
    private const int LongestDocument = 100;
    private const int FirstYear = 2000;
    private const int LastYear = 2100;

    /// <summary>Sets what may be spent of a fund by a pool in a year (下达预算); never below what is reserved and paid.</summary>
    public Task<SetBudgetResponse> SetAsync(SetBudgetRequest request, Caller caller, CancellationToken cancellation)
    {
        Validate(request);
        caller.DemandDivision(request.Pool);
        return calls.RunAsync(
            caller, request.RequestId, request, () => SetAsync(request, HandledBy.Of(request.Handling, caller, time), cancellation), cancellation);
    }

    /// <summary>Reads budgets (预算执行), of a pool and all below it.</summary>
    public async Task<ListBudgetsResponse> ListAsync(ListBudgetsRequest request, Caller caller, CancellationToken cancellation)
    {
        var faults = new RequestFaults().Demand(request.Year == 0 || IsYear(request.Year), "year", "预算年度应为四位年份，0 表示全部");
        faults.Division(request.Pool, "pool");
        faults.ThrowIfAny();
        caller.DemandDivision(request.Pool);
        var (from, to) = DivisionRange.Of(request.Pool);
        var found = await database.Set<StoredBudget>().AsNoTracking()
            .Where(b => b.Pool.CompareTo(from) >= 0 && b.Pool.CompareTo(to) < 0 && (request.Year == 0 || b.Year == request.Year))
            .OrderBy(b => b.Year).ThenBy(b => b.Pool).ThenBy(b => b.Fund).ToListAsync(cancellation);
        return new ListBudgetsResponse { Budgets = { found.Select(Answer) } };
    }

    private async Task<SetBudgetResponse> SetAsync(SetBudgetRequest request, HandledBy by, CancellationToken cancellation)
    {
        var key = new[]
        {
            PaymentCommands.Named("fund", (int)request.Fund), PaymentCommands.Named("pool", request.Pool), PaymentCommands.Named("year", request.Year),
        };
        await database.Command(
            "INSERT INTO budget (fund, pool, year, amount_fen, reserved_fen, paid_fen, recovered_fen) VALUES (@fund, @pool, @year, 0, 0, 0, 0) ON CONFLICT DO NOTHING",
            key.Select(Copy)).ExecuteAsync(cancellation);
        await database.Command(MoveSql.LockBudgets("SELECT @fund, @pool, @year"), key.Select(Copy)).ExecuteAsync(cancellation);

        // The amount counts from here; the rest of the budget stays. Nothing is booked when nothing changes.
        var changed = await database.Command(
            $"""
            WITH before AS (SELECT * FROM budget b WHERE (b.fund, b.pool, b.year) = (@fund, @pool, @year)),
            changed AS (
                UPDATE budget b SET amount_fen = @amount FROM before
                WHERE (b.fund, b.pool, b.year) = (@fund, @pool, @year) AND b.reserved_fen + b.paid_fen - b.recovered_fen <= @amount
                RETURNING @amount - before.amount_fen AS amount_fen),
            moved AS (
                SELECT NULL::uuid AS payable_id, NULL::text AS payment_no, 0 AS number, @fund AS fund, @pool AS pool, @year AS year, amount_fen
                FROM changed WHERE amount_fen <> 0),
            {MoveSql.Book(Move.Budget)}
            SELECT count(*), 0::bigint FROM changed
            """,
            [.. key.Select(Copy), PaymentCommands.Named("amount", request.AmountFen), .. MoveSql.Parameters(by, protector, document: request.Document)]).CountAsync(cancellation);
        if (changed.Count == 0)
        {
            throw RpcErrors.FailedPrecondition("BUDGET_BELOW_COMMITTED", "预算不得低于已批准和已拨付的金额");
        }

        var budget = await database.Set<StoredBudget>().AsNoTracking()
            .SingleAsync(b => b.Fund == request.Fund && b.Pool == request.Pool && b.Year == request.Year, cancellation);
        return new SetBudgetResponse { Budget = Answer(budget) };
    }

    // A parameter belongs to one command.
    private static Npgsql.NpgsqlParameter Copy(Npgsql.NpgsqlParameter parameter) => parameter.Clone();

    private static bool IsYear(int year) => year is >= FirstYear and <= LastYear;

    private static void Validate(SetBudgetRequest request)
    {
        var faults = new RequestFaults()
            .Demand(Enum.IsDefined(request.Fund) && request.Fund != Fund.Unspecified, "fund", "请从接口定义的资金渠道中选择")
            .Demand(IsYear(request.Year), "year", "预算年度应为四位年份")
            .Demand(request.AmountFen >= 0, "amount_fen", "预算金额以分为单位，不得为负")
            .Demand(PaymentText.Fits(request.Document, LongestDocument), "document", $"预算文号应为 1 至 {LongestDocument} 个字符")
            .Add(HandledBy.Faults(request.Handling, operatorRequired: false));
        faults.Division(request.Pool, "pool");
        faults.ThrowIfAny();
    }

    private static Budget Answer(StoredBudget budget) => new()
    {
        Fund = budget.Fund,
        Pool = budget.Pool,
        Year = budget.Year,
        AmountFen = budget.AmountFen,
        ReservedFen = budget.ReservedFen,
        PaidFen = budget.PaidFen,
        RecoveredFen = budget.RecoveredFen,
    };
}

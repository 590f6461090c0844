using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Payments.V1;
using Wenye.Payments.Calls;
using Wenye.Payments.Data;
using Wenye.Payments.Ledger;
using Wenye.Persistence;
using Wenye.Policy;
using Wenye.ServiceDefaults;

namespace Wenye.Payments.Approval;

/// <summary>Approves payables within the budget (批准).</summary>
public sealed class Approvals(ServiceDbContext database, OnceCalls calls, PersonalDataProtector protector, TimeProvider time)
{
    private const int MostNamed = 1000;

    /// <summary>Approves what is ready, in the order of decision, as far as the budget of the fund, pool and current year goes (批准).</summary>
    public async Task<ApprovePayablesResponse> ApproveAsync(ApprovePayablesRequest request, Caller caller, CancellationToken cancellation)
    {
        var scope = Validate(request);
        await DemandDivisionsAsync(scope, caller, cancellation);
        return await calls.RunAsync(
            caller, request.RequestId, request, () => ApproveAsync(scope, HandledBy.Of(request.Handling, caller, time), cancellation), cancellation);
    }

    private async Task<ApprovePayablesResponse> ApproveAsync(ApprovalScope scope, HandledBy by, CancellationToken cancellation)
    {
        var today = ChinaTime.DayOf(by.At);
        await database.Command(scope.Lock, scope.Parameters(today)).ExecuteAsync(cancellation);
        var notReady = await NotApprovedAsync(scope.NotReady, scope, today, cancellation);
        await database.Command(MoveSql.LockBudgets(scope.Budgets), scope.Parameters(today)).ExecuteAsync(cancellation);
        var (approved, fen) = await database.Command(
            $"""
            WITH ready AS (
                SELECT p.id, p.fund, p.pool, sum(p.amount_fen) OVER (PARTITION BY p.fund, p.pool ORDER BY p.number) AS total {scope.Ready}),
            moved AS (
                UPDATE payable p SET state = {(int)PayableState.Approved}, budget_year = @year
                FROM ready JOIN budget b ON (b.fund, b.pool, b.year) = (ready.fund, ready.pool, @year)
                WHERE p.id = ready.id AND ready.total <= b.amount_fen + b.recovered_fen - b.reserved_fen - b.paid_fen
                RETURNING {MoveSql.OfPayable}),
            {MoveSql.Steps(PayableState.Approved)}, {MoveSql.Book(Move.Reserve)}, {MoveSql.Count("reserved_fen = b.reserved_fen + m.amount_fen")}
            SELECT count(*), coalesce(sum(amount_fen), 0)::bigint FROM moved
            """,
            [.. scope.Parameters(today), .. MoveSql.Parameters(by, protector)]).CountAsync(cancellation);
        var notCovered = await NotApprovedAsync($"SELECT p.id, 'BUDGET_EXHAUSTED' {scope.Ready}", scope, today, cancellation);
        var rest = notReady.Concat(notCovered).ToList();
        return new ApprovePayablesResponse { Approved = approved, ApprovedFen = fen, NotApproved = { rest.Take(MostNamed) }, NotApprovedCount = rest.Count };
    }

    private Task<List<NotApproved>> NotApprovedAsync(string sql, ApprovalScope scope, DateOnly today, CancellationToken cancellation) =>
        database.Command($"{sql} ORDER BY p.number", scope.Parameters(today)).RowsAsync(
            reader => new NotApproved { PayableId = reader.GetGuid(0).ToString(), Reason = reader.GetString(1), Message = Message(reader.GetString(1)) }, cancellation);

    private static string Message(string reason) => reason switch
    {
        "BUDGET_EXHAUSTED" => "本年度预算余额不足，请先下达或调整预算",
        "PUBLICITY_NOT_OVER" => "公示期未满，应在公示截止日之后批准",
        "OBJECTION_OPEN" => "公示异议尚未核查，应先填写核查结论",
        "PUBLICITY_NOT_STARTED" => "尚未公示，应先公示",
        _ => "当前状态不能批准",
    };

    // Those of a public list are approved for its pool; those named for where their payees belong.
    private async Task DemandDivisionsAsync(ApprovalScope scope, Caller caller, CancellationToken cancellation)
    {
        if (scope.Publicity is { } publicity)
        {
            caller.DemandDivision(
                await database.Set<StoredPublicity>().Where(p => p.Id == publicity).Select(p => p.Pool).SingleOrDefaultAsync(cancellation)
                ?? throw PaymentErrors.PublicityNotFound());
            return;
        }

        var divisions = await database.Set<StoredPayable>().Where(p => scope.Ids.Contains(p.Id)).GroupBy(p => p.Division)
            .Select(group => new { Division = group.Key, Count = group.Count() }).ToListAsync(cancellation);
        if (divisions.Sum(division => division.Count) < scope.Ids.Length)
        {
            throw PaymentErrors.PayableNotFound();
        }

        divisions.ForEach(division => caller.DemandDivision(division.Division));
    }

    private static ApprovalScope Validate(ApprovePayablesRequest request)
    {
        var faults = new RequestFaults()
            .Demand((request.PublicityId.Length > 0) != (request.PayableIds.Count > 0), "publicity_id", "请填写公示标识，或列出款项标识，二者填一")
            .Demand(request.PayableIds.Count <= MostNamed, "payable_ids", $"一次最多列出 {MostNamed} 笔款项")
            .Add(HandledBy.Faults(request.Handling, operatorRequired: false));
        var publicity = request.PublicityId.Length > 0 ? faults.Id(request.PublicityId, "publicity_id", "公示标识应为本平台给出的 UUID") : (Guid?)null;
        var ids = request.PayableIds.Select(id => faults.Id(id, "payable_ids", PaymentErrors.PayableId)).Distinct().ToArray();
        faults.ThrowIfAny();
        return new ApprovalScope(publicity, ids);
    }
}

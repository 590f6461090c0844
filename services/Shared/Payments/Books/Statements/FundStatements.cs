using System.Data;
using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Payments.V1;
using Wenye.Payments.Calls;
using Wenye.Persistence;
using Wenye.Policy;
using Wenye.ServiceDefaults;

namespace Wenye.Payments.Books.Statements;

/// <summary>Reads months beside what finance states of them (月度对账单), each as of one moment.</summary>
/// <remarks>
/// 鲁人社字〔2020〕55号 第十六条: 各级就业服务机构应对专账资金单独建账核算，并与同级财政部门定期对账，确保账账、账实一致;
/// 鲁人社函〔2020〕10号 四(八): 财务至少每月…对账.
/// </remarks>
public sealed class FundStatements(ServiceDbContext database, TimeProvider time)
{
    /// <summary>One month of a fund and pool with all that was stated and agreed (查询月度对账单).</summary>
    public async Task<GetFundStatementResponse> GetAsync(GetFundStatementRequest request, Caller caller, CancellationToken cancellation)
    {
        var faults = new RequestFaults();
        var month = faults.FundMonth(request.Fund, request.Pool, request.Month, ChinaTime.Today(time));
        faults.ThrowIfAny();
        caller.DemandDivision(request.Pool);
        await using var moment = await database.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);
        var found = await database.MonthsAsync(month, [(request.Fund, request.Pool)], cancellation);
        return new GetFundStatementResponse { Statement = found[0].ToContract(withEarlier: true) };
    }

    /// <summary>A month of all funds of a pool and those below it (月度对账情况).</summary>
    public async Task<ListFundStatementsResponse> ListAsync(ListFundStatementsRequest request, Caller caller, CancellationToken cancellation)
    {
        var faults = new RequestFaults();
        var month = faults.FundMonth(request.Pool, request.Month, ChinaTime.Today(time));
        var size = faults.PageSize(request.PageSize, usual: 100, most: 1000);
        var position = faults.Position(request, parts: 2);
        var after = 0;
        faults.Demand(position is null || int.TryParse(position[1], out after), "page_token", "分页标记无效：应原样使用上一页返回的 next_page_token，且查询条件不变");
        faults.ThrowIfAny();
        caller.DemandDivision(request.Pool);
        await using var moment = await database.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);
        var keys = await KeysAsync(request.Pool, month, position?[0] ?? "", after, size + 1, cancellation);
        var page = keys.Take(size).ToList();
        var months = await database.MonthsAsync(month, page, cancellation);
        return new ListFundStatementsResponse
        {
            Statements = { months.Select(one => one.ToContract(withEarlier: false)) },
            NextPageToken = keys.Count > size ? PageToken.After(request, page[^1].Pool, $"{(int)page[^1].Fund}") : "",
        };
    }

    private Task<List<(Fund Fund, string Pool)>> KeysAsync(string pool, YearMonth month, string afterPool, int afterFund, int most, CancellationToken cancellation)
    {
        var (from, to) = DivisionRange.Of(pool);
        return database.Command(
            """
            SELECT b.fund, b.pool FROM (SELECT DISTINCT fund, pool FROM budget WHERE pool >= @from AND pool < @to AND (pool, fund) > (@after_pool, @after_fund)) b
            WHERE EXISTS (SELECT FROM ledger_entry e WHERE e.fund = b.fund AND e.pool = b.pool AND e.booked_at < @until)
            ORDER BY b.pool, b.fund LIMIT @most
            """,
            PaymentCommands.Named("from", from),
            PaymentCommands.Named("to", to),
            PaymentCommands.Named("after_pool", afterPool),
            PaymentCommands.Named("after_fund", afterFund),
            PaymentCommands.Named("until", new DateTimeOffset(month.AddMonths(1).FirstDay, TimeOnly.MinValue, ChinaTime.Offset).UtcDateTime),
            PaymentCommands.Named("most", most)).RowsAsync(reader => ((Fund)reader.GetInt32(0), reader.GetString(1)), cancellation);
    }
}

/// <summary>What requests of months must be (月份校验).</summary>
internal static class FundMonthFaults
{
    // No fund of the platform has books before it.
    private static readonly YearMonth First = new(2000, 1);

    /// <summary>The month asked for; a fault when it is none, or later than this month.</summary>
    public static YearMonth FundMonth(this RequestFaults faults, Fund fund, string pool, string text, DateOnly today)
    {
        faults.Demand(System.Enum.IsDefined(fund) && fund != Fund.Unspecified, "fund", "请从接口定义的资金渠道中选择");
        return faults.FundMonth(pool, text, today);
    }

    /// <summary>The month asked for; a fault when it is none, or later than this month.</summary>
    public static YearMonth FundMonth(this RequestFaults faults, string pool, string text, DateOnly today)
    {
        faults.Division(pool, "pool");
        faults.Demand(
            YearMonth.TryParse(text, out var month) && month >= First && month <= YearMonth.Of(today), "month", $"月份应为 YYYY-MM，不早于 {First}，不晚于本月");
        return month;
    }
}

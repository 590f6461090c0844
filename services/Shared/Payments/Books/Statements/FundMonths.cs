using Wenye.Contracts.Payments.V1;
using Wenye.Payments.Calls;
using Wenye.Payments.Data;
using Wenye.Persistence;
using Wenye.Policy;
using Wenye.ServiceDefaults;

namespace Wenye.Payments.Books.Statements;

/// <summary>Takes what finance states of months and closes those that balance (财政对账数据、月度结账).</summary>
public sealed class FundMonths(ServiceDbContext database, OnceCalls calls, TimeProvider time)
{
    private const int LongestDocument = 100;

    // A thousand billion yuan: sums of five such figures stay far inside int64.
    private const long Most = 100_000_000_000_000_000;

    /// <summary>Keeps what finance states of a month (登记财政数据); what it stated before stays.</summary>
    public Task<RecordFundFiguresResponse> RecordAsync(RecordFundFiguresRequest request, Caller caller, CancellationToken cancellation)
    {
        var figures = request.Figures;
        var faults = new RequestFaults()
            .Demand(figures is not null, "figures", "请填写财政提供的期初余额、本月下达、本月支出、本月追回和期末余额")
            .Demand(PaymentText.Fits(request.Document, LongestDocument), "document", $"对账单编号应为 1 至 {LongestDocument} 个字符")
            .Add(Faults(figures ?? new FundFigures()))
            .Add(HandledBy.Faults(request.Handling, operatorRequired: true));
        var month = faults.FundMonth(request.Fund, request.Pool, request.Month, ChinaTime.Today(time));
        faults.ThrowIfAny();
        DemandSameLevel(caller, request.Pool);
        return calls.RunAsync(
            caller, request.RequestId, request, () => RecordAsync(request, month, HandledBy.Of(request.Handling, caller, time), cancellation), cancellation);
    }

    /// <summary>Closes a month that is over and balanced (结账).</summary>
    public Task<CloseFundMonthResponse> CloseAsync(CloseFundMonthRequest request, Caller caller, CancellationToken cancellation)
    {
        var faults = new RequestFaults()
            .Demand(request.StatementNumber >= 1, "statement_number", "应为财政对账数据的序号，从 1 开始")
            .Add(HandledBy.Faults(request.Handling, operatorRequired: true));
        var month = faults.FundMonth(request.Fund, request.Pool, request.Month, ChinaTime.Today(time));
        faults.ThrowIfAny();
        DemandSameLevel(caller, request.Pool);
        return calls.RunAsync(
            caller, request.RequestId, request, () => CloseAsync(request, month, HandledBy.Of(request.Handling, caller, time), cancellation), cancellation);
    }

    private async Task<RecordFundFiguresResponse> RecordAsync(RecordFundFiguresRequest request, YearMonth month, HandledBy by, CancellationToken cancellation)
    {
        DemandOver(month, by);
        var found = await TurnAsync(request.Fund, request.Pool, month, cancellation);
        var stated = new StoredFundStatement
        {
            Fund = request.Fund,
            Pool = request.Pool,
            Month = month.FirstDay,
            Number = (found.Latest?.Number ?? 0) + 1,
            OpeningFen = request.Figures.OpeningFen,
            InFen = request.Figures.InFen,
            OutFen = request.Figures.OutFen,
            ReturnedFen = request.Figures.ReturnedFen,
            ClosingFen = request.Figures.ClosingFen,
            Document = request.Document,
            StatedAt = by.At,
            Agency = by.Agency,
            Operator = by.Operator,
            OfficeId = by.OfficeId,
            Note = by.Remarks,
        };
        database.Add(stated);
        return new RecordFundFiguresResponse { Statement = (found with { Stated = [stated, .. found.Stated] }).ToContract(withEarlier: true) };
    }

    private async Task<CloseFundMonthResponse> CloseAsync(CloseFundMonthRequest request, YearMonth month, HandledBy by, CancellationToken cancellation)
    {
        DemandOver(month, by);
        var found = await TurnAsync(request.Fund, request.Pool, month, cancellation);
        DemandClosable(found, request.StatementNumber);
        var closing = new StoredFundClosing
        {
            Fund = request.Fund,
            Pool = request.Pool,
            Month = month.FirstDay,
            Number = request.StatementNumber,
            ByBankDays = !found.Agrees(found.Books),
            ClosedAt = by.At,
            Agency = by.Agency,
            Operator = by.Operator,
            OfficeId = by.OfficeId,
            Note = by.Remarks,
        };
        database.Add(closing);
        return new CloseFundMonthResponse { Statement = (found with { Closings = [closing, .. found.Closings] }).ToContract(withEarlier: true) };
    }

    /// <summary>The month, read after every booking that began before was committed, and held until this call is.</summary>
    private async Task<FundMonth> TurnAsync(Fund fund, string pool, YearMonth month, CancellationToken cancellation)
    {
        await database.Command(FundMonthGuard.Turn, PaymentCommands.Named("fund", (int)fund), PaymentCommands.Named("pool", pool)).ExecuteAsync(cancellation);
        return (await database.MonthsAsync(month, [(fund, pool)], cancellation))[0];
    }

    private static void DemandOver(YearMonth month, HandledBy by)
    {
        if (month >= YearMonth.Of(ChinaTime.DayOf(by.At)))
        {
            throw RpcErrors.FailedPrecondition("MONTH_NOT_OVER", "该月尚未结束：月度终了后方可登记财政对账数据和结账");
        }
    }

    private static void DemandClosable(FundMonth month, int number)
    {
        var objection = (month.Latest, month.Closing, month.Status) switch
        {
            (null, _, _) => RpcErrors.FailedPrecondition("FIGURES_MISSING", "财政部门尚未提供该月数据，请先登记"),
            ({ } latest, _, _) when latest.Number != number => RpcErrors.FailedPrecondition("STATEMENT_SUPERSEDED", "所确认的不是财政最近一次提供的数据，请重新查询对账单"),
            (_, not null, _) => RpcErrors.FailedPrecondition("MONTH_CLOSED", "该月已结账"),
            (_, _, FundMonthStatus.Different) => RpcErrors.FailedPrecondition("STATEMENT_DIFFERS", "与财政部门的数据不一致，请按对账单列出的差异核对后再结账"),
            _ => null,
        };
        if (objection is not null)
        {
            throw objection;
        }
    }

    private static void DemandSameLevel(Caller caller, string pool)
    {
        caller.DemandDivision(pool);
        if (caller.Division != pool && !caller.Roles.Contains(Roles.Province))
        {
            throw RpcErrors.PermissionDenied("OTHER_LEVEL", "按鲁人社字〔2020〕55号 第十六条，应由同级就业服务机构与同级财政部门对账");
        }
    }

    private static IEnumerable<FieldError> Faults(FundFigures figures)
    {
        (string Field, long Fen, bool MayBeNegative)[] all =
        [
            ("figures.opening_fen", figures.OpeningFen, true), ("figures.in_fen", figures.InFen, true), ("figures.out_fen", figures.OutFen, false),
            ("figures.returned_fen", figures.ReturnedFen, false), ("figures.closing_fen", figures.ClosingFen, true),
        ];
        return all.Where(one => Math.Abs((decimal)one.Fen) > Most || (one.Fen < 0 && !one.MayBeNegative))
            .Select(one => new FieldError(one.Field, one.MayBeNegative ? "金额以分为单位，请核对位数" : "金额以分为单位，不得为负，请核对位数"));
    }
}

using Grpc.Core;
using Wenye.Contracts.Payments.V1;

namespace Wenye.Stabilization.Host.Tests.Payments;

/// <summary>Months of Stabilization's funds beside what finance states (鲁人社函〔2020〕10号 四(八)); the rest is tested with Training's.</summary>
public sealed class FundStatementTests(PaymentsFixture fixture)
{
    private readonly PaymentScene scene = new(fixture);

    [Fact]
    public async Task A_month_before_is_closed_and_this_one_goes_on()
    {
        var june = new RecordFundFiguresRequest
        {
            RequestId = PaymentScene.RequestId(), Fund = Fund.UnemploymentInsurance, Pool = scene.Pool, Month = "2020-06", Figures = new(), Document = "对账单6号",
            Handling = new() { Operator = "钱会计" },
        };
        (await scene.Budgeter.RecordFundFiguresAsync(june)).Statement.Status.ShouldBe(FundMonthStatus.Balanced);
        var close = new CloseFundMonthRequest
        {
            RequestId = PaymentScene.RequestId(), Fund = june.Fund, Pool = scene.Pool, Month = june.Month, StatementNumber = 1, Handling = june.Handling,
        };
        (await scene.Budgeter.CloseFundMonthAsync(close)).Statement.Closing.StatementNumber.ShouldBe(1);

        var (_, line, _) = await scene.SentAsync();
        await scene.AnswerAsync(PaymentScene.Paid(line));
        var july = (await scene.Reviewer.GetFundStatementAsync(new() { Fund = june.Fund, Pool = scene.Pool, Month = "2020-07" })).Statement;
        (july.Status, july.Books).ShouldBe((FundMonthStatus.FiguresMissing, new FundFigures { InFen = PaymentScene.TenThousandYuan, OutFen = PaymentScene.TenThousandYuan }));
        july.BankDays.ShouldBe(july.Books);
        (await scene.Budgeter.ListFundStatementsAsync(new() { Pool = scene.Pool, Month = "2020-07" })).Statements.ShouldHaveSingleItem().ShouldBe(july);
        var entries = (await scene.Reviewer.ListLedgerEntriesAsync(new() { Fund = june.Fund, Pool = scene.Pool, Year = 2020 })).Entries;
        entries.Where(entry => entry.ValueDate is not null).ShouldHaveSingleItem().ValueDate.ShouldBe(PaymentScene.Day(20));

        (await Refused.ByAsync(scene.Budgeter.CloseFundMonthAsync(new(close) { RequestId = PaymentScene.RequestId(), Month = "2020-07" })))
            .ShouldBe((StatusCode.FailedPrecondition, "MONTH_NOT_OVER"));
        (await Refused.ByAsync(scene.Payer.RecordFundFiguresAsync(june))).Code.ShouldBe(StatusCode.PermissionDenied);
        (await scene.ReconcileAsync()).Differences.ShouldBeEmpty();
    }
}

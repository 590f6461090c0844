using System.Text;
using Grpc.Core;
using Wenye.Contracts.Payments.V1;
using Wenye.ServiceDefaults;
using Wenye.Training.Host.Tests.Certificates;

namespace Wenye.Training.Host.Tests.Payments;

/// <summary>Who may reconcile a month, what a repeat does, and what a caller must not send.</summary>
public sealed class FundStatementCallsTests(TrainingFixture fixture)
{
    private readonly MonthScene scene = new(fixture);

    [Fact]
    public async Task Every_fault_is_told_at_once()
    {
        var figures = MonthScene.Figures(long.MinValue, long.MaxValue, -1, -1, long.MaxValue);
        (await Refused.FieldsOfAsync(scene.Books.RecordFundFiguresAsync(new() { RequestId = "1", Pool = "x", Month = "2020-13", Figures = figures }))).ShouldBe(
            [
                "fund", "pool", "month", "document", "AAE011",
                "figures.opening_fen", "figures.in_fen", "figures.out_fen", "figures.returned_fen", "figures.closing_fen",
            ], ignoreOrder: true);
        (await Refused.FieldsOfAsync(scene.Books.RecordFundFiguresAsync(new() { RequestId = "1", Fund = Fund.SkillsSpecialAccount, Pool = scene.Pool, Month = MonthScene.July, Document = "1", Handling = new() { Operator = "钱" } }))).ShouldBe(["figures"]);
        (await Refused.FieldsOfAsync(scene.Books.CloseFundMonthAsync(new() { RequestId = "1", Fund = (Fund)99, Pool = scene.Pool, Month = "2020-10" }))).ShouldBe(["statement_number", "AAE011", "fund", "month"], ignoreOrder: true);
        (await Refused.FieldsOfAsync(scene.Books.GetFundStatementAsync(new() { Month = "1999-12" }))).ShouldBe(["fund", "pool", "month"], ignoreOrder: true);
        (await Refused.FieldsOfAsync(scene.Books.ListFundStatementsAsync(new() { Pool = "x", Month = "July", PageSize = 1001, PageToken = "x" }))).ShouldBe(["pool", "month", "page_size", "page_token"], ignoreOrder: true);
        (await Refused.FieldsOfAsync(scene.Books.RecordFundFiguresAsync(new(scene.Stating(MonthScene.AsBooked)) { RequestId = "" }))).ShouldBe(["request_id"]);
    }

    [Fact]
    public async Task A_repeat_states_nothing_twice_and_two_at_once_follow_one_another()
    {
        var books = scene.Books;
        var request = scene.Stating(MonthScene.AsBooked);
        var both = await Task.WhenAll(books.RecordFundFiguresAsync(request).ResponseAsync, books.RecordFundFiguresAsync(request).ResponseAsync);
        both[0].ShouldBe(both[1]);
        (await Refused.ByAsync(books.RecordFundFiguresAsync(new(request) { Document = "另一份" }))).ShouldBe((StatusCode.AlreadyExists, "REQUEST_ID_REUSED"));
        (await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => books.RecordFundFiguresAsync(scene.Stating(MonthScene.AsBooked)).ResponseAsync)))
            .Select(answer => answer.Statement.Stated.Number).ShouldBe([2, 3, 4, 5], ignoreOrder: true);
        var kept = await fixture.ReadAsync<byte[]>("select operator from fund_statement where pool = $1 and number = 1", scene.Pool);
        Encoding.UTF8.GetString(kept).ShouldNotContain("钱会计");

        var other = new MonthScene(fixture);
        await other.JulyAsync();
        await other.StateAsync(MonthScene.AsBooked);
        var closers = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => OutcomeAsync(other.Books.CloseFundMonthAsync(other.Closing(1)))));
        closers.ShouldBe(["", "MONTH_CLOSED"], ignoreOrder: true);
    }

    [Fact]
    public async Task The_office_of_the_same_level_reconciles_and_nobody_who_pays()
    {
        var county = $"{scene.Pool[..4]}01";
        var ofCounty = new RecordFundFiguresRequest(scene.Stating(MonthScene.AsBooked)) { Pool = county };
        (await Refused.ByAsync(scene.Books.RecordFundFiguresAsync(ofCounty))).ShouldBe((StatusCode.PermissionDenied, "OTHER_LEVEL"));
        (await Refused.ByAsync(scene.Books.CloseFundMonthAsync(new(scene.Closing(1)) { Pool = county }))).ShouldBe((StatusCode.PermissionDenied, "OTHER_LEVEL"));
        await scene.As(Roles.Budget, division: county).RecordFundFiguresAsync(ofCounty);
        (await Refused.ByAsync(scene.As(Roles.Budget, division: county).RecordFundFiguresAsync(scene.Stating(MonthScene.AsBooked)))).ShouldBe((StatusCode.PermissionDenied, "OTHER_DIVISION"));

        var elsewhere = new MonthScene(fixture);
        (await Refused.ByAsync(elsewhere.Books.GetFundStatementAsync(new() { Fund = Fund.SkillsSpecialAccount, Pool = scene.Pool, Month = MonthScene.July }))).ShouldBe((StatusCode.PermissionDenied, "OTHER_DIVISION"));
        (await Refused.ByAsync(elsewhere.Books.ListFundStatementsAsync(new() { Pool = scene.Pool, Month = MonthScene.July }))).ShouldBe((StatusCode.PermissionDenied, "OTHER_DIVISION"));
        foreach (var role in new[] { Roles.Payer, Roles.TrainingReviewer, Roles.Training })
        {
            (await Refused.ByAsync(scene.As(role).RecordFundFiguresAsync(scene.Stating(MonthScene.AsBooked)))).Code.ShouldBe(StatusCode.PermissionDenied);
            (await Refused.ByAsync(scene.As(role).CloseFundMonthAsync(scene.Closing(1)))).Code.ShouldBe(StatusCode.PermissionDenied);
            (await scene.As(role).GetFundStatementAsync(new() { Fund = Fund.SkillsSpecialAccount, Pool = county, Month = MonthScene.July })).Statement.Status.ShouldBe(FundMonthStatus.Different);
        }

        (await Refused.ByAsync(scene.As(Roles.TrainingPortal).GetFundStatementAsync(new() { Pool = county }))).Code.ShouldBe(StatusCode.PermissionDenied);
    }

    [Fact]
    public async Task A_city_sees_the_months_of_its_counties_page_by_page()
    {
        await scene.AllotAsync(MonthScene.InJuly, 500);
        foreach (var (county, day) in new[] { ("01", MonthScene.InJuly), ("02", MonthScene.InJuly), ("03", MonthScene.InAugust) })
        {
            await scene.As(Roles.Budget, day).SetBudgetAsync(new(scene.Budget(700)) { Pool = $"{scene.Pool[..4]}{county}" });
        }

        await scene.As(Roles.Budget, MonthScene.InJuly).SetBudgetAsync(new(scene.Budget(900)) { Fund = Fund.EmploymentSubsidy });
        await scene.StateAsync(MonthScene.Figures(0, 500, 0, 0, 500));
        var asked = new ListFundStatementsRequest { Pool = scene.Pool, Month = MonthScene.July, PageSize = 3 };
        var first = await scene.Books.ListFundStatementsAsync(asked);
        var rest = await scene.Books.ListFundStatementsAsync(new(asked) { PageToken = first.NextPageToken });
        first.Statements.Concat(rest.Statements).Select(one => (one.Pool[4..], one.Fund, one.Status, one.Books.ClosingFen)).ShouldBe(
            [
                ("00", Fund.EmploymentSubsidy, FundMonthStatus.FiguresMissing, 900), ("00", Fund.SkillsSpecialAccount, FundMonthStatus.Balanced, 500),
                ("01", Fund.SkillsSpecialAccount, FundMonthStatus.FiguresMissing, 700), ("02", Fund.SkillsSpecialAccount, FundMonthStatus.FiguresMissing, 700),
            ]);
        rest.NextPageToken.ShouldBeEmpty();
        (await scene.Books.ListFundStatementsAsync(new() { Pool = scene.Pool, Month = "2020-06" })).Statements.ShouldBeEmpty();
        (await scene.Books.ListFundStatementsAsync(new() { Pool = scene.Pool, Month = "2020-08" })).Statements.Count.ShouldBe(5);
    }

    private static async Task<string> OutcomeAsync<T>(AsyncUnaryCall<T> call)
    {
        try
        {
            await call;
            return "";
        }
        catch (RpcException refusal)
        {
            return refusal.Reason();
        }
    }
}

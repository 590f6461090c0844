using Grpc.Core;
using Wenye.Contracts.Payments.V1;
using Wenye.ServiceDefaults;
using Wenye.Training.Host.Tests.Certificates;

namespace Wenye.Training.Host.Tests.Payments;

/// <summary>鲁人社字〔2020〕55号 第十六条: books per level of government, agreed with finance month by month.</summary>
public sealed class FundStatementTests(TrainingFixture fixture)
{
    private readonly MonthScene scene = new(fixture);

    [Fact]
    public async Task A_month_is_stated_agreed_and_closed_and_nothing_is_booked_into_it_any_more()
    {
        await scene.JulyAsync();
        var open = await scene.GetAsync();
        (open.Status, open.Stated, open.Closing, open.Books).ShouldBe((FundMonthStatus.FiguresMissing, null, null, MonthScene.AsBooked));
        open.BankDays.ShouldBe(MonthScene.AsBanked);
        open.Differences.ShouldBeEmpty();

        var stated = await scene.StateAsync(MonthScene.AsBooked);
        (stated.Status, stated.Stated.Number, stated.Stated.Document, stated.Stated.Operator).ShouldBe((FundMonthStatus.Balanced, 1, "对账单7号", "钱**"));
        stated.Differences.ShouldBeEmpty();
        var closed = await scene.CloseAsync(1);
        (closed.Closing.StatementNumber, closed.Closing.Operator, closed.Closing.ByBankDays).ShouldBe((1, "孙**", false));
        (await scene.GetAsync()).ShouldBe(closed);

        // A replica whose clock still stands in July.
        (await Refused.ByAsync(scene.As(Roles.Budget, MonthScene.InJuly).SetBudgetAsync(scene.Budget(20_000_000)))).ShouldBe((StatusCode.Aborted, "CONCURRENT_CHANGE"));
        await scene.AllotAsync(TrainingFixture.Today, 20_000_000);
        (await scene.GetAsync()).ShouldBe(closed);
        (await scene.GetAsync("2020-08")).Books.ShouldBe(MonthScene.Figures(8_100_000, 0, 1_000_000, 0, 7_100_000));
        (await scene.GetAsync("2020-09")).Books.ShouldBe(MonthScene.Figures(7_100_000, 10_000_000, 0, 0, 17_100_000));
        (await scene.As(Roles.Payer).ReconcileAsync(new() { Pool = scene.Pool })).Differences.ShouldBeEmpty();
    }

    [Fact]
    public async Task Payments_that_the_bank_dated_in_the_month_before_are_told_and_agreed_by_the_banks_day()
    {
        await scene.JulyAsync();
        var mixed = await scene.StateAsync(MonthScene.Figures(0, 10_000_000, 3_000_000, 0, 7_000_000));
        mixed.Status.ShouldBe(FundMonthStatus.Different);
        mixed.Differences.Select(one => (one.Figure, one.StatedFen, one.BooksFen, one.BankDaysFen)).ShouldBe(
            [("out_fen", 3_000_000, 2_000_000, 3_000_000), ("returned_fen", 0, 100_000, 100_000), ("closing_fen", 7_000_000, 8_100_000, 7_100_000)]);
        mixed.Differences[0].Message.ShouldContain("未达账项");
        mixed.Differences[1].Message.ShouldNotContain("未达账项");

        (await scene.StateAsync(MonthScene.AsBanked)).Status.ShouldBe(FundMonthStatus.Balanced);
        (await scene.CloseAsync(2)).Closing.ByBankDays.ShouldBeTrue();
        (await scene.GetAsync("2020-08")).BankDays.ShouldBe(MonthScene.Figures(7_100_000, 0, 0, 0, 7_100_000));
    }

    [Fact]
    public async Task What_the_bank_dates_in_a_closed_month_afterwards_is_told()
    {
        await scene.JulyAsync();
        var late = await scene.SendAsync(TrainingFixture.Today, 1);
        await scene.StateAsync(MonthScene.AsBanked);
        await scene.CloseAsync(1);
        await scene.PaidAsync(TrainingFixture.Today, new(2020, 7, 31), late);

        var changed = await scene.GetAsync();
        (changed.Status, changed.Closing.StatementNumber).ShouldBe((FundMonthStatus.Different, 1));
        changed.Differences.Select(one => (one.Figure, one.StatedFen, one.BooksFen)).ShouldBe([("out_fen", 3_000_000, 4_000_000), ("closing_fen", 7_100_000, 6_100_000)]);
        var told = (await scene.As(Roles.Payer).ReconcileAsync(new() { Pool = scene.Pool })).Differences.ShouldHaveSingleItem();
        (told.Rule, told.Subject, told.ExpectedFen, told.FoundFen).ShouldBe(("closed_months_stand", $"{scene.Pool} 2020-07 3", 7_100_000, 6_100_000));
        (await scene.As(Roles.Payer).ReconcileAsync(new() { Pool = scene.Pool, Year = 2019 })).Differences.ShouldBeEmpty();

        // Finance restates; agreed again, nothing is left to tell.
        (await scene.StateAsync(MonthScene.Figures(0, 10_000_000, 4_000_000, 100_000, 6_100_000))).Closing.ShouldBeNull();
        var again = await scene.CloseAsync(2);
        again.EarlierClosings.ShouldHaveSingleItem().StatementNumber.ShouldBe(1);
        (await scene.As(Roles.Payer).ReconcileAsync(new() { Pool = scene.Pool })).Differences.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_restatement_keeps_what_was_stated_before()
    {
        await scene.JulyAsync();
        await scene.StateAsync(MonthScene.Figures(5, 10_000_000, 2_000_000, 100_000, 1));
        var restated = await scene.StateAsync(MonthScene.AsBooked);
        (restated.Status, restated.Stated.Number, restated.Earlier.Count).ShouldBe((FundMonthStatus.Balanced, 2, 1));
        (restated.Earlier[0].Number, restated.Earlier[0].Figures.OpeningFen).ShouldBe((1, 5));
        await scene.CloseAsync(2);
        var opened = await scene.StateAsync(MonthScene.Figures(0, 10_000_000, 2_000_000, 100_000, 1));
        (opened.Status, opened.Closing).ShouldBe((FundMonthStatus.Different, null));
        opened.Earlier.Select(one => one.Number).ShouldBe([2, 1]);
        opened.EarlierClosings.ShouldHaveSingleItem().StatementNumber.ShouldBe(2);
        opened.Differences.Select(one => one.Figure).ShouldBe(["stated", "closing_fen"]);

        await using var connection = new Npgsql.NpgsqlConnection(fixture.Database.ConnectionString);
        await connection.OpenAsync();
        foreach (var statement in new[] { "update fund_statement set opening_fen = 0", "delete from fund_closing" })
        {
            await using var command = new Npgsql.NpgsqlCommand(statement, connection);
            (await Should.ThrowAsync<Npgsql.PostgresException>(() => command.ExecuteNonQueryAsync())).SqlState.ShouldBe("23001");
        }
    }

    [Fact]
    public async Task A_month_is_closed_only_when_it_is_over_stated_and_agreed()
    {
        await scene.JulyAsync();
        (await Refused.ByAsync(scene.Books.CloseFundMonthAsync(scene.Closing(1)))).ShouldBe((StatusCode.FailedPrecondition, "FIGURES_MISSING"));
        await scene.StateAsync(MonthScene.Figures(0, 1, 0, 0, 1));
        (await Refused.ByAsync(scene.Books.CloseFundMonthAsync(scene.Closing(1)))).ShouldBe((StatusCode.FailedPrecondition, "STATEMENT_DIFFERS"));
        await scene.StateAsync(MonthScene.AsBooked);
        (await Refused.ByAsync(scene.Books.CloseFundMonthAsync(scene.Closing(1)))).ShouldBe((StatusCode.FailedPrecondition, "STATEMENT_SUPERSEDED"));
        await scene.CloseAsync(2);
        (await Refused.ByAsync(scene.Books.CloseFundMonthAsync(scene.Closing(2)))).ShouldBe((StatusCode.FailedPrecondition, "MONTH_CLOSED"));

        (await Refused.ByAsync(scene.Books.RecordFundFiguresAsync(scene.Stating(MonthScene.AsBooked, "2020-09")))).ShouldBe((StatusCode.FailedPrecondition, "MONTH_NOT_OVER"));
        (await Refused.ByAsync(scene.Books.CloseFundMonthAsync(scene.Closing(1, "2020-09")))).ShouldBe((StatusCode.FailedPrecondition, "MONTH_NOT_OVER"));
    }

    [Fact]
    public async Task A_closing_waits_for_a_booking_that_is_not_committed()
    {
        await scene.JulyAsync();
        await scene.StateAsync(MonthScene.AsBooked);
        await using var connection = new Npgsql.NpgsqlConnection(fixture.Database.ConnectionString);
        await connection.OpenAsync();
        await using var booking = await connection.BeginTransactionAsync();
        await using var entry = new Npgsql.NpgsqlCommand(
            """
            WITH e AS (
                INSERT INTO ledger_entry (booked_at, kind, fund, pool, year) VALUES ('2020-07-31T15:59:59Z', 'budget', 3, $1, 2020) RETURNING sequence)
            INSERT INTO ledger_posting SELECT sequence, account, fen FROM e, (VALUES ('available', 7), ('funding', -7)) AS p(account, fen)
            """, connection, booking) { Parameters = { new() { Value = scene.Pool } } };
        await entry.ExecuteNonQueryAsync();

        var closing = scene.Books.CloseFundMonthAsync(scene.Closing(1));
        await Eventually.IsTrueAsync(async () => await fixture.ReadAsync<long>(
            "select count(*) from pg_locks w join pg_locks h using (classid, objid) where w.locktype = 'advisory' and not w.granted and h.pid = $1", connection.ProcessID) > 0);
        await booking.CommitAsync();
        (await Refused.ByAsync(closing)).ShouldBe((StatusCode.FailedPrecondition, "STATEMENT_DIFFERS"));
    }
}

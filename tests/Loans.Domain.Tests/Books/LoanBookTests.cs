using Wenye.Loans.Domain.Books;

namespace Wenye.Loans.Domain.Tests.Books;

/// <summary>A book read by day: a loan of 100,000 yuan signed for 2020-03-01 to 2021-03-01.</summary>
public sealed class LoanBookTests
{
    private const long Principal = 10_000_000;
    private static readonly DateOnly Matures = new(2021, 3, 1);
    private static readonly BookLine Drawn = new("d", new(2020, 3, 1), BookLineKind.Drawdown, Principal);

    [Fact]
    public void Before_anything_is_drawn_it_stands_no_way()
    {
        Book(Drawn).On(new(2020, 2, 29)).Standing.ShouldBeNull();
        Book(Drawn).Segments(new(2020, 1, 1), new(2020, 4, 1)).ShouldBe([Normal(new(2020, 3, 1), new(2020, 4, 1), Principal)]);
        Book().Segments(new(2020, 1, 1), new(2020, 4, 1)).ShouldBeEmpty();
    }

    [Fact]
    public void A_repayment_splits_the_period_on_its_day()
    {
        var book = Book(Drawn, new BookLine("r", new(2020, 5, 10), BookLineKind.Repayment, -4_000_000));
        book.Segments(new(2020, 4, 1), new(2020, 7, 1)).ShouldBe(
            [Normal(new(2020, 4, 1), new(2020, 5, 10), Principal), Normal(new(2020, 5, 10), new(2020, 7, 1), 6_000_000)]);
    }

    [Fact]
    public void What_is_not_repaid_on_the_day_it_falls_due_is_overdue_from_that_night_on_told_or_not()
    {
        var book = Book(Drawn);
        book.Segments(new(2021, 2, 1), new(2021, 4, 1)).Select(one => (one.From, one.Standing)).ShouldBe(
            [(new(2021, 2, 1), BookStanding.Normal), (Matures, BookStanding.Overdue)]);
        book.On(Matures).OverdueSince.ShouldBe(new(2021, 3, 2));
        Book(Drawn, new BookLine("r", Matures, BookLineKind.Repayment, -Principal)).On(Matures).Standing.ShouldBe(BookStanding.Settled);
    }

    [Fact]
    public void An_extension_begins_where_the_term_of_the_contract_ends()
    {
        var agreed = new BookLine("e", new(2021, 1, 15), BookLineKind.Extension) { Until = new(2021, 9, 1), Ground = ExtensionGround.CovidPatient };
        var segments = Book(Drawn, agreed).Segments(new(2021, 1, 1), new(2022, 1, 1));
        segments.Select(one => (one.From, one.Standing, one.DueOn)).ShouldBe(
        [
            (new(2021, 1, 1), BookStanding.Normal, Matures), (new(2021, 1, 15), BookStanding.Normal, new(2021, 9, 1)),
            (Matures, BookStanding.Extended, new(2021, 9, 1)), (new(2021, 9, 1), BookStanding.Overdue, new(2021, 9, 1)),
        ]);
        segments[^1].Ground.ShouldBe(ExtensionGround.CovidPatient);
    }

    [Fact]
    public void An_extension_agreed_late_lifts_what_was_overdue_from_its_day_on()
    {
        var book = Book(
            Drawn, new BookLine("o", new(2021, 3, 2), BookLineKind.Overdue),
            new BookLine("e", new(2021, 3, 20), BookLineKind.Extension) { Until = new(2021, 6, 1), Ground = ExtensionGround.Other });
        book.Segments(new(2021, 2, 20), new(2021, 6, 10)).Select(one => (one.From, one.Standing)).ShouldBe(
            [(new(2021, 2, 20), BookStanding.Normal), (Matures, BookStanding.Overdue), (new(2021, 3, 20), BookStanding.Extended), (new(2021, 6, 1), BookStanding.Overdue)]);
    }

    [Fact]
    public void Overdue_as_told_lasts_until_it_is_cured_or_repaid()
    {
        var overdue = new BookLine("o", new(2020, 6, 5), BookLineKind.Overdue);
        Book(Drawn, overdue).On(new(2020, 6, 30)).OverdueSince.ShouldBe(new(2020, 6, 5));
        Book(Drawn, overdue, new BookLine("c", new(2020, 6, 20), BookLineKind.Cured)).On(new(2020, 6, 20)).Standing.ShouldBe(BookStanding.Normal);
        Book(Drawn, overdue, new BookLine("r", new(2020, 6, 20), BookLineKind.Repayment, -Principal)).On(new(2020, 6, 20)).Standing.ShouldBe(BookStanding.Settled);
    }

    [Fact]
    public void A_line_taken_back_counts_as_if_it_had_never_been()
    {
        var overdue = new BookLine("o", new(2020, 6, 5), BookLineKind.Overdue);
        var repaid = new BookLine("r", new(2020, 6, 7), BookLineKind.Repayment, -1);
        var book = Book(
            Drawn, overdue, repaid, new BookLine("x", overdue.On, BookLineKind.Reversal) { Reverses = "o" },
            new BookLine("y", repaid.On, BookLineKind.Reversal, 1) { Reverses = "r" });
        book.Segments(new(2020, 4, 1), new(2020, 7, 1)).ShouldBe([Normal(new(2020, 4, 1), new(2020, 7, 1), Principal)]);
    }

    [Fact]
    public void A_compensated_loan_is_settled_or_written_off_when_neither_bank_nor_fund_is_owed()
    {
        var paid = new BookLine("k", new(2021, 7, 1), BookLineKind.Compensation, -8_000_000) { ClaimFen = 8_000_000 };
        var pursued = new BookLine("p", new(2021, 8, 1), BookLineKind.Pursuit, -2_000_000) { ClaimFen = -7_000_000 };
        Book(Drawn, paid, pursued).On(new(2021, 8, 1)).ShouldSatisfyAllConditions(
            one => one.Standing.ShouldBe(BookStanding.Compensated), one => one.PrincipalFen.ShouldBe(0), one => one.ClaimFen.ShouldBe(1_000_000));
        Book(Drawn, paid, pursued, new BookLine("p2", new(2021, 9, 1), BookLineKind.Pursuit) { ClaimFen = -1_000_000 })
            .On(new(2021, 9, 1)).Standing.ShouldBe(BookStanding.Settled);
        Book(Drawn, paid, pursued, new BookLine("w", new(2021, 9, 1), BookLineKind.WriteOff) { ClaimFen = -1_000_000 })
            .On(new(2021, 9, 1)).Standing.ShouldBe(BookStanding.WrittenOff);
    }

    [Theory]
    [InlineData(BookFaultKind.BeforeDrawdown, BookLineKind.Repayment, "2020-02-01", -1)]
    [InlineData(BookFaultKind.AboveContract, BookLineKind.Drawdown, "2020-04-01", 1)]
    [InlineData(BookFaultKind.BelowZero, BookLineKind.Repayment, "2020-04-01", -Principal - 1)]
    public void What_no_book_may_say_is_found_with_its_day(BookFaultKind fault, BookLineKind kind, string day, long fen)
    {
        var on = DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
        Book(Drawn, new BookLine("x", on, kind, fen)).FaultOf(Principal).ShouldBe(new BookFault(fault, on));
        Book(Drawn).FaultOf(Principal).ShouldBeNull();
    }

    [Fact]
    public void A_repayment_told_late_must_fit_every_day_after_it()
    {
        var all = new BookLine("r", new(2020, 6, 1), BookLineKind.Repayment, -Principal);
        Book(Drawn, all, new BookLine("late", new(2020, 5, 1), BookLineKind.Repayment, -1)).FaultOf(Principal).ShouldBe(new BookFault(BookFaultKind.BelowZero, all.On));
    }

    [Fact]
    public void After_compensation_what_comes_back_is_pursuit_and_never_more_than_was_paid()
    {
        var paid = new BookLine("k", new(2021, 7, 1), BookLineKind.Compensation, -8_000_000) { ClaimFen = 8_000_000 };
        Book(Drawn, paid, new BookLine("r", new(2021, 7, 2), BookLineKind.Repayment, -1)).FaultOf(Principal)!.Value.Kind.ShouldBe(BookFaultKind.AfterCompensation);
        Book(Drawn, paid, new BookLine("p", new(2021, 7, 2), BookLineKind.Pursuit) { ClaimFen = -8_000_001 }).FaultOf(Principal)!.Value.Kind.ShouldBe(BookFaultKind.ClaimBelowZero);
    }

    private static LoanBook Book(params BookLine[] lines) => new(lines, Matures);

    private static BookSegment Normal(DateOnly from, DateOnly to, long fen) => new(from, to, fen, BookStanding.Normal, Matures, null);
}

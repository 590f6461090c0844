using FsCheck;
using FsCheck.Fluent;
using Wenye.Loans.Domain.Books;
using Wenye.Loans.Domain.Quarters;
using Wenye.Loans.Domain.Subsidies;
using Wenye.Policy;

namespace Wenye.Loans.Domain.Tests.Quarters;

/// <summary>What holds of every loan-quarter.</summary>
public sealed class LoanQuarterProperties
{
    private static readonly Quarter Third = Quarter.Of(2020, 3);

    [Fact]
    public void The_subsidy_of_a_quarter_is_that_of_any_split_of_it_rounded_once() =>
        Prop.ForAll(Books.ToArbitrary(), Gen.Choose(1, 91).ToArbitrary(), (book, days) =>
        {
            var split = Third.From.AddDays(days);
            var whole = Decide(book, Third.From, Third.To);
            var (first, second) = (Decide(book, Third.From, split), Decide(book, split, Third.To));
            return Exact(whole) == Exact(first) + Exact(second) && Exact(whole).Rounded == whole.Due;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void No_subsidy_exceeds_the_interest_and_none_is_negative() =>
        Prop.ForAll(Books.ToArbitrary(), book => Decide(book, Third.From, Third.To) is var decided && decided.Due >= Money.Zero && decided.Due <= decided.Interest)
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Shares_add_up_to_the_subsidy_to_the_fen() =>
        Prop.ForAll(Gen.Choose(-1_000_000, 1_000_000).ToArbitrary(), fen =>
        {
            var (central, province, local, _) = new FiscalShares(0.30m, 0.25m, 0.45m).Split(Money.FromFen(fen));
            return central + province + local == Money.FromFen(fen);
        }).QuickCheckThrowOnFailure();

    // Drawn before or within the quarter, repaid in parts, sometimes overdue, sometimes with other work since.
    private static Gen<Book> Books =>
        from drawnOn in Gen.Choose(-40, 60)
        from fen in Gen.Choose(1, 20_000_000)
        from repaid in Gen.Choose(0, 100).ListOf(4)
        from overdue in Gen.Choose(0, 3)
        from working in Gen.Choose(-20, 200)
        from failed in Gen.Choose(0, 2)
        from enterprise in Gen.Elements(false, true)
        from rate in Gen.Choose(100, 900)
        select new Book(drawnOn, fen, [.. repaid], overdue, working, failed, enterprise, rate / 10_000m);

    private static ExactInterest Exact(QuarterSubsidy decided) => decided.Lines.Aggregate(ExactInterest.Zero, (sum, line) => sum + line.Subsidy);

    private static QuarterSubsidy Decide(Book book, DateOnly from, DateOnly to)
    {
        var terms = LoanQuarterTests.Personal() with
        {
            Borrower = book.IsEnterprise ? BorrowerKind.Enterprise : BorrowerKind.Personal, AnnualRate = book.Rate, DisbursedOn = book.DrawnOn,
        };
        var findings = new BorrowerFindings(true, book.EmployedSince, book.BusinessFailed, HiresKept: 5, RequiredHires: 5);
        return new LoanQuarter().Decide(terms, new LoanBook(book.Lines(), terms.MaturesOn).Segments(from, to), findings, LoanQuarterTests.Policy());
    }

    private sealed record Book(int Drawn, int Fen, int[] Repaid, int Overdue, int Working, int Failed, bool IsEnterprise, decimal Rate)
    {
        public DateOnly DrawnOn => Third.From.AddDays(Drawn) is var day && day < new DateOnly(2020, 6, 1) ? new(2020, 6, 1) : day;

        public DateOnly? EmployedSince => Working < 0 ? null : Third.From.AddDays(Working);

        public bool? BusinessFailed => Failed == 2 ? null : Failed == 1;

        public IEnumerable<BookLine> Lines()
        {
            yield return LoanQuarterTests.Drawn(DrawnOn, Fen);
            long left = Fen;
            for (var i = 0; i < Repaid.Length; i++)
            {
                var part = left * Repaid[i] / 100;
                left -= part;
                yield return new($"r{i}", DrawnOn.AddDays(11 * (i + 1)), BookLineKind.Repayment, -part);
            }

            if (Overdue == 0)
            {
                yield return new("o", DrawnOn.AddDays(50), BookLineKind.Overdue);
            }
        }
    }
}

using FsCheck;
using FsCheck.Fluent;
using Wenye.Loans.Domain.Books;

namespace Wenye.Loans.Domain.Tests.Books;

/// <summary>What holds for every book and period.</summary>
public sealed class LoanBookProperties
{
    private static readonly DateOnly Signed = new(2020, 1, 1);
    private static readonly DateOnly Matures = new(2020, 12, 31);

    private static readonly Gen<BookLine> Lines =
        from kind in Gen.Elements(
            BookLineKind.Drawdown, BookLineKind.Drawdown, BookLineKind.Repayment, BookLineKind.Repayment, BookLineKind.Overdue, BookLineKind.Cured, BookLineKind.Extension)
        from day in Gen.Choose(0, 500)
        from fen in Gen.Choose(1, 1000)
        from reference in Gen.Choose(0, 1_000_000)
        select new BookLine($"{reference}", Signed.AddDays(day), kind, kind == BookLineKind.Drawdown ? fen : kind == BookLineKind.Repayment ? -fen : 0)
        {
            Until = kind == BookLineKind.Extension ? Matures.AddDays(fen) : null,
            Ground = kind == BookLineKind.Extension ? ExtensionGround.Other : null,
        };

    private static readonly Gen<(BookLine[] Lines, DateOnly From, DateOnly Split, DateOnly To)> Books =
        from lines in Lines.ArrayOf()
        from reversed in Gen.Choose(0, 3)
        from days in Gen.Choose(0, 700).Three()
        let told = lines.DistinctBy(line => line.Reference).ToArray()
        let ordered = new[] { days.Item1, days.Item2, days.Item3 }.Order().ToArray()
        select ((BookLine[])[.. told, .. told.Take(reversed).Select(TakenBack)], Signed.AddDays(ordered[0]), Signed.AddDays(ordered[1]), Signed.AddDays(ordered[2]));

    [Fact]
    public void The_order_in_which_lines_are_told_does_not_matter() => Hold(book =>
    {
        var told = new LoanBook(book.Lines, Matures);
        var otherwise = new LoanBook(book.Lines.OrderBy(line => line.Reference, StringComparer.Ordinal).Reverse(), Matures);
        return told.Segments(book.From, book.To).SequenceEqual(otherwise.Segments(book.From, book.To)) && told.On(book.To) == otherwise.On(book.To)
            && told.FaultOf(2000) == otherwise.FaultOf(2000);
    });

    [Fact]
    public void Segments_follow_each_other_without_gaps_and_differ() => Hold(book =>
    {
        var segments = new LoanBook(book.Lines, Matures).Segments(book.From, book.To);
        return segments.Count == 0
            || (segments[^1].To == book.To && segments.All(one => one.Days > 0)
                && segments.Zip(segments.Skip(1)).All(pair => pair.First.To == pair.Second.From && pair.First with { From = pair.Second.From, To = pair.Second.To } != pair.Second));
    });

    [Fact]
    public void Every_day_of_a_segment_stands_as_the_book_says_at_its_end() => Hold(book =>
    {
        var read = new LoanBook(book.Lines, Matures);
        return read.Segments(book.From, book.To).All(one => new[] { one.From, one.To.AddDays(-1) }.All(day =>
            read.On(day) is var state && state.PrincipalFen == one.PrincipalFen && state.Standing == one.Standing && state.DueOn == one.DueOn));
    });

    [Fact]
    public void A_period_split_anywhere_has_the_same_balance_days() => Hold(book =>
    {
        var read = new LoanBook(book.Lines, Matures);
        return BalanceDays(read.Segments(book.From, book.To))
            .OrderBy(pair => pair.Key).SequenceEqual(BalanceDays(read.Segments(book.From, book.Split).Concat(read.Segments(book.Split, book.To))).OrderBy(pair => pair.Key));
    });

    [Fact]
    public void What_is_owed_is_the_sum_of_all_lines_until_then() => Hold(book =>
        new LoanBook(book.Lines, Matures).On(book.To).PrincipalFen == book.Lines.Where(line => line.On <= book.To).Sum(line => line.PrincipalFen));

    [Fact]
    public void A_book_without_fault_is_never_below_zero_nor_above_its_contract() => Hold(book =>
        new LoanBook(book.Lines, Matures) is var read
        && (read.FaultOf(2000) is not null || read.Segments(Signed, Signed.AddDays(1200)).All(one => one.PrincipalFen is >= 0 and <= 2000)));

    private static Dictionary<BookStanding, long> BalanceDays(IEnumerable<BookSegment> segments) =>
        segments.GroupBy(one => one.Standing).ToDictionary(one => one.Key, one => one.Sum(segment => segment.PrincipalFen * segment.Days));

    private static BookLine TakenBack(BookLine line) => new($"-{line.Reference}", line.On, BookLineKind.Reversal, -line.PrincipalFen) { Reverses = line.Reference };

    private static void Hold(Func<(BookLine[] Lines, DateOnly From, DateOnly Split, DateOnly To), bool> property) =>
        Prop.ForAll(Books.ToArbitrary(), property).QuickCheckThrowOnFailure();
}

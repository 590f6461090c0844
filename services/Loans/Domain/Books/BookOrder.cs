namespace Wenye.Loans.Domain.Books;

/// <summary>The order in which lines are read (分录次序): by day, then by what they are, so that the order in which they were told does not matter.</summary>
internal static class BookOrder
{
    public static int Compare(BookLine one, BookLine other)
    {
        var order = one.On.CompareTo(other.On);
        order = order != 0 ? order : Rank(one.Kind).CompareTo(Rank(other.Kind));
        order = order != 0 ? order : Nullable.Compare(one.Until, other.Until);
        return order != 0 ? order : string.CompareOrdinal(one.Reference, other.Reference);
    }

    // Within a day: money is lent before it is repaid, and a loan is overdue before it is repaid, cured or compensated.
    private static int Rank(BookLineKind kind) => kind switch
    {
        BookLineKind.Drawdown => 1,
        BookLineKind.Overdue => 2,
        BookLineKind.Extension => 3,
        BookLineKind.Repayment => 4,
        BookLineKind.Cured => 5,
        BookLineKind.Compensation => 6,
        BookLineKind.Pursuit => 7,
        _ => 8,
    };
}

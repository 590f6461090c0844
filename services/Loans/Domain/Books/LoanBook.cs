namespace Wenye.Loans.Domain.Books;

/// <summary>A loan's book read by day (贷款台账按日还原): balance and standing follow from the lines, in whatever order they were told.</summary>
/// <remarks>
/// Pure. Lines of one day count together: what matters is the end of the day. A line that was taken back counts as if it had never been.
/// A loan that is not repaid by the end of the day on which it falls due is overdue from that night on, whether or not the bank has told it:
/// interest of that night is no interest of its term. Readings: docs/decisions/0063-funds-and-books.md.
/// </remarks>
public sealed class LoanBook
{
    private readonly List<BookLine> lines;
    private readonly DateOnly maturesOn;

    /// <summary>Reads the lines (读取).</summary>
    /// <param name="lines">All of the loan, in any order.</param>
    /// <param name="maturesOn">到期日 by the contract.</param>
    public LoanBook(IEnumerable<BookLine> lines, DateOnly maturesOn)
    {
        List<BookLine> told = [.. lines];
        HashSet<string>? takenBack = null;
        foreach (var line in told)
        {
            if (line.Reverses is { } reference)
            {
                (takenBack ??= new(StringComparer.Ordinal)).Add(reference);
            }
        }

        if (takenBack is not null)
        {
            told.RemoveAll(line => line.Kind == BookLineKind.Reversal || takenBack.Contains(line.Reference));
        }

        told.Sort(BookOrder.Compare);
        this.lines = told;
        this.maturesOn = maturesOn;
    }

    /// <summary>The lines that count (有效分录), by day.</summary>
    public IReadOnlyList<BookLine> Lines => lines;

    /// <summary>The loan at the end of a day (日终状态).</summary>
    public BookState On(DateOnly day)
    {
        var walk = new BookWalk(maturesOn);
        for (var next = 0; next < lines.Count && lines[next].On <= day; next++)
        {
            walk.Take(lines[next]);
        }

        return walk.StateOn(day);
    }

    /// <summary>The loan as its lines tell it (按已登记事项), without what passing days make of it: overdue as told, never extended.</summary>
    public BookState Told()
    {
        var walk = new BookWalk(maturesOn);
        foreach (var line in lines)
        {
            walk.Take(line);
        }

        return walk.StateOn(DateOnly.MinValue);
    }

    /// <summary>The days of a period by balance and standing (余额时段), from the first drawdown on, without gaps; adjacent ones differ.</summary>
    /// <param name="from">First day.</param>
    /// <param name="to">The day after the last.</param>
    public IReadOnlyList<BookSegment> Segments(DateOnly from, DateOnly to)
    {
        var walk = new BookWalk(maturesOn);
        var segments = new List<BookSegment>(4);
        var next = 0;
        for (var day = from; day < to;)
        {
            while (next < lines.Count && lines[next].On <= day)
            {
                walk.Take(lines[next++]);
            }

            // Where something changes next: a line, or the day on which the loan falls due, by the contract or as agreed since.
            var until = to;
            Earlier(ref until, next < lines.Count ? lines[next].On : to, day);
            Earlier(ref until, maturesOn, day);
            Earlier(ref until, walk.DueOn, day);
            if (walk.StandingOn(day) is { } standing)
            {
                Add(segments, new(day, until, walk.PrincipalFen, standing, walk.DueOn, walk.Ground));
            }

            day = until;
        }

        return segments;
    }

    /// <summary>What no book may say (台账校验); null: nothing of it.</summary>
    /// <param name="principalFen">合同金额, fen.</param>
    public BookFault? FaultOf(long principalFen)
    {
        var walk = new BookWalk(maturesOn);
        for (var next = 0; next < lines.Count;)
        {
            var day = lines[next].On;
            while (next < lines.Count && lines[next].On == day)
            {
                if (walk.FaultOf(lines[next]) is { } fault)
                {
                    return new(fault, day);
                }

                walk.Take(lines[next++]);
            }

            if (walk.FaultAtEndOfDay(principalFen) is { } found)
            {
                return new(found, day);
            }
        }

        return null;
    }

    private static void Earlier(ref DateOnly until, DateOnly change, DateOnly day) => until = change > day && change < until ? change : until;

    private static void Add(List<BookSegment> segments, BookSegment segment)
    {
        if (segments.Count > 0 && segments[^1] with { From = segment.From, To = segment.To } == segment)
        {
            segments[^1] = segments[^1] with { To = segment.To };
        }
        else
        {
            segments.Add(segment);
        }
    }
}

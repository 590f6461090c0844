namespace Wenye.Policy;

/// <summary>A span of days (期间), both ends included. Never empty.</summary>
public readonly record struct DateRange
{
    /// <exception cref="ArgumentException">The last day lies before the first.</exception>
    public DateRange(DateOnly from, DateOnly to)
    {
        if (to < from)
        {
            throw new ArgumentException($"A period cannot end on {to:yyyy-MM-dd}, before it begins on {from:yyyy-MM-dd}.", nameof(to));
        }

        From = from;
        To = to;
    }

    /// <summary>First day (起始日).</summary>
    public DateOnly From { get; }

    /// <summary>Last day (截止日), included.</summary>
    public DateOnly To { get; }

    /// <summary>Number of days (天数), at least 1.</summary>
    public int Days => To.DayNumber - From.DayNumber + 1;

    public bool Contains(DateOnly day) => day >= From && day <= To;

    public bool Overlaps(DateRange other) => From <= other.To && other.From <= To;

    /// <summary>For example <c>2020-08-21..2020-09-20</c>.</summary>
    public override string ToString() => $"{From:yyyy-MM-dd}..{To:yyyy-MM-dd}";
}

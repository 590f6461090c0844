namespace Wenye.Registration.Domain.Services;

/// <summary>When services to a registered person fall due (服务期限的推算). Pure arithmetic of days; which rule asks for what is decided elsewhere.</summary>
/// <remarks>Nothing here depends on today: what is due is told by the history alone, and becomes overdue when its day passes.</remarks>
internal static class ServiceSchedule
{
    /// <summary>Last day of the next monthly follow-up: the end of the month after the registration's or the last follow-up's.</summary>
    /// <remarks>A month that passed without one is not made good by two in the next: one brings the person up to date.</remarks>
    public static DateOnly FollowUpDue(DateOnly registeredOn, IReadOnlyList<DateOnly> given)
    {
        var last = registeredOn;
        foreach (var day in given)
        {
            last = day > last ? day : last;
        }

        return new DateOnly(last.Year, last.Month, 1).AddMonths(2).AddDays(-1);
    }

    /// <summary>The earliest year of the registration in which services are still to be given.</summary>
    /// <param name="registeredOn">Years are counted from this day.</param>
    /// <param name="given">Days on which one was given, in any order.</param>
    /// <param name="yearly">How many a year must bring, above 0.</param>
    /// <returns>The last day of that year and how many it still lacks.</returns>
    public static (DateOnly Due, int Left) Yearly(DateOnly registeredOn, IReadOnlyList<DateOnly> given, int yearly)
    {
        var (year, left) = (0, yearly);
        foreach (var day in given.Order())
        {
            // More than a year asks for is no credit for the next; what comes late fills the earliest gap.
            if (day < YearBegins(registeredOn, year))
            {
                continue;
            }

            if (--left == 0)
            {
                (year, left) = (year + 1, yearly);
            }
        }

        return (YearBegins(registeredOn, year + 1).AddDays(-1), left);
    }

    /// <summary>How many were given in the year of the registration that <paramref name="asOf"/> lies in.</summary>
    public static int InYearOf(DateOnly asOf, DateOnly registeredOn, IReadOnlyList<DateOnly> given)
    {
        var year = 0;
        while (YearBegins(registeredOn, year + 1) <= asOf)
        {
            year++;
        }

        var (from, to) = (YearBegins(registeredOn, year), YearBegins(registeredOn, year + 1));
        return given.Count(day => day >= from && day < to);
    }

    private static DateOnly YearBegins(DateOnly registeredOn, int year) => registeredOn.AddYears(year);
}

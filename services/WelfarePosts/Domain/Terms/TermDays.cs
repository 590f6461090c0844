namespace Wenye.WelfarePosts.Domain.Terms;

/// <summary>The last day of a term counted in months (期限末日).</summary>
internal static class TermDays
{
    /// <summary>The day before the corresponding day; where a month has no such day, its last day.</summary>
    /// <param name="first">First day, counted.</param>
    /// <param name="months">Calendar months, at least 1.</param>
    public static DateOnly Last(DateOnly first, int months)
    {
        var corresponding = first.AddMonths(months);
        return corresponding.Day < first.Day ? corresponding : corresponding.AddDays(-1);
    }
}

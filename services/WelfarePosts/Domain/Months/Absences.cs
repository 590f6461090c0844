using Wenye.Policy;

namespace Wenye.WelfarePosts.Domain.Months;

/// <summary>Days absent without reason over months (无故旷工累计).</summary>
public static class Absences
{
    private const int MonthsOfYear = 12;

    /// <summary>The most days within twelve months one after another (一年内累计).</summary>
    /// <param name="months">Each month once, in any order; months without a statement are left out.</param>
    public static int WorstYear(IReadOnlyCollection<(YearMonth Month, int Days)> months)
    {
        var worst = 0;
        foreach (var (last, _) in months)
        {
            var first = last.AddMonths(1 - MonthsOfYear);
            worst = Math.Max(worst, months.Where(one => one.Month >= first && one.Month <= last).Sum(one => one.Days));
        }

        return worst;
    }
}

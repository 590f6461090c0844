using Wenye.Policy;

namespace Wenye.Statistics.Domain.NewEmployment;

/// <summary>The report period that figures are made for (报告期), and whose.</summary>
/// <param name="Month">The month that names it.</param>
/// <param name="Days">First and last day, both included.</param>
/// <param name="Province">First two digits of the region; null for the nation, which has no other province.</param>
/// <param name="FirstDay">Day of the month on which periods begin.</param>
internal sealed record ReportedPeriod(YearMonth Month, DateRange Days, string? Province, int FirstDay)
{
    private const int ProvinceDigits = 2;

    /// <summary>The period asked for; unless one is, the latest that had ended by the day of the decision. Null where no document cuts periods.</summary>
    public static ReportedPeriod? Of(Fact<YearMonth> asked, PolicyContext policy)
    {
        if (policy.Get(StatisticsParameters.PeriodFirstDay) is not { IsSet: true, Value: var firstDay })
        {
            return null;
        }

        var month = asked.IsProven ? asked.Value : LastEnded(policy.AsOf, firstDay);
        var province = policy.Region.Level == DivisionLevel.Nation ? null : policy.Region.Code[..ProvinceDigits];
        return new(month, ReportPeriod.DaysOf(month, firstDay), province, firstDay);
    }

    /// <summary>The year of figures that a day belongs to (年度): twelve periods, of January to December.</summary>
    public int YearOf(DateOnly day) => ReportPeriod.MonthOf(day, FirstDay).Year;

    private static YearMonth LastEnded(DateOnly day, int firstDay)
    {
        var month = ReportPeriod.MonthOf(day, firstDay);
        return ReportPeriod.DaysOf(month, firstDay).To <= day ? month : month.AddMonths(-1);
    }
}

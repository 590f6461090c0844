using Wenye.Policy;

namespace Wenye.Training.Domain.Subsidies;

/// <summary>How often a person may be subsidised (享受次数限制), 55号 第四条, over whatever was granted to the person before.</summary>
internal static class SubsidyLimits
{
    /// <summary>How often in the year of the day of the decision (当年次数); unproven when nobody knows what was granted.</summary>
    /// <remarks>"每年": the calendar year in which this one would be paid.</remarks>
    public static Fact<int> TimesThisYear(IReadOnlyList<SubsidisedCourse>? courses, PolicyContext policy)
    {
        if (courses is null)
        {
            return Fact.Unproven<int>(SubsidisedCourses.Name);
        }

        var times = 0;
        for (var i = 0; i < courses.Count; i++)
        {
            times += courses[i].Date.Year == policy.AsOf.Year ? 1 : 0;
        }

        return Fact.Known(SubsidisedCourses.Name, times);
    }

    /// <summary>That nothing was granted for the same occupation and level within so many years (一年内未重复享受).</summary>
    /// <remarks>
    /// "一年内": a year from the day on which the earlier one was paid, its last day included. While occupation or level are unknown
    /// they are asked for by themselves.
    /// </remarks>
    public static Proposition IsNew(
        IReadOnlyList<SubsidisedCourse>? courses, Fact<string> occupation, Fact<int> level, int years, PolicyContext policy)
    {
        if (courses is null)
        {
            return Proposition.Unproven(SubsidisedCourses.Name);
        }

        var repeated = false;
        for (var i = 0; i < courses.Count && occupation.IsProven && level.IsProven; i++)
        {
            var one = courses[i];
            repeated |= one.Occupation == occupation.Value && one.Level == level.Value && policy.AsOf <= one.Date.AddYears(years);
        }

        return Fact.Known(SubsidisedCourses.Name, repeated).Is(false);
    }
}

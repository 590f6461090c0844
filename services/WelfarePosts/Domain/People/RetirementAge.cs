namespace Wenye.WelfarePosts.Domain.People;

/// <summary>The age at which someone retired before 2025 (原法定退休年龄).</summary>
public enum RetirementClass
{
    /// <summary>Men, at 60 (男职工).</summary>
    Man60 = 1,

    /// <summary>Women at 55 (原法定退休年龄五十五周岁的女职工).</summary>
    Woman55,

    /// <summary>Women at 50 (原法定退休年龄五十周岁的女职工).</summary>
    Woman50,
}

/// <summary>When someone reaches statutory retirement age (达到法定退休年龄之日), the delays of 2025 included.</summary>
/// <remarks>
/// 全国人民代表大会常务委员会关于实施渐进式延迟法定退休年龄的决定 (2024-09-13), in force from 2025-01-01: men and women of 55 retire a month later
/// for every four months of birth, to 63 and 58; women of 50 a month later for every two months, to 55. Retiring earlier or later by choice
/// is not the statutory age and not looked at. Pure.
/// </remarks>
public static class RetirementAge
{
    private const int MonthsAYear = 12;
    private static readonly DateOnly Decided = new(2024, 9, 13);

    /// <summary>The day: that of the birthday in the month in which the age is reached, or the last day of a month without it.</summary>
    /// <param name="birth">出生日期.</param>
    /// <param name="retires">原法定退休年龄.</param>
    /// <param name="knownOn">The day on which it is asked: before 2024-09-13 nobody knew of delays, and decisions of those days are replayed without.</param>
    /// <exception cref="ArgumentOutOfRangeException">The class is none of the three.</exception>
    public static DateOnly DateOf(DateOnly birth, RetirementClass retires, DateOnly knownOn)
    {
        var rule = Rule(retires);
        return birth.AddMonths((rule.Years * MonthsAYear) + (knownOn < Decided ? 0 : DelayMonths(birth, retires)));
    }

    /// <summary>Months by which the reform delays retirement (延迟月数), 0 to 60.</summary>
    /// <param name="birth">出生日期.</param>
    /// <param name="retires">原法定退休年龄.</param>
    public static int DelayMonths(DateOnly birth, RetirementClass retires)
    {
        var rule = Rule(retires);

        // The first to be delayed would have retired in January 2025.
        var since = ((birth.Year + rule.Years - 2025) * MonthsAYear) + birth.Month - 1;
        return since < 0 ? 0 : Math.Min(rule.Most, (since / rule.Step) + 1);
    }

    private static (int Years, int Step, int Most) Rule(RetirementClass retires) => retires switch
    {
        RetirementClass.Man60 => (60, 4, 36),
        RetirementClass.Woman55 => (55, 4, 36),
        RetirementClass.Woman50 => (50, 2, 60),
        _ => throw new ArgumentOutOfRangeException(nameof(retires), retires, "There are three classes of retirement age."),
    };
}

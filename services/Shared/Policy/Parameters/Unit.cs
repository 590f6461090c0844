namespace Wenye.Policy;

/// <summary>The unit of a parameter (单位). A file that names another unit does not load.</summary>
public sealed record Unit
{
    private Unit(string name, string label, ValueKind kind)
    {
        Name = name;
        Label = label;
        Kind = kind;
    }

    /// <summary>Working days of the State Council calendar (工作日).</summary>
    public static Unit WorkingDays { get; } = new("working_days", "个工作日", ValueKind.Number);

    /// <summary>Calendar days (日).</summary>
    public static Unit Days { get; } = new("days", "日", ValueKind.Number);

    /// <summary>A day of the month, 1 to 31; the last day of a shorter month (每月几日).</summary>
    public static Unit DayOfMonth { get; } = new("day_of_month", "日", ValueKind.Number);

    /// <summary>Calendar months (月).</summary>
    public static Unit Months { get; } = new("months", "个月", ValueKind.Number);

    /// <summary>Years, also of age (年、周岁).</summary>
    public static Unit Years { get; } = new("years", "周岁", ValueKind.Number);

    /// <summary>Years of a contract or term (年), not of age.</summary>
    public static Unit TermYears { get; } = new("term_years", "年", ValueKind.Number);

    /// <summary>A day that a clause names (日期), YYYY-MM-DD.</summary>
    public static Unit Date { get; } = new("date", "", ValueKind.Day);

    /// <summary>Yuan (元).</summary>
    public static Unit Yuan { get; } = new("yuan", "元", ValueKind.Money);

    /// <summary>A decimal rate, 0.055 for 5.5 % (比例).</summary>
    public static Unit Rate { get; } = new("rate", "", ValueKind.Number);

    /// <summary>People (人).</summary>
    public static Unit People { get; } = new("people", "人", ValueKind.Number);

    /// <summary>Class hours (课时).</summary>
    public static Unit ClassHours { get; } = new("class_hours", "课时", ValueKind.Number);

    /// <summary>Minutes (分钟).</summary>
    public static Unit Minutes { get; } = new("minutes", "分钟", ValueKind.Number);

    /// <summary>How often (次).</summary>
    public static Unit Times { get; } = new("times", "次", ValueKind.Number);

    /// <summary>Basis points, hundredths of a percent (基点).</summary>
    public static Unit BasisPoints { get; } = new("basis_points", "个基点", ValueKind.Number);

    /// <summary>How many times an amount (倍).</summary>
    public static Unit Multiple { get; } = new("multiple", "倍", ValueKind.Number);

    /// <summary>A rule that is in force or not, without a number (规则).</summary>
    public static Unit Rule { get; } = new("rule", "", ValueKind.Truth);

    /// <summary>Terms that a document lists (列举).</summary>
    public static Unit Terms { get; } = new("terms", "", ValueKind.List);

    /// <summary>Every unit there is.</summary>
    public static IReadOnlyDictionary<string, Unit> All { get; } =
        new[] { WorkingDays, Days, DayOfMonth, Months, Years, TermYears, Date, Yuan, Rate, People, ClassHours, Minutes, Times, BasisPoints, Multiple, Rule, Terms }
            .ToDictionary(unit => unit.Name, StringComparer.Ordinal);

    /// <summary>Name in parameter files (名称).</summary>
    public string Name { get; }

    /// <summary>As an officer reads it after a number (单位名称); empty when there is none.</summary>
    public string Label { get; }

    /// <summary>The kind of value that a parameter of this unit holds.</summary>
    public ValueKind Kind { get; }
}

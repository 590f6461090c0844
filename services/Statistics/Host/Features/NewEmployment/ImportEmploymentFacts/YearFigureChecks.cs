using System.Globalization;
using Wenye.Contracts.Statistics.V1;
using Wenye.Policy;
using Wenye.ServiceDefaults;

namespace Wenye.Statistics.Features.NewEmployment.ImportEmploymentFacts;

/// <summary>Checks figures of a year alone (年度数据校验), by the contract's comments.</summary>
internal static class YearFigureChecks
{
    private const int FirstYear = 2000;
    private const int YearsAhead = 1;
    private const long Most = 100_000_000;
    private const int RateScale = 4;

    /// <summary>Whether the target is a share, which no counties' targets add up to (比率目标).</summary>
    public static bool IsRate(TargetMeasure indicator) => indicator is TargetMeasure.GraduateEmploymentRate or TargetMeasure.UnemploymentRate;

    public static void Employed(RequestFaults faults, EmployedRow row, Caller caller, DateOnly today)
    {
        var division = faults.Demand(row.Year >= FirstYear && row.Year < today.Year, "employed.year", "应为已结束的年度，四位数字")
            .Demand(row.People is > 0 and <= Most, "employed.people", "年末城镇从业人员数应为大于零的整数")
            .Division(row.Division, "employed.division");
        faults.Demand(division.Level == DivisionLevel.Nation || caller.MaySee(division.Code), "employed.division", "不属于本机构的行政区划，请由当地机构导入");
    }

    public static void Target(RequestFaults faults, TargetRow row, Caller caller, DateOnly today)
    {
        var division = faults.Demand(row.Year >= FirstYear && row.Year <= today.Year + YearsAhead, "target.year", "应为今年、明年或以前的年度，四位数字")
            .Demand(row.Measure is not TargetMeasure.Unspecified && Enum.IsDefined(row.Measure), "target.measure", "请选择目标指标")
            .Division(row.Division, "target.division");
        faults.Demand(division.Level != DivisionLevel.Province, "target.division", "省的目标由文件规定，这里只设市、县的目标")
            .Demand(
                division.Level is DivisionLevel.Nation or DivisionLevel.Province || SetsFor(caller, division), "target.division",
                "目标由上级下达：市的由省级设定，县的由市或省设定");
        decimal?[] levels = [Level(faults, row, row.Lowest, "target.lowest", required: true), Level(faults, row, row.Middle, "target.middle"), Level(faults, row, row.Highest, "target.highest")];
        var known = levels.Where(level => level is not null).Select(level => level!.Value).ToList();
        var ordered = row.Measure == TargetMeasure.UnemploymentRate ? known.OrderDescending() : known.Order();
        faults.Demand(
            known.SequenceEqual(ordered), "target.highest",
            row.Measure == TargetMeasure.UnemploymentRate ? "失业率目标应逐级不高于前一级：最低、中间、最高" : "目标应逐级不低于前一级：最低、中间、最高");
    }

    /// <summary>A target's level of a row that has no fault (目标值); null: none is set.</summary>
    public static decimal? Value(string text) => text.Length == 0 ? null : decimal.Parse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);

    private static bool SetsFor(Caller caller, Division division) =>
        caller.Roles.Contains(Roles.Province) || (caller.Division != division.Code && caller.MaySee(division.Code));

    private static decimal? Level(RequestFaults faults, TargetRow row, string text, string field, bool required = false)
    {
        var isNumber = decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value);
        var holds = isNumber && (IsRate(row.Measure) ? value is > 0 and <= 1 && decimal.Round(value, RateScale) == value : value is > 0 and <= Most && decimal.Truncate(value) == value);
        faults.Demand(text.Length == 0 ? !required : holds, field, "人数、人次、家数填写大于零的整数，比率填写不大于 1 的小数（至多四位），如 0.045");
        return isNumber && holds ? value : null;
    }
}

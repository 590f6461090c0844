using System.Globalization;
using Wenye.Contracts.Training.V1;
using Wenye.Policy;
using Wenye.ServiceDefaults;

namespace Wenye.Training.Features.Courses.ImportCourses;

/// <summary>A row as far as it can be judged alone (导入行), which is wholly.</summary>
/// <param name="Row">Its number in the file.</param>
/// <param name="Course">As it will be stored; null with faults.</param>
/// <param name="Faults">In the order of the contract.</param>
internal sealed record CheckedCourse(long Row, Data.Course? Course, IReadOnlyList<FieldError> Faults);

/// <summary>Checks rows of a catalogue (逐行校验): what each field may hold, as the contract's comments say.</summary>
/// <param name="codes">Code tables of now.</param>
/// <param name="today">The day of the import.</param>
/// <param name="caller">States the catalogue of its own city.</param>
internal sealed class CourseChecks(ICodeTables codes, DateOnly today, Caller caller)
{
    private const string Occupations = "ACA111";
    private const int OccupationLength = 7;
    private const int LongestName = 100;
    private const int MostHours = 10_000;
    private const long MostFen = 100_000_000;
    private static readonly DateOnly Earliest = new(2000, 1, 1);

    public CheckedCourse Check(CourseRow row)
    {
        if (row.Course is not { } course)
        {
            return new(row.Row, null, [new("course", "该行没有课程，请填写城市、职业（工种）、课时等各项")]);
        }

        List<FieldError> faults = [.. FaultsOf(course)];
        return new(row.Row, faults.Count == 0 ? Stored(course) : null, [.. faults.Select(fault => fault with { Field = $"course.{fault.Field}" })]);
    }

    private IEnumerable<FieldError> FaultsOf(Course course)
    {
        (bool Holds, string Field, string Message)[] checks =
        [
            CheckCity(course.City),
            CheckOccupation(course),
            (course.Occupation?.Level is >= 1 and <= 5, "occupation.level", "等级应为 5（初级工）至 1（高级技师）"),
            (IsName(course.Name), "name", $"职业（工种）名称应为 1 至 {LongestName} 个字符，UTF-8 编码，没有控制字符，首尾不留空格"),
            (IsChoice(course.Category), "category", "培训类别应为就业技能培训、岗位技能提升培训或创业培训"),
            (course.Hours is >= 1 and <= MostHours, "hours", $"总课时应为 1 至 {MostHours}"),
            (IsChoice(course.LeadsTo), "leads_to", "请填写培训后应取得的证书种类"),
            (!course.HasStandardFen || course.StandardFen is >= 0 and <= MostFen, "standard_fen", "补贴标准以分为单位，应为 0 至 100 万元；未定时留空"),
            (!course.HasAppraisalFeeFen || course.AppraisalFeeFen is >= 0 and <= MostFen, "appraisal_fee_fen", "鉴定收费标准以分为单位，应为 0 至 100 万元；未定时留空"),
            (From(course) is { } from && from >= Earliest, "in_force.from", "请填写执行起始日期，不早于 2000-01-01"),
            (course.InForce?.To is not { } to || (to.IsDay() && to.ToDay() >= (From(course) ?? DateOnly.MinValue)), "in_force.to", "执行截止日期应有效，且不早于起始日期；长期有效时留空"),
        ];
        return checks.Where(check => !check.Holds).Select(check => new FieldError(check.Field, check.Message));
    }

    private (bool Holds, string Field, string Message) CheckCity(string city)
    {
        var isCity = Division.TryParse(city, out var division) && division.Level is DivisionLevel.City or DivisionLevel.Province
            && codes.Find("AAB301", city, today) != CodeStatus.Unknown;
        return isCity
            ? (caller.MaySee(city), "city", "不属于本机构的行政区划，请由该市或省级机构导入")
            : (false, "city", "应为现行的设区的市 6 位行政区划代码；省本级项目填写省代码");
    }

    // The form always; which codes there are where the table was imported: it is too large to be shipped.
    private (bool Holds, string Field, string Message) CheckOccupation(Course course)
    {
        var code = course.Occupation?.Occupation ?? "";
        return code.Length == OccupationLength && code.All(char.IsAsciiDigit)
            ? (codes.Find(Occupations, code, From(course) ?? today) != CodeStatus.Unknown, "occupation.occupation", "职业（工种）编码不在代码表 ACA111（职业分类大典）中，请核对")
            : (false, "occupation.occupation", $"职业（工种）编码应为 {OccupationLength} 位数字，如 4020301");
    }

    private static DateOnly? From(Course course) => course.InForce?.From is { } from && from.IsDay() ? from.ToDay() : null;

    private static bool IsName(string text) =>
        new StringInfo(text).LengthInTextElements is >= 1 and <= LongestName && !text.Any(c => c == '\uFFFD' || char.IsControl(c)) && text.Length == text.Trim().Length;

    private static bool IsChoice<T>(T value)
        where T : struct, Enum => Enum.IsDefined(value) && Convert.ToInt32(value, CultureInfo.InvariantCulture) != 0;

    private static Data.Course Stored(Course course) => new()
    {
        City = course.City,
        Occupation = course.Occupation.Occupation,
        Level = course.Occupation.Level,
        From = course.InForce.From.ToDay(),
        Until = course.InForce.To?.ToDay(),
        Name = course.Name,
        Category = course.Category,
        Hours = course.Hours,
        LeadsTo = course.LeadsTo,
        StandardFen = course.HasStandardFen ? course.StandardFen : null,
        AppraisalFeeFen = course.HasAppraisalFeeFen ? course.AppraisalFeeFen : null,
        CostlyOrUrgent = course.HasCostlyOrUrgent ? course.CostlyOrUrgent : null,
    };
}

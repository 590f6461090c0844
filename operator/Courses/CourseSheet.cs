using System.Globalization;
using Wenye.Contracts.Training.V1;
using Wenye.Contracts.Type.V1;
using Wenye.Operator.Files;

namespace Wenye.Operator.Courses;

/// <summary>A city's catalogue as a CSV file with Chinese headers (职业（工种）目录与补贴标准表), amounts in yuan.</summary>
/// <remarks>What cannot be read goes out as what no field may hold, so that the service names the field; a yes or no that is neither makes the line no course.</remarks>
internal static class CourseSheet
{
    private const long Unreadable = -1;
    private const decimal FenOfYuan = 100;

    private static readonly string[] Headers =
    [
        "城市代码", "职业（工种）编码", "职业（工种）名称", "等级", "培训类别", "总课时", "证书种类", "补贴标准（元）", "鉴定收费标准（元）", "高成本或急需紧缺", "起始日期", "截止日期",
    ];

    private static readonly Dictionary<string, int> Levels = new(StringComparer.Ordinal)
    {
        ["初级工"] = 5, ["中级工"] = 4, ["高级工"] = 3, ["技师"] = 2, ["高级技师"] = 1,
    };

    private static readonly Dictionary<string, TrainingCategory> Categories = new(StringComparer.Ordinal)
    {
        ["就业技能培训"] = TrainingCategory.Employment, ["岗位技能提升培训"] = TrainingCategory.Upgrading, ["创业培训"] = TrainingCategory.Entrepreneurship,
    };

    private static readonly Dictionary<string, CertificateKind> Certificates = new(StringComparer.Ordinal)
    {
        ["职业资格证书"] = CertificateKind.Qualification,
        ["职业技能等级证书"] = CertificateKind.SkillLevel,
        ["专项职业能力证书"] = CertificateKind.SpecialAbility,
        ["特种作业操作证"] = CertificateKind.SpecialOperation,
        ["特种设备作业人员证"] = CertificateKind.SpecialEquipment,
        ["培训合格证书"] = CertificateKind.Completion,
    };

    /// <summary>Every line as a row, numbered from 1, with its line in the file.</summary>
    /// <exception cref="UsageException">There is no line, or a column is missing.</exception>
    public static IReadOnlyList<(long Line, CourseRow Row)> Read(TextReader text)
    {
        var lines = Csv.Read(text).ToList();
        if (lines.Count == 0)
        {
            throw new UsageException("文件没有数据行");
        }

        return Headers.Where(header => !lines[0].Values.ContainsKey(header)).ToList() is { Count: > 0 } missing
            ? throw new UsageException($"缺少列：{string.Join('、', missing)}")
            : [.. lines.Select((line, i) => (line.Line, new CourseRow { Row = i + 1, Course = CourseOf(line) }))];
    }

    private static Course? CourseOf(CsvLine line)
    {
        if (line["高成本或急需紧缺"] is not ("是" or "否" or ""))
        {
            return null;
        }

        var course = new Course
        {
            City = line["城市代码"],
            Occupation = new OccupationLevel { Occupation = line["职业（工种）编码"], Level = LevelOf(line["等级"]) },
            Name = line["职业（工种）名称"],
            Category = Categories.GetValueOrDefault(line["培训类别"]),
            Hours = int.TryParse(line["总课时"], NumberStyles.None, CultureInfo.InvariantCulture, out var hours) ? hours : 0,
            LeadsTo = Certificates.GetValueOrDefault(line["证书种类"]),
            InForce = new Period { From = DayOf(line["起始日期"]), To = DayOf(line["截止日期"]) },
        };
        if (line["补贴标准（元）"].Length > 0)
        {
            course.StandardFen = FenOf(line["补贴标准（元）"]);
        }

        if (line["鉴定收费标准（元）"].Length > 0)
        {
            course.AppraisalFeeFen = FenOf(line["鉴定收费标准（元）"]);
        }

        if (line["高成本或急需紧缺"].Length > 0)
        {
            course.CostlyOrUrgent = line["高成本或急需紧缺"] == "是";
        }

        return course;
    }

    private static int LevelOf(string text) =>
        Levels.TryGetValue(text, out var level) || int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out level) ? level : 0;

    private static long FenOf(string yuan) =>
        decimal.TryParse(yuan, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount)
            && amount <= int.MaxValue && decimal.Truncate(amount * FenOfYuan) == amount * FenOfYuan
            ? (long)(amount * FenOfYuan)
            : Unreadable;

    // A date that is none is sent as one: left out, it would say that the course is open.
    private static Date? DayOf(string text) =>
        text.Length == 0 ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? new Date { Year = day.Year, Month = day.Month, Day = day.Day }
        : new Date();
}

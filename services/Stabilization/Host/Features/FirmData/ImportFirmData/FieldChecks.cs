using System.Globalization;
using Wenye.Contracts.Type.V1;
using Wenye.Policy;
using Wenye.ServiceDefaults;

namespace Wenye.Stabilization.Features.FirmData.ImportFirmData;

/// <summary>Checks fields of one row and gathers what is wrong (字段校验). A value is never repeated.</summary>
internal sealed class FieldChecks(ICodeTables codes, DateOnly today, Caller caller)
{
    private const int EarliestYear = 2000;
    private const int MostPeople = 10_000_000;
    private const long MostFen = 1_000_000_000_000_000;
    private const decimal MostMonths = 9999;
    private const string Industries = "GBT4754";
    private const string Divisions = "AAB301";

    private readonly List<FieldError> faults = [];
    private string kind = "";

    public IReadOnlyList<FieldError> Faults => faults;

    /// <summary>Fields that follow stand under this kind of data.</summary>
    public FieldChecks Of(string name)
    {
        kind = name + ".";
        return this;
    }

    public FieldChecks Demand(bool holds, string field, string message)
    {
        if (!holds)
        {
            faults.Add(new(kind + field, message));
        }

        return this;
    }

    // GB 32100. An office that finds a code issued with a wrong check character has it corrected before it delivers.
    public FieldChecks CreditCode(string code) => UnifiedSocialCreditCode.Examine(code, out _) switch
    {
        SocialCreditCodeFault.None => this,
        SocialCreditCodeFault.Length => Demand(holds: false, "credit_code", "统一社会信用代码应为 18 位，请核对"),
        SocialCreditCodeFault.Character => Demand(holds: false, "credit_code", "统一社会信用代码含有不允许的字符，应为数字和大写字母（不含 I、O、S、V、Z），请核对"),
        _ => Demand(holds: false, "credit_code", "统一社会信用代码的校验码不符，请按营业执照核对"),
    };

    public FieldChecks Text(string field, string text, int least, int most)
    {
        Demand(new StringInfo(text).LengthInTextElements is var length && length >= least && length <= most, field, $"应为 {least} 至 {most} 个字符");
        Demand(!text.Any(c => c == '\uFFFD' || char.IsControl(c)), field, "文本须为有效的 UTF-8 编码，不含控制字符");
        return Demand(text.Length == text.Trim().Length, field, "首尾不应有空格");
    }

    /// <summary>Nothing, or so many digits.</summary>
    public FieldChecks Digits(string field, string text, int least, int most, string message) =>
        Demand(text.Length == 0 || (text.Length >= least && text.Length <= most && text.All(char.IsAsciiDigit)), field, message);

    public FieldChecks Phone(string field, string phone)
    {
        var digits = phone.Replace("-", "", StringComparison.Ordinal);
        var isMobile = phone.Length == 11 && phone[0] == '1' && phone[1] is >= '3' and <= '9';
        var isFixed = digits.Length is >= 10 and <= 12 && digits[0] == '0' && phone.Length - digits.Length <= 1;
        return Demand(
            phone.Length == 0 || (digits.All(char.IsAsciiDigit) && (isMobile || isFixed)), field, "联系电话应为 11 位手机号码，或区号加固定电话号码，没有时请留空");
    }

    public FieldChecks Month(string field, string text, int earliestYear = EarliestYear) => Demand(
        YearMonth.TryParse(text, out var month) && month.Year >= earliestYear && month <= YearMonth.Of(today),
        field, $"月份应写作 YYYY-MM，自 {earliestYear} 年 1 月起，且不晚于本月");

    public FieldChecks Year(string field, int year) => Demand(year >= EarliestYear && year <= today.Year, field, $"年份应为 {EarliestYear} 年至今年");

    public FieldChecks Day(string field, Date? day) => Demand(
        day?.IsDay() == true && day.Year >= EarliestYear && day.Year <= today.Year + 1, field, $"请填写有效的日期，自 {EarliestYear} 年起，不晚于明年");

    public FieldChecks Amount(string field, long fen) => Demand(fen is >= 0 and <= MostFen, field, "金额以分为单位，应为 0 至 10 万亿元");

    public FieldChecks SignedAmount(string field, long fen) => Demand(fen is >= -MostFen and <= MostFen, field, "金额以分为单位，绝对值不超过 10 万亿元");

    public FieldChecks People(string field, int people) => Demand(people is >= 0 and <= MostPeople, field, "人数应为 0 至 1000 万");

    /// <summary>An exact decimal of at most two places.</summary>
    public FieldChecks Months(string field, string text)
    {
        var isNumber = decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var months);
        return Demand(
            isNumber && text.Length <= 7 && char.IsAsciiDigit(text[0]) && char.IsAsciiDigit(text[^1]) && months <= MostMonths && decimal.Round(months, 2) == months,
            field, "备付月数应为数字，至多两位小数，如 18.25");
    }

    public FieldChecks Choice<T>(string field, T value)
        where T : struct, Enum => Demand(Enum.IsDefined(value) && Convert.ToInt32(value, CultureInfo.InvariantCulture) != 0, field, "请从接口定义的取值中选择");

    /// <summary>A county, or a city where no county is told.</summary>
    public FieldChecks Place(string field, string code) => Division(field, code, "行政区划代码不存在，应为现行的 6 位县（市、区）代码", DivisionLevel.District, DivisionLevel.City);

    /// <summary>A city: unemployment insurance is pooled there.</summary>
    public FieldChecks Pool(string field, string code) => Division(field, code, "统筹地区应为现行的设区的市 6 位行政区划代码", DivisionLevel.City);

    /// <summary>A letter, or letter and class. The class is looked up where the table was imported: it is too large to be shipped.</summary>
    public FieldChecks Industry(string field, string code)
    {
        var isCode = code.Length is 1 or (>= 3 and <= 5) && code[0] is >= 'A' and <= 'T' && code.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0;
        Demand(isCode, field, "行业应为 GB/T 4754 的门类字母，或门类字母加 2 至 4 位代码，如 C1711");
        return isCode
            ? Demand(codes.Find(Industries, code.Length == 1 ? code : code[1..], today) != CodeStatus.Unknown, field, "行业代码不在 GB/T 4754 代码表中，请核对")
            : this;
    }

    private FieldChecks Division(string field, string code, string message, params ReadOnlySpan<DivisionLevel> levels)
    {
        var isOne = Policy.Division.TryParse(code, out var division) && levels.Contains(division.Level) && codes.Find(Divisions, code, today) == CodeStatus.Known;
        Demand(isOne, field, message);
        return isOne ? Demand(caller.MaySee(code), field, "不属于本机构的行政区划，请由当地机构或省级机构导入") : this;
    }
}

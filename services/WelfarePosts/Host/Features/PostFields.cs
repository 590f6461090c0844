using System.Globalization;
using Wenye.Policy;
using Wenye.ServiceDefaults;

namespace Wenye.WelfarePosts.Features;

/// <summary>Checks what several calls of Welfare-Posts ask for alike (公共字段校验).</summary>
internal sealed class PostFields(ICodeTables codes, TimeProvider time)
{
    private const int LongestAccount = 40;

    /// <summary>Today in China.</summary>
    public DateOnly Today => ChinaTime.Today(time);

    /// <summary>A county, city or province that is there today (行政区划).</summary>
    public Division Place(RequestFaults faults, string division, string field = "division")
    {
        var place = faults.Division(division, field);
        faults.Demand(
            place.Level == DivisionLevel.Nation || codes.Find("AAB301", division, Today) != CodeStatus.Unknown,
            field, "没有该行政区划，请填写现行的县、市或省的 6 位代码");
        return place;
    }

    /// <summary>统一社会信用代码.</summary>
    public static void CreditCode(RequestFaults faults, string code, string field = "credit_code") => faults.Demand(
        UnifiedSocialCreditCode.TryParse(code, out _), field, "统一社会信用代码应为 18 位且校验码正确，字母大写，请按登记证照核对");

    /// <summary>A bank account (账号); empty where there is none.</summary>
    public static void Account(RequestFaults faults, string account, string field = "bank_account") => faults.Demand(
        account.Length <= LongestAccount && account.All(char.IsAsciiLetterOrDigit), field, "账号应为不超过 40 位的数字或字母，没有时请留空");

    /// <summary>公民身份号码.</summary>
    public static void IdNumber(RequestFaults faults, string number, string field = "AAC147") => faults.Demand(
        ResidentId.TryParse(number, out _), field, "公民身份号码应为 18 位且校验码正确，末位 X 大写，请按身份证核对");

    /// <summary>A month written "2020-09" (月份); its first day, or the first of all where it is faulty.</summary>
    public static DateOnly Month(RequestFaults faults, string month, string field = "month")
    {
        var holds = DateOnly.TryParseExact(month, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first);
        faults.Demand(holds, field, "月份应写作四位年、连字符、两位月，如 2020-09");
        return first;
    }

    /// <summary>A month as callers see it (月份): "2020-09".</summary>
    public static string Month(DateOnly month) => month.ToString("yyyy-MM", CultureInfo.InvariantCulture);
}

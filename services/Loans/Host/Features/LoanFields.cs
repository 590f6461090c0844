using Wenye.Policy;
using Wenye.ServiceDefaults;

namespace Wenye.Loans.Features;

/// <summary>Checks what several calls of Loans ask for alike (公共字段校验).</summary>
internal sealed class LoanFields(ICodeTables codes, TimeProvider time)
{
    private const int LongestAccount = 40;

    /// <summary>Today in China.</summary>
    public DateOnly Today => ChinaTime.Today(time);

    /// <summary>A county, city or province that is there today (行政区划).</summary>
    public void Place(RequestFaults faults, string division)
    {
        var place = faults.Division(division, "division");
        faults.Demand(
            place.Level == DivisionLevel.Nation || codes.Find("AAB301", division, Today) != CodeStatus.Unknown,
            "division", "没有该行政区划，请填写现行的县、市或省的 6 位代码");
    }

    /// <summary>统一社会信用代码.</summary>
    public static void CreditCode(RequestFaults faults, string code, string field = "credit_code") => faults.Demand(
        UnifiedSocialCreditCode.TryParse(code, out _), field, "统一社会信用代码应为 18 位且校验码正确，字母大写，请按登记证照核对");

    /// <summary>A bank account (账号); empty where there is none.</summary>
    public static void Account(RequestFaults faults, string account, string field = "bank_account") => faults.Demand(
        account.Length <= LongestAccount && account.All(char.IsAsciiLetterOrDigit), field, "账号应为不超过 40 位的数字或字母，没有时请留空");
}

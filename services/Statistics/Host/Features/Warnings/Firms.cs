using Wenye.Contracts.Statistics.V1;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Wenye.Statistics.Data.Warnings;
using Firm = Wenye.Contracts.Statistics.V1.MonitoredFirm;
using StoredFirm = Wenye.Statistics.Data.Warnings.MonitoredFirm;

namespace Wenye.Statistics.Features.Warnings;

/// <summary>Monitored firms as callers name and see them (监测企业的校验与应答).</summary>
internal static class Firms
{
    private const int Most = 10_000_000;
    private static readonly string[] Sizes = ["large", "medium", "small", "micro"];

    /// <summary>What is wrong with a firm (监测企业校验).</summary>
    /// <param name="faults">Where it is told.</param>
    /// <param name="firm">As it was sent; null: none was.</param>
    /// <param name="caller">Of whose division it must be.</param>
    public static void Check(RequestFaults faults, Firm? firm, Caller caller)
    {
        firm ??= new();
        Code(faults, firm.Code, "firm.code");
        var division = faults.Division(firm.Division, "firm.division");
        faults.Demand(division.Level is DivisionLevel.Nation or DivisionLevel.District, "firm.division", "请填写企业所在县（市、区）的行政区划代码")
            .Demand(division.Level == DivisionLevel.Nation || caller.MaySee(division.Code), "firm.division", "不属于本机构的行政区划，请由当地机构办理")
            .Demand(IsIndustry(firm.Industry), "firm.industry", "请按 GB/T 4754 填写行业代码：门类字母，或门类字母加 2 至 4 位数字")
            .Demand(Sizes.Contains(firm.Size), "firm.size", "企业规模应为 large、medium、small 或 micro")
            .Demand(firm.Focus is not FirmFocus.Unspecified && Enum.IsDefined(firm.Focus), "firm.focus", "请选择监测企业类别");
    }

    /// <summary>What is wrong with a month (企业月报校验).</summary>
    public static void Check(RequestFaults faults, FirmMonth? month, DateOnly today)
    {
        month ??= new();
        var isMonth = YearMonth.TryParse(month.Month, out var of);
        faults.Demand(isMonth && of <= YearMonth.Of(today), "month.month", "请按 YYYY-MM 填写月份，不晚于本月")
            .Demand(month.Employees is >= 0 and <= Most, "month.employees", "月末用工人数应为不小于零的整数")
            .Demand(!month.HasInsured || month.Insured is >= 0 and <= Most, "month.insured", "参保缴费人数应为不小于零的整数，未掌握的不填")
            .Demand(!month.HasVacancies || month.Vacancies is >= 0 and <= Most, "month.vacancies", "招聘岗位数应为不小于零的整数，未掌握的不填")
            .Demand(!month.HasLaidOff || month.LaidOff is >= 0 and <= Most, "month.laid_off", "裁员人数应为不小于零的整数，未掌握的不填");
    }

    /// <summary>统一社会信用代码, of bodies.</summary>
    public static void Code(RequestFaults faults, string code, string field) =>
        faults.Demand(UnifiedSocialCreditCode.TryParse(code, out _), field, "统一社会信用代码应为 18 位且校验码正确");

    /// <summary>A firm as it is stored, monitored.</summary>
    public static StoredFirm ToStored(this Firm firm, DateOnly since) => new()
    {
        Code = firm.Code, Division = firm.Division, Industry = firm.Industry, Size = firm.Size, Focus = Term<FirmFocus>.Text(firm.Focus), Since = since, RemovedOn = null,
    };

    /// <summary>A month as it is stored.</summary>
    public static ReportedMonth ToStored(this FirmMonth month, string code) => new()
    {
        Code = code,
        Month = month.Month,
        Employees = month.Employees,
        Insured = month.HasInsured ? month.Insured : null,
        Vacancies = month.HasVacancies ? month.Vacancies : null,
        LaidOff = month.HasLaidOff ? month.LaidOff : null,
    };

    /// <summary>A firm with its latest month.</summary>
    public static Firm ToContract(this StoredFirm firm, ReportedMonth? latest)
    {
        var answer = new Firm
        {
            Code = firm.Code, Division = firm.Division, Industry = firm.Industry, Size = firm.Size, Focus = WarningAnswers.Of<FirmFocus>(firm.Focus),
            Since = firm.Since.ToContract(), RemovedOn = firm.RemovedOn?.ToContract(),
        };
        if (latest is { } month)
        {
            answer.Latest = new() { Month = month.Month, Employees = month.Employees };
            Set(month.Insured, value => answer.Latest.Insured = value);
            Set(month.Vacancies, value => answer.Latest.Vacancies = value);
            Set(month.LaidOff, value => answer.Latest.LaidOff = value);
        }

        return answer;
    }

    private static void Set(int? number, Action<int> set)
    {
        if (number is { } known)
        {
            set(known);
        }
    }

    // GB/T 4754: a letter for the section, then nothing, or the digits of a division, group or class.
    private static bool IsIndustry(string code) =>
        code.Length is 1 or 3 or 4 or 5 && code[0] is >= 'A' and <= 'T' && code.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0;
}

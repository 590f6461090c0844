using System.Globalization;
using Wenye.Contracts.Training.V1;
using Wenye.Policy;
using Wenye.ServiceDefaults;

namespace Wenye.Training.Features.Fundings.OpenFunding;

/// <summary>What may be wrong with a firm's plan of apprentices (学徒培养计划校验).</summary>
internal static class ApprenticePlanFaults
{
    private const int MostLines = 100;
    private const int MostPeople = 10_000;
    private const int LongestText = 100;
    private const int OccupationLength = 20;
    private const int LowestLevel = 5;
    private const long MostFen = 100_000_00;
    private const decimal MostYears = 10;

    /// <summary>Adds every fault of the firm and its lines.</summary>
    public static void Add(RequestFaults faults, OpenFundingRequest request)
    {
        var firm = request.Firm ?? new();
        faults.Division(firm.Division, "firm.division");
        faults
            .Demand(UnifiedSocialCreditCode.TryParse(firm.CreditCode, out _), "firm.credit_code", "统一社会信用代码应为 18 位且校验正确，请核对营业执照")
            .Demand(firm.Name.Trim().Length is >= 1 and <= LongestText && !firm.Name.Any(char.IsControl), "firm.name", $"企业名称应为 1 至 {LongestText} 个字符")
            .Demand(
                firm.BankAccount.Length == 0 || (firm.BankAccount.Length is >= 6 and <= 40 && firm.BankAccount.All(c => char.IsAsciiDigit(c) || c == '-')),
                "firm.bank_account", "银行账号应为 6 至 40 位数字，可含连字符")
            .Demand(
                firm.BankName.Length <= LongestText && firm.BankName.Length > 0 == firm.BankAccount.Length > 0, "firm.bank_name",
                $"填写银行账号的，应同时填写开户银行，不超过 {LongestText} 个字符")
            .Demand(request.Apprentices.Count is >= 1 and <= MostLines, "apprentices", $"请填写 1 至 {MostLines} 行学徒");
        for (var i = 0; i < request.Apprentices.Count; i++)
        {
            AddLine(faults, request.Apprentices[i], i);
        }

        faults.Add(ApprenticeNames.Faults(request));
    }

    /// <summary>Years of a line without faults (培训年限).</summary>
    public static decimal Years(Apprentices line) => decimal.Parse(line.Years, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);

    private static void AddLine(RequestFaults faults, Apprentices line, int index)
    {
        var occupation = line.Occupation ?? new();
        faults
            .Demand(Enum.IsDefined(line.Kind) && line.Kind != ApprenticeKind.Unspecified, Name("kind"), "请从接口定义的学徒类别中选择")
            .Demand(line.People is >= 1 and <= MostPeople, Name("people"), $"人数应为 1 至 {MostPeople}")
            .Demand(
                occupation.Occupation.Length is > 0 and <= OccupationLength && occupation.Occupation.All(char.IsAsciiDigit),
                Name("occupation.occupation"), "职业（工种）编码应为数字，请从当地职业（工种）目录选择")
            .Demand(occupation.Level is >= 1 and <= LowestLevel, Name("occupation.level"), "等级应为 5（初级工）至 1（高级技师）")
            .Demand(IsTerm(line.Years), Name("years"), "培训年限以年为单位，可有两位小数，例如 1 或 1.5")
            .Demand(line.StartedOn?.IsDay() == true, Name("started_on"), "请填写有效的开始日期")
            .Demand(line.StandardFen is > 0 and <= MostFen, Name("standard_fen"), "每人补贴标准以分为单位，应大于零且不超过 10 万元")
            .Demand(line is { DecidedFen: 0, Finished: 0 }, Name("decided_fen"), "认定金额、结业人数由系统给出或清算时填写，请不填");

        string Name(string field) => OpenFaults.Item("apprentices", index, field);
    }

    private static bool IsTerm(string years) =>
        decimal.TryParse(years, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var term) && term is > 0 and <= MostYears && decimal.Round(term, 2) == term;
}

using System.Globalization;
using Wenye.Contracts.Loans.V1;
using Wenye.Loans.Data;
using Wenye.Loans.Features.Books;
using Wenye.Persistence;
using Wenye.Policy;
using Wenye.ServiceDefaults;

namespace Wenye.Loans.Features.BankFiles.ImportLoans;

/// <summary>A row of a file of loans as far as it can be judged alone (存量贷款行).</summary>
/// <param name="Row">As it was sent.</param>
/// <param name="Faults">Of the row alone; empty: none.</param>
/// <param name="Hashes">By which its people are found, in their order; empty when the row has faults.</param>
internal sealed record CheckedLoan(LoanRow Row, IReadOnlyList<FieldError> Faults, IReadOnlyList<byte[]> Hashes);

/// <summary>Checks rows of a file of loans alone (存量贷款逐行校验), by the contract's comments. A value is never repeated.</summary>
internal sealed class LoanRowChecks(LoanFields fields, PersonalDataProtector protector)
{
    private const int LongestNumber = 64;
    private const int MostPeople = 3;
    private const int LongestTerm = 36;
    private static readonly DateOnly Earliest = new(2000, 1, 1);

    public CheckedLoan Check(LoanRow row)
    {
        var faults = new RequestFaults().Text(row.ContractNumber, "contract_number", LongestNumber)
            .Demand(row.Kind is BorrowerKind.Personal or BorrowerKind.Enterprise, "kind", "请选择个人或小微企业");
        fields.Place(faults, row.Division);
        _ = faults.Id(row.FundId, "fund_id", "担保基金标识应为 UUID，请从担保基金清单查询后填写");
        Borrower(faults, row);
        Terms(faults, row);
        return faults.Found is { Count: > 0 } found ? new(row, found, []) : new(row, [], [.. row.People.Select(one => protector.LookupHash(one.IdNumber))]);
    }

    /// <summary>A rate as decimal text (利率); null when it is none.</summary>
    public static decimal? Rate(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var rate) && rate is > 0 and < 1 && decimal.Round(rate, 6) == rate ? rate : null;

    private static void Borrower(RequestFaults faults, LoanRow row)
    {
        if (row.Kind == BorrowerKind.Enterprise)
        {
            LoanFields.CreditCode(faults, row.CreditCode);
            faults.Text(row.FirmName, "firm_name").Demand(row.People.Count == 1, "people", "小微企业贷款请只填写法定代表人");
        }
        else
        {
            faults.Demand(row.CreditCode.Length == 0, "credit_code", "个人贷款不填写").Demand(row.FirmName.Length == 0, "firm_name", "个人贷款不填写")
                .Demand(row.People.Count is >= 1 and <= MostPeople, "people", $"个人贷款应有 1 至 {MostPeople} 名借款人");
        }

        faults.Demand(row.People.Count(one => one.Signs) == 1, "people.signs", "应有且只有一名签约人")
            .Demand(row.People.Select(one => one.IdNumber).Distinct(StringComparer.Ordinal).Count() == row.People.Count, "people", "同一人不应重复填写");
        foreach (var person in row.People)
        {
            faults.Text(person.Name, "people.AAC003", longest: 50)
                .Demand(ResidentId.Examine(person.IdNumber, out _) == ResidentIdFault.None, "people.AAC147", "公民身份号码应为 18 位且校验码正确，末位字母大写，请按证件核对");
        }
    }

    private void Terms(RequestFaults faults, LoanRow row)
    {
        var signed = row.ContractDate is { } day && day.IsDay() ? day.ToDay() : (DateOnly?)null;
        faults
            .Demand(signed >= Earliest && signed <= fields.Today, "contract_date", "请填写贷款合同签订日，不晚于今天")
            .Amount(row.PrincipalFen, "principal_fen")
            .Demand(Rate(row.AnnualRate) is not null, "annual_rate", "年利率应为小数，例如 0.0435")
            .Demand(row.Tenor is LprTenor.OneYear or LprTenor.FiveYears, "tenor", "请选择一年期或五年期以上")
            .Demand(Rate(row.Lpr) is not null, "lpr", "合同签订日的贷款市场报价利率应为小数，例如 0.0385")
            .Demand(row.TermMonths is >= 1 and <= LongestTerm, "term_months", $"期限应为 1 至 {LongestTerm} 个月")
            .Demand(row.MaturesOn is { } matures && matures.IsDay() && matures.ToDay() > (signed ?? Earliest), "matures_on", "请填写到期日，晚于合同签订日")
            .Demand(row.Sharing is SharingKind.Ordinary or SharingKind.NightEconomy, "sharing", "请选择贴息分担类别");
    }
}

using Wenye.Contracts.Stabilization.V1;
using Wenye.Contracts.Type.V1;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Wenye.Stabilization.Data;

namespace Wenye.Stabilization.Features.FirmData.ImportFirmData;

/// <summary>Checks a row alone (逐行校验): the table of what each field may hold, as the contract's comments say.</summary>
/// <param name="codes">Code tables of now.</param>
/// <param name="today">Nothing is of a later month.</param>
/// <param name="caller">Delivers for its own division.</param>
internal sealed class RowChecks(ICodeTables codes, DateOnly today, Caller caller)
{
    private const int LongestName = 100;

    public CheckedRow Check(FirmDataRow row)
    {
        var fields = new FieldChecks(codes, today, caller);
        switch (row.DataCase)
        {
            case FirmDataRow.DataOneofCase.Firm:
                Check(row.Firm, fields.Of("firm"));
                break;
            case FirmDataRow.DataOneofCase.Contribution:
                Check(row.Contribution, fields.Of("contribution"));
                break;
            case FirmDataRow.DataOneofCase.Reduction:
                fields.Of("reduction").CreditCode(row.Reduction.CreditCode).Month("month", row.Reduction.Month)
                    .Choice("kind", row.Reduction.Kind).People("people", row.Reduction.People);
                break;
            case FirmDataRow.DataOneofCase.Finance:
                fields.Of("finance").CreditCode(row.Finance.CreditCode).Year("year", row.Finance.Year)
                    .Amount("revenue_fen", row.Finance.RevenueFen).SignedAmount("profit_fen", row.Finance.ProfitFen)
                    .Amount("assets_fen", row.Finance.AssetsFen).Amount("liabilities_fen", row.Finance.LiabilitiesFen)
                    .People("employees", row.Finance.Employees);
                break;
            case FirmDataRow.DataOneofCase.Fund:
                fields.Of("fund").Pool("pool", row.Fund.Pool).Month("month", row.Fund.Month)
                    .Amount("balance_fen", row.Fund.BalanceFen).Months("months_covered", row.Fund.MonthsCovered);
                break;
            case FirmDataRow.DataOneofCase.BenefitStandard:
                fields.Of("benefit_standard").Place("division", row.BenefitStandard.Division).Day("from", row.BenefitStandard.From)
                    .Amount("monthly_fen", row.BenefitStandard.MonthlyFen)
                    .Demand(row.BenefitStandard.MonthlyFen != 0, "monthly_fen", "请填写月失业保险金标准，以分为单位");
                break;
            case FirmDataRow.DataOneofCase.PastRefund:
                fields.Of("past_refund").CreditCode(row.PastRefund.CreditCode).Year("year", row.PastRefund.Year)
                    .Choice("kind", row.PastRefund.Kind).Amount("paid_fen", row.PastRefund.PaidFen);
                break;
            case FirmDataRow.DataOneofCase.Feed:
                fields.Of("feed").Pool("pool", row.Feed.Pool).Year("year", row.Feed.Year).Choice("feed", row.Feed.Feed);
                break;
            default:
                fields.Demand(holds: false, "data", "该行没有数据，请填写企业、缴费、减员、财务、基金、金标准、已返还或归集完成中的一类");
                break;
        }

        return new(row, fields.Faults);
    }

    private static void Check(FirmRow firm, FieldChecks fields)
    {
        fields.CreditCode(firm.CreditCode).Text("name", firm.Name, least: 1, LongestName).Place("division", firm.Division)
            .Industry("industry", firm.Industry).Text("bank_name", firm.BankName, least: 0, LongestName)
            .Digits("bank_account", firm.BankAccount, least: 5, most: 40, "基本账户应为 5 至 40 位数字，没有时请留空")
            .Phone("phone", firm.Phone).Amount("to_recover_fen", firm.ToRecoverFen);
        if (firm.InsuredSince.Length > 0)
        {
            fields.Month("insured_since", firm.InsuredSince, earliestYear: 1986);
        }

        if (firm.Priority != Priority.Unspecified)
        {
            fields.Choice("priority", firm.Priority);
        }
    }

    private static void Check(ContributionRow month, FieldChecks fields) => fields
        .CreditCode(month.CreditCode).Month("month", month.Month).People("insured", month.Insured)
        .Amount("due_fen", month.DueFen).Amount("paid_fen", month.PaidFen).Choice("relief", month.Relief)
        .Demand(month.PaidFen <= month.DueFen || month.PaidFen < 0 || month.DueFen < 0, "paid_fen", "实缴不应大于应缴；补缴以前月份的，请重报被补缴的月份");
}

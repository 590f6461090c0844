using Wenye.Contracts.Loans.V1;
using static Wenye.Demo.Days;
using static Wenye.Demo.Narration;
using static Wenye.Demo.Requests;

namespace Wenye.Demo;

/// <summary>Who has a part in loans: offices, the service hall, a bank and a guarantor that do not exist (虚构银行、虚构担保机构).</summary>
internal sealed record LoanParties(Agency Office, Agency Reviewer, Agency Portal, Agency Bank, Agency Guarantor) : IDisposable
{
    private const string City = "370100";
    private const string FundName = "虚构市创业担保贷款担保基金";

    public static async Task<LoanParties> SignInAsync(RunningSystem system) => new(
        await system.SignInAsync("loans"), await system.SignInAsync("loans-reviewer"), await system.SignInAsync("loan-portal"),
        await system.SignInAsync("loan-bank"), await system.SignInAsync("loan-guarantor"));

    /// <summary>Enters what is not there from an earlier run; the ids of the bank and of the fund.</summary>
    public async Task<(string Bank, string Fund)> SetUpAsync(DateOnly today)
    {
        var bank = await EnterAsync(PartnerKind.Bank, "虚构银行济南分行", "bank-one");
        var guarantor = await EnterAsync(PartnerKind.Guarantor, "虚构担保中心", "guarantor-one");
        var published = today.Day >= 20 ? new DateOnly(today.Year, today.Month, 20) : new DateOnly(today.Year, today.Month, 20).AddMonths(-1);
        await new ReferenceRateService.ReferenceRateServiceClient(Reviewer.Invoker).ImportRatesAsync(
            new() { RequestId = NewRequestId(), Rates = { new PublishedRates { PublishedOn = Of(published), OneYear = "0.0385", FiveYears = "0.0465" } } },
            Reviewer.Headers);
        var fund = await FundAsync(guarantor, bank, today);
        Line($"{fund.Name}：余额 {StabilizationDemo.Yuan(fund.BalanceFen)} 元，在保 {StabilizationDemo.Yuan(fund.ExposureFen)} 元，可担保 {StabilizationDemo.Yuan(fund.LimitFen)} 元（{fund.Multiple} 倍）");
        return (bank, fund.FundId);
    }

    public void Dispose()
    {
        foreach (var agency in new[] { Office, Reviewer, Portal, Bank, Guarantor })
        {
            agency.Dispose();
        }
    }

    private async Task<string> EnterAsync(PartnerKind kind, string name, string agency)
    {
        var partners = new PartnerService.PartnerServiceClient(Reviewer.Invoker);
        var known = (await partners.ListPartnersAsync(new() { Division = City, Kind = kind, PageSize = 1000 }, Reviewer.Headers)).Partners.FirstOrDefault(one => one.Agency == agency);
        known ??= (await partners.RegisterPartnerAsync(
            new()
            {
                RequestId = NewRequestId(), Handling = Officer("测复核"),
                Partner = new()
                {
                    Kind = kind, Name = name, CreditCode = DemoFirms.New().Fresh, Division = City, Agency = agency,
                    BankAccount = kind == PartnerKind.Bank ? "620000000002" : "", BankName = kind == PartnerKind.Bank ? name : "",
                },
            },
            Reviewer.Headers)).Partner;
        Line($"{known.Name}（{known.CreditCode}）");
        return known.PartnerId;
    }

    private async Task<Fund> FundAsync(string guarantor, string bank, DateOnly today)
    {
        var founding = new GuaranteeFundService.GuaranteeFundServiceClient(Reviewer.Invoker);
        var running = new GuaranteeFundService.GuaranteeFundServiceClient(Guarantor.Invoker);
        var known = (await founding.ListFundsAsync(new() { Division = City, PageSize = 1000 }, Reviewer.Headers)).Funds.FirstOrDefault(one => one.Name == FundName)
            ?? await FoundAsync(founding, running, guarantor, bank, today);

        // What came back last year decides by how much the fund may be multiplied this year.
        var fund = (await founding.GetFundAsync(new() { FundId = known.FundId }, Reviewer.Headers)).Fund;
        return fund.RepaymentRates.Any(rate => rate.Year == today.Year - 1)
            ? fund
            : (await running.RecordRepaymentRateAsync(
                new()
                {
                    RequestId = NewRequestId(), FundId = fund.FundId, Rate = new() { Year = today.Year - 1, DueFen = 500_000_000, RecoveredFen = 480_000_000 }, Handling = Officer("测担保"),
                },
                Guarantor.Headers)).Fund;
    }

    private async Task<Fund> FoundAsync(
        GuaranteeFundService.GuaranteeFundServiceClient founding, GuaranteeFundService.GuaranteeFundServiceClient running, string guarantor, string bank, DateOnly today)
    {
        var fund = (await founding.FoundFundAsync(
            new() { RequestId = NewRequestId(), GuarantorId = guarantor, Division = City, Name = FundName, Handling = Officer("测复核") }, Reviewer.Headers)).Fund;
        await founding.RecordFundAgreementAsync(
            new()
            {
                RequestId = NewRequestId(), FundId = fund.FundId, Handling = Officer("测复核"),
                Agreement = new() { BankId = bank, From = Of(new DateOnly(today.Year, 1, 1)), FundShare = "0.8", OverdueDays = 90 },
            },
            Reviewer.Headers);
        return (await running.RecordFundMovementAsync(
            new() { RequestId = NewRequestId(), FundId = fund.FundId, Kind = FundEntryKind.Deposit, On = Of(today), AmountFen = 1_000_000_000, Reference = "虚构凭证1", Handling = Officer("测担保") },
            Guarantor.Headers)).Fund;
    }
}

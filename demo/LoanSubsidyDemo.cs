using Wenye.Contracts.Loans.V1;
using Wenye.Contracts.Payments.V1;
using static Wenye.Demo.Days;
using static Wenye.Demo.Narration;
using static Wenye.Demo.Requests;

namespace Wenye.Demo;

/// <summary>The fourth act goes on: the bank claims a quarter of interest subsidy, and it is paid with its arithmetic shown line by line.</summary>
internal static class LoanSubsidyDemo
{
    private const string City = "370100";

    /// <summary>Drives it; false when something did not come out as it should.</summary>
    public static async Task<bool> RunAsync(RunningSystem system, LoanParties parties, Loan loan)
    {
        var disbursed = From(loan.DisbursedOn);
        var quarter = new Quarter { Year = disbursed.Year, Number = ((disbursed.Month - 1) / 3) + 1 };
        var over = new DateOnly(quarter.Year, 1, 1).AddMonths(quarter.Number * 3);

        Step($"{quarter.Year} 年第 {quarter.Number} 季度结束（开发系统的日期推后到 {over.AddDays(3):yyyy-MM-dd}），银行按季申请贴息（25号 七），不以借款人还本付息为条件");
        system.Clock.Set(over.AddDays(3));
        var claim = await ClaimAsync(parties, quarter);
        Line($"申请 {claim.ClaimId}：{claim.Lines} 笔，符合 {claim.Granted}，不符合 {claim.Refused}，待补正 {claim.Incomplete}");
        Line($"利息 {StabilizationDemo.Yuan(claim.InterestFen)} 元，贴息 {StabilizationDemo.Yuan(claim.AmountFen)} 元");
        if (!await ShowLinesAsync(parties, claim, loan))
        {
            return false;
        }

        Step("人社部门审核：贷款后有无在其他单位就业由系统向就业登记核验（25号 八）；确认后转拨付");
        var confirmed = (await new InterestSubsidyService.InterestSubsidyServiceClient(parties.Reviewer.Invoker).ReviewSubsidyClaimAsync(
            new() { RequestId = NewRequestId(), ClaimId = claim.ClaimId, Hash = claim.Hash, Handling = Officer("测复核") }, parties.Reviewer.Headers)).Claim;
        Line($"状态 {confirmed.State}，应付银行 {StabilizationDemo.Yuan(confirmed.PayableFen)} 元");
        return confirmed.PayableId.Length > 0 && await PayAsync(system, parties, confirmed.PayableId);
    }

    private static async Task<SubsidyClaim> ClaimAsync(LoanParties parties, Quarter quarter)
    {
        var claiming = new InterestSubsidyService.InterestSubsidyServiceClient(parties.Bank.Invoker);
        using var call = claiming.SubmitSubsidyClaim(parties.Bank.Headers);
        await call.RequestStream.WriteAsync(new() { RequestId = NewRequestId(), Pool = City, Quarter = quarter, Handling = Officer("测信贷") });
        await call.RequestStream.CompleteAsync();
        var run = (await call).Run;
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (run.State != SubsidyRunState.Finished)
        {
            await timer.WaitForNextTickAsync();
            run = (await claiming.GetSubsidyRunAsync(new() { RunId = run.RunId }, parties.Bank.Headers)).Run;
        }

        return (await claiming.GetSubsidyClaimAsync(new() { ClaimId = run.ClaimIds.Single() }, parties.Bank.Headers)).Claim;
    }

    private static async Task<bool> ShowLinesAsync(LoanParties parties, SubsidyClaim claim, Loan loan)
    {
        var reading = new InterestSubsidyService.InterestSubsidyServiceClient(parties.Office.Invoker);
        var one = await reading.GetSubsidyLineAsync(new() { ClaimId = claim.ClaimId, LoanId = loan.LoanId }, parties.Office.Headers);
        Line($"合同 {one.Line.ContractNumber}，{one.Line.Days} 天：");
        foreach (var segment in one.Line.Segments)
        {
            Line($"  {Text(segment.From)} 至 {Text(segment.To)}（不含）{segment.Arithmetic} = {segment.Subsidy}");
        }

        Line($"  合计并一次进位 {StabilizationDemo.Yuan(one.Line.DueFen)} 元");
        foreach (var decision in one.Decisions)
        {
            Show(decision);
        }

        Line($"按留存的事实重算，与留存结果逐字节{(one.Replayed ? "一致" : "不一致")}");
        return one.Replayed && one.Line.DueFen > 0;
    }

    private static Task<bool> PayAsync(RunningSystem system, LoanParties parties, string payable)
    {
        Step("公示，从创业带动就业扶持资金拨付给银行");
        return new PayingAct(PaymentService.Descriptor, Contracts.Payments.V1.Fund.Entrepreneurship, City).RunAsync(system, parties.Reviewer, "创业担保贷款贴息公示", [payable]);
    }
}

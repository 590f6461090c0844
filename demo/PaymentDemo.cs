using Wenye.Contracts.Payments.V1;
using Wenye.Contracts.Stabilization.V1;
using static Wenye.Demo.Days;
using static Wenye.Demo.Narration;
using static Wenye.Demo.Requests;

namespace Wenye.Demo;

/// <summary>From what is payable to money: publicity, objection, budget, approval, batch, the bank's answer, reconciliation.</summary>
internal static class PaymentDemo
{
    /// <param name="system">Running.</param>
    /// <param name="reviewer">Approves.</param>
    /// <param name="raised">A payable that needs no publicity: the raised part.</param>
    /// <param name="confirmed">A payable that needs it.</param>
    /// <param name="pool">统筹地区.</param>
    public static async Task<bool> RunAsync(RunningSystem system, Agency reviewer, string raised, string confirmed, string pool)
    {
        using var budgeter = await system.SignInAsync("budget");
        using var payer = await system.SignInAsync("payer");
        var approving = new PaymentService.PaymentServiceClient(reviewer.Invoker);
        var paying = new PaymentService.PaymentServiceClient(payer.Invoker);

        Step("公示；有人提出异议，经核查不成立");
        var list = (await approving.StartPublicityAsync(
            new() { RequestId = NewRequestId(), Title = "失业保险稳岗返还公示", Pool = pool, PayableIds = { confirmed }, Handling = Officer("测复核") }, reviewer.Headers)).Publicity;
        Line($"公示 {list.Payables} 项共 {StabilizationDemo.Yuan(list.AmountFen)} 元，{Text(list.From)} 至 {Text(list.To)}（{list.WorkingDays} 个工作日；{list.TermSource}）");
        var objection = (await approving.RaiseObjectionAsync(new() { RequestId = NewRequestId(), PayableId = confirmed, Text = "该企业上年度有裁员" }, reviewer.Headers)).Objection;
        var resolved = await approving.ResolveObjectionAsync(
            new() { RequestId = NewRequestId(), ObjectionId = objection.ObjectionId, Upheld = false, Finding = "经核对减员记录，均为退休", Handling = Officer("测复核") }, reviewer.Headers);
        Line($"异议核查：{resolved.Objection.Finding}；款项状态 {resolved.Payable.State}");

        Step("下达预算，批准拨付：公示未满的不批，无需公示的提高标准部分批准");
        await new PaymentService.PaymentServiceClient(budgeter.Invoker).SetBudgetAsync(
            new() { RequestId = NewRequestId(), Fund = Fund.UnemploymentInsurance, Pool = pool, Year = list.From.Year, AmountFen = 100_000_000_000, Document = "虚构财社〔2020〕1号", Handling = Officer("测预算") },
            budgeter.Headers);
        var approved = await approving.ApprovePayablesAsync(
            new() { RequestId = NewRequestId(), PayableIds = { raised, confirmed }, Handling = Officer("测复核") }, reviewer.Headers);
        Line($"批准 {approved.Approved} 项共 {StabilizationDemo.Yuan(approved.ApprovedFen)} 元");
        Show(approved.NotApproved);
        Step("组批、发送银行、导入回盘");
        var batch = (await paying.CreatePaymentBatchAsync(
            new() { RequestId = NewRequestId(), Fund = Fund.UnemploymentInsurance, Pool = pool, Handling = Officer("测出纳") }, payer.Headers)).Batch;
        var answered = await DemoBank.AnswerAsync(
            paying.StreamPaymentFile(new() { BatchId = batch.BatchId }, payer.Headers), () => paying.ImportBankReturns(payer.Headers), system.Clock.Today);
        Line($"批次 {batch.BatchId}：{batch.Payments} 笔共 {StabilizationDemo.Yuan(batch.AmountFen)} 元；回盘已付 {answered.Paid} 笔，退回 {answered.Returned} 笔，有误 {answered.Faults.Count} 行");

        Step("对账：复式账、拨付明细、预算三方相符");
        var books = await approving.ReconcileAsync(new() { Pool = pool, Year = list.From.Year }, reviewer.Headers);
        Line($"凭证 {books.Entries} 张，拨付 {books.Payments} 笔，已付 {StabilizationDemo.Yuan(books.PaidFen)} 元，差异 {books.Differences.Count} 项");
        return books.Differences.Count == 0 && answered.Paid == batch.Payments && approved.Approved == 1;
    }
}

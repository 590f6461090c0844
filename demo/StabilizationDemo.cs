using Grpc.Core;
using Wenye.Contracts.Payments.V1;
using Wenye.Contracts.Stabilization.V1;
using Wenye.Contracts.Type.V1;
using static Wenye.Demo.Narration;
using static Wenye.Demo.Requests;

namespace Wenye.Demo;

/// <summary>The second act: refunds that find the firm. Import, screen, explain, confirm, publish, object, pay, reconcile.</summary>
internal static class StabilizationDemo
{
    private const string Pool = DemoFirms.Pool;

    /// <summary>Drives it; false when something did not come out as it should.</summary>
    public static async Task<bool> RunAsync(RunningSystem system)
    {
        using var feeds = await system.SignInAsync("firm-data");
        using var office = await system.SignInAsync("stabilization");
        using var reviewer = await system.SignInAsync("stabilization-reviewer");
        using var portal = await system.SignInAsync("firm-portal");
        var firms = DemoFirms.New();

        Step("部门数据归集：四家虚构企业的参保缴费、减员、财务数据和统筹地区基金备付能力（鲁人社字〔2020〕26号 四(一)）");
        var imported = await ImportAsync(feeds, firms);
        Line($"导入 {imported.Import.Taken} 行，退回 {imported.Import.Rejected} 行");

        Step("静默认证：按 2020-06-07 和 2020-06-10 的政策各筛查一次全部参保企业（26号 四(三)）");
        var screening = new ScreeningService.ScreeningServiceClient(office.Invoker);
        var before = await ScreenAsync(screening, office, new Date { Year = 2020, Month = 6, Day = 7 });
        var after = await ScreenAsync(screening, office, new Date { Year = 2020, Month = 6, Day = 10 });
        if (before is null || after is null)
        {
            Line("60 秒内筛查未完成");
            return false;
        }

        Show(before);
        Show(after);

        Step("为什么同一企业两天的结果不同？平台指出是哪个文件");
        var explained = await screening.ExplainDifferenceAsync(
            new() { EarlierScreeningId = before.ScreeningId, LaterScreeningId = after.ScreeningId, CreditCode = firms.Fresh }, office.Headers);
        foreach (var because in explained.Because)
        {
            Line(because);
        }

        var refunds = new RefundService.RefundServiceClient(office.Invoker);
        Step("不予返还的企业收到告知书：逐条引用原文");
        Line((await refunds.GetDecisionNoticeAsync(new() { ScreeningId = after.ScreeningId, CreditCode = firms.LaidOff }, office.Headers)).Text.ReplaceLineEndings("\n   "));

        Step("生成返还名单、通知企业；企业在服务大厅确认承诺");
        var opened = await refunds.OpenRefundCasesAsync(new() { RequestId = NewRequestId(), ScreeningId = after.ScreeningId, Handling = Officer("测经办") }, office.Headers);
        Line($"立案 {opened.Opened} 件，共 {Yuan(opened.AmountFen)} 元，其中 {opened.PayableAtOnce} 件为提高标准部分，无需企业办理（63号 二(一)1）");
        var notice = await NoticeToAsync(refunds, office, after.ScreeningId, firms.Fresh);
        Line(notice.Text);
        var confirmed = await new RefundService.RefundServiceClient(portal.Invoker).ConfirmRefundAsync(
            new() { RequestId = NewRequestId(), CaseId = notice.CaseId, Commitment = "2020-1", CommitsIndustryPolicy = true, SignedBy = "测法人" }, portal.Headers);
        Line($"案件 {confirmed.RefundCase.CaseId}，状态 {confirmed.RefundCase.State}");

        var raised = await CaseAsync(refunds, office, after.ScreeningId, firms.Drew);
        return await PaymentDemo.RunAsync(system, reviewer, raised.PayableId, confirmed.RefundCase.PayableId, Pool);
    }

    private static async Task<ImportFirmDataResponse> ImportAsync(Agency feeds, DemoFirms firms)
    {
        using var call = new FirmDataService.FirmDataServiceClient(feeds.Invoker).ImportFirmData(feeds.Headers);
        await call.RequestStream.WriteAsync(new() { Header = new() { ImportId = NewRequestId() } });
        await call.RequestStream.WriteAsync(new() { Rows = new() { Rows = { firms.Rows() } } });
        await call.RequestStream.CompleteAsync();
        return await call;
    }

    private static async Task<Screening?> ScreenAsync(ScreeningService.ScreeningServiceClient screening, Agency office, Date asOf)
    {
        var started = await screening.StartScreeningAsync(
            new() { RequestId = NewRequestId(), Region = Pool, AsOf = asOf, Kind = RefundKind.General }, office.Headers);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        for (var attempt = 0; attempt < 600; attempt++)
        {
            var run = (await screening.GetScreeningAsync(new() { ScreeningId = started.Screening.ScreeningId }, office.Headers)).Screening;
            if (run.EndedAt is not null)
            {
                return run;
            }

            await timer.WaitForNextTickAsync();
        }

        return null;
    }

    private static void Show(Screening run)
    {
        var all = run.Totals[0];
        Line($"{run.AsOf.Year}-{run.AsOf.Month:00}-{run.AsOf.Day:00}：{run.Firms} 家，可返还 {all.Granted} 家共 {Yuan(all.AmountFen)} 元，不予返还 {all.Refused} 家，待补正 {all.Incomplete} 家");
        foreach (var clause in run.RefusedBy)
        {
            Line($"  ✗ {clause.Clause.Document} {clause.Clause.Item}：{clause.Firms} 家");
        }

        foreach (var fact in run.Missing)
        {
            Line($"  ？ 缺 {fact.Fact}：{fact.Firms} 家");
        }
    }

    private static async Task<FirmNotice> NoticeToAsync(RefundService.RefundServiceClient refunds, Agency office, string screeningId, string creditCode)
    {
        using var call = refunds.NotifyFirms(new() { ScreeningId = screeningId }, office.Headers);
        await foreach (var notices in call.ResponseStream.ReadAllAsync())
        {
            if (notices.Notices.FirstOrDefault(notice => notice.CreditCode == creditCode) is { } found)
            {
                return found;
            }
        }

        throw new InvalidDataException("没有给该企业的通知");
    }

    private static async Task<RefundCase> CaseAsync(RefundService.RefundServiceClient refunds, Agency office, string screeningId, string creditCode) =>
        (await refunds.ListRefundCasesAsync(new() { Division = Pool, ScreeningId = screeningId, PageSize = 1000 }, office.Headers))
            .RefundCases.First(refund => refund.CreditCode == creditCode);

    internal static string Yuan(long fen) => Policy.Money.FromFen(fen).ToString();
}

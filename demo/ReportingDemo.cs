using Wenye.Contracts.Statistics.V1;
using Wenye.Policy;
using static Wenye.Demo.Narration;
using static Wenye.Demo.Requests;

namespace Wenye.Demo;

/// <summary>The end of the last act: a county's report goes up level by level, and a warning says why it fired.</summary>
internal static class ReportingDemo
{
    private const string County = "370102";
    private const string City = "370100";
    private const string Province = "370000";
    private const int DayAfterPeriod = 21;
    private const ReportKind Kind = ReportKind.NewEmployment;

    /// <summary>Drives it; false when the report did not reach the province, or nothing warned.</summary>
    public static async Task<bool> RunAsync(RunningSystem system)
    {
        using var county = await system.SignInAsync("statistician", County);
        var today = system.Clock.Today;
        var current = YearMonth.Of(today).AddMonths(today.Day >= DayAfterPeriod ? 1 : 0);
        if (await CountedAsync(county, current) is not { } counted || !await ReportAsync(system, county, counted))
        {
            return false;
        }

        // A firm is watched from today on: the period that today is in must be over.
        system.Clock.Set(current.Day(DayAfterPeriod));
        return await WarnAsync(system, current);
    }

    // The latest period that is over in which somebody is counted: that of the post of this run, which no earlier run has reported.
    private static async Task<string?> CountedAsync(Agency county, YearMonth current)
    {
        var figures = await new NewEmploymentService.NewEmploymentServiceClient(county.Invoker).ListNewEmploymentAsync(
            new() { Division = County, FromPeriod = current.AddMonths(-12).ToString(), ToPeriod = current.AddMonths(-1).ToString(), Breakdown = Breakdown.None }, county.Headers);
        return figures.Figures.LastOrDefault(figure => figure.NewWorkers > 0)?.Period;
    }

    private static async Task<bool> ReportAsync(RunningSystem system, Agency county, string period)
    {
        var filing = new ReportService.ReportServiceClient(county.Invoker);

        Step($"{period} 报告期已结束，县级填报城镇新增就业，提交后封版（鲁人社字〔2020〕95号 附件二：各市于每月29日前上报）");
        var report = (await filing.SubmitReportAsync(
            new() { RequestId = NewRequestId(), Kind = Kind, Division = County, Period = period, Handling = Officer() }, county.Headers)).Report;
        Line($"第 {report.Version} 版，{report.State}，上报日 {Days.Text(report.Due)}，待 {report.WaitingFor} 审核");

        Step("县、市、省逐级审核（95号 五 一级抓一级；谁填报的不得自行审核）：审核的是所见的那一版");
        foreach (var level in new[] { County, City, Province })
        {
            using var reviewer = await system.SignInAsync("statistics-reviewer", level);
            report = (await new ReportService.ReportServiceClient(reviewer.Invoker).VerifyReportAsync(
                new() { RequestId = NewRequestId(), Kind = Kind, Division = County, Period = period, Hash = report.Hash, Handling = Officer($"测审核{level}") },
                reviewer.Headers)).Report;
            Line($"{level}：{report.State}{(report.WaitingFor.Length > 0 ? $"，待 {report.WaitingFor} 审核" : "")}");
        }

        var reported = await filing.GetReportAsync(
            new() { Kind = Kind, Division = County, Period = period, Basis = ReportBasis.Reported, Breakdown = Breakdown.None }, county.Headers);
        foreach (var line in reported.Rows.SelectMany(row => row.Lines).Where(line => line.Dimension.Length == 0))
        {
            Line($"  {line.MeasureTitle}：{(line.AmountCase == ReportLine.AmountOneofCase.None ? line.Note : $"{line.Number}")}");
        }

        return report.State == ReportState.ProvinceVerified;
    }

    private static async Task<bool> WarnAsync(RunningSystem system, YearMonth period)
    {
        using var monitor = await system.SignInAsync("unemployment-monitor");
        var watching = new EarlyWarningService.EarlyWarningServiceClient(monitor.Invoker);
        var firm = DemoFirms.New().Fresh;

        Step("一家监测企业上月用工 200 人、本月 150 人：评估后发布失业预警（鲁政发〔2020〕5号 17；阈值由各市确定，开发系统用虚构的数值）");
        await watching.RegisterMonitoredFirmAsync(
            new()
            {
                RequestId = NewRequestId(), Handling = Officer(),
                Firm = new() { Code = firm, Division = County, Industry = "C26", Size = "medium", Focus = FirmFocus.AboveScale },
            },
            monitor.Headers);
        using (var call = watching.ImportMonitoredFirms(monitor.Headers))
        {
            await call.RequestStream.WriteAsync(new() { Header = new() { ImportId = NewRequestId() } });
            await call.RequestStream.WriteAsync(new() { Rows = new() { Rows = { Month(1, firm, period.AddMonths(-1), 200), Month(2, firm, period, 150) } } });
            await call.RequestStream.CompleteAsync();
            Line($"导入企业月报 {(await call.ResponseAsync).Taken} 行");
        }

        await watching.EvaluateWarningsAsync(new() { RequestId = NewRequestId(), Division = County, Period = period.ToString() }, monitor.Headers);
        var warnings = await watching.ListWarningsAsync(
            new() { Division = County, Period = period.ToString(), CurrentOnly = true, Dimension = WarningDimension.Firm }, monitor.Headers);
        if (warnings.Warnings.FirstOrDefault(warning => warning.Subject == firm) is not { } fired)
        {
            Line("没有发布预警");
            return false;
        }

        Step("预警为什么发布：现值、基期、达到的阈值、响应措施，和作出认定的依据");
        var why = await watching.GetWarningAsync(new() { WarningId = fired.WarningId }, monitor.Headers);
        Line($"{why.Warning.Title}（现值 {why.Warning.Value}，基期 {why.Warning.Base}，变动 {why.Warning.Change}，达到阈值 {why.Warning.Threshold}）");
        Line($"  响应：{why.Warning.Response}");
        Show(why.Decision);
        return why.Warning.Level > 0;
    }

    private static MonitoredFirmRow Month(long row, string code, YearMonth month, int employees) =>
        new() { Row = row, Month = new() { Code = code, Month = new() { Month = month.ToString(), Employees = employees } } };
}

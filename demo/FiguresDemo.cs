using Wenye.Contracts.Loans.V1;
using Wenye.Contracts.Registration.V1;
using Wenye.Contracts.Statistics.V1;
using Wenye.Policy;
using static Wenye.Demo.Narration;

namespace Wenye.Demo;

/// <summary>The last act: what all earlier acts left in the figures, each figure opened to its events, and down to the person of act one.</summary>
internal static class FiguresDemo
{
    private const string City = "370100";

    private static readonly (FigureMeasure Measure, string Title)[] Figures =
    [
        (FigureMeasure.Registered, "新登记失业人数"), (FigureMeasure.Cancelled, "注销失业登记人数"), (FigureMeasure.BecameEmployed, "其中转为就业"),
        (FigureMeasure.LiveAtEnd, "期末登记失业人数"), (FigureMeasure.EmploymentsRegistered, "就业登记人次"), (FigureMeasure.EmploymentsEnded, "终止就业登记人次"),
        (FigureMeasure.HardshipRecognised, "就业困难人员认定人数"), (FigureMeasure.Trained, "补贴性培训人次"), (FigureMeasure.CertificatesIssued, "核发培训合格证书数"),
        (FigureMeasure.Loans, "新发放创业担保贷款笔数"), (FigureMeasure.LoanAmount, "创业担保贷款放款（分）"), (FigureMeasure.Paid, "资金拨付（分）"),
    ];

    /// <summary>Drives it; false when a figure is not what its records add up to, or the person is not in it.</summary>
    /// <param name="system">The running one.</param>
    /// <param name="registration">Of the person of act one.</param>
    /// <param name="from">Report period of act one, YYYY-MM.</param>
    public static async Task<bool> RunAsync(RunningSystem system, string registration, YearMonth from)
    {
        using var statistician = await system.SignInAsync("statistician");
        var counting = new StatisticsService.StatisticsServiceClient(statistician.Invoker);
        var last = YearMonth.Of(system.Clock.Today).AddMonths(1);
        var months = Enumerable.Range(0, 60).Select(from.AddMonths).TakeWhile(month => month <= last).ToList();

        Step($"最后一幕：济南市 {months[0]} 至 {months[^1]} 的各项数字，逐项打开到明细，明细之和等于数字");
        string? person = null;
        foreach (var (measure, title) in Figures)
        {
            foreach (var month in months)
            {
                var (figure, records) = await OpenAsync(counting, statistician, measure, month);
                if (records.Sum(record => record.Amount) != figure)
                {
                    Line($"{month} {title} {figure}，与明细之和不符");
                    return false;
                }

                if (records.Count > 0)
                {
                    Line($"{month} {title} {figure}：{records.Count} 条明细，例如 {records[^1].Key}（{records[^1].OpenedBy}）");
                    person ??= records.Find(record => record.Key == registration && measure == FigureMeasure.Registered)?.PersonId;
                }
            }
        }

        return person is not null && await OfPersonAsync(counting, statistician, person, months) && await OpenedAsync(system, registration, counting, statistician, months);
    }

    private static async Task<bool> OfPersonAsync(StatisticsService.StatisticsServiceClient counting, Agency statistician, string person, List<YearMonth> months)
    {
        Step("第一幕的这个人在哪些数字里（系统人员编号，不含姓名和证件号码）");
        var found = 0;
        foreach (var (measure, title) in Figures)
        {
            foreach (var month in months)
            {
                var part = await counting.ListFigureRecordsAsync(
                    new() { Measure = measure, Division = City, Period = month.ToString(), PersonId = person }, statistician.Headers);
                foreach (var record in part.Records)
                {
                    Line($"{month} {title}：{record.Division}，{(record.On is { } on ? $"{on.Year:D4}-{on.Month:D2}-{on.Day:D2}，" : "")}计 {record.Amount}");
                    found++;
                }
            }
        }

        return found > 0;
    }

    private static async Task<bool> OpenedAsync(
        RunningSystem system, string registration, StatisticsService.StatisticsServiceClient counting, Agency statistician, List<YearMonth> months)
    {
        using var caseworker = await system.SignInAsync("caseworker");
        var opened = await new UnemploymentRegisterService.UnemploymentRegisterServiceClient(caseworker.Invoker).GetRegistrationAsync(
            new() { RegistrationId = registration }, caseworker.Headers);
        Step("打开这一条：失业登记服务逐条说明（谁、何时、依据哪一条），有权限的机构可见");
        Line($"{opened.Registration.Division}，{opened.Registration.Name}，失业登记原因 {opened.Registration.UnemploymentReason}，{opened.Steps.Count} 个环节");
        Show(opened.Obligations);

        using var office = await system.SignInAsync("loans");
        foreach (var month in months)
        {
            foreach (var record in (await OpenAsync(counting, statistician, FigureMeasure.LoanAmount, month)).Records.TakeLast(1))
            {
                var loan = (await new LoanBookService.LoanBookServiceClient(office.Invoker).GetLoanAsync(new() { LoanId = record.OpenedWith }, office.Headers)).Loan;
                Step($"打开 {month} 的贷款：与第一幕的人的合伙贷款同一笔账");
                Line($"贷款 {loan.LoanId}，放款 {StabilizationDemo.Yuan(record.Amount)} 元");
            }
        }

        return true;
    }

    private static async Task<(long Figure, List<FigureRecord> Records)> OpenAsync(
        StatisticsService.StatisticsServiceClient counting, Agency statistician, FigureMeasure measure, YearMonth month)
    {
        var asked = new ListFigureRecordsRequest { Measure = measure, Division = City, Period = month.ToString(), PageSize = 1000 };
        var records = new List<FigureRecord>();
        long figure = 0;
        do
        {
            var page = await counting.ListFigureRecordsAsync(asked, statistician.Headers);
            figure = page.HasFigure ? page.Figure : figure;
            records.AddRange(page.Records);
            asked.PageToken = page.NextPageToken;
        }
        while (asked.PageToken.Length > 0);
        return (figure, records);
    }
}

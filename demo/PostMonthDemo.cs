using System.Globalization;
using Wenye.Contracts.Payments.V1;
using Wenye.Contracts.WelfarePosts.V1;
using static Wenye.Demo.Days;
using static Wenye.Demo.Narration;
using static Wenye.Demo.Requests;

namespace Wenye.Demo;

/// <summary>The fifth act goes on: a month in post is computed and paid; after the exit the subsidy stops with the following month.</summary>
internal static class PostMonthDemo
{
    private const long ContributionsFen = 86_400;

    /// <summary>Drives it; false when something did not come out as it should.</summary>
    public static async Task<bool> RunAsync(RunningSystem system, PostParties parties, Placement placed)
    {
        await StateWagesAsync(parties, From(placed.StartedOn));
        var first = FirstOf(From(placed.StartedOn));

        Step($"{Month(first)} 结束：用人单位报考勤和实际缴纳的社会保险费，全省月度核算");
        system.Clock.Set(first.AddMonths(1).AddDays(4));
        var paid = await MonthAsync(parties, placed, first, DaysFrom(From(placed.StartedOn)));
        if (paid is not { Line.AmountFen: > 0 } || !await PayAsync(system, parties, paid.Line.PayableId))
        {
            return false;
        }

        var left = system.Clock.Today;
        Step($"{left:yyyy-MM-dd} 该人员在别处就业，退出公益性岗位（36号 第二十条(一)），从终止聘用关系的下月起停发");
        var ended = await new PlacementService.PlacementServiceClient(parties.Office.Invoker).EndPlacementAsync(
            new()
            {
                RequestId = NewRequestId(), PlacementId = placed.PlacementId, EndedOn = Of(left), Ground = ExitGround.Employed, Evidence = "虚构的参保记录", Handling = Officer(),
            },
            parties.Office.Headers);
        Show(ended.Decision);
        Line($"{ended.Placement.State}，{ended.Placement.SubsidyStops} 起停发");

        var month = FirstOf(left);
        Step($"{Month(month)}（退出当月）照发，{Month(month.AddMonths(1))} 起不再列入；同月再次核算不再付款");
        system.Clock.Set(month.AddMonths(2).AddDays(4));
        var last = await MonthAsync(parties, placed, month, left.Day);
        var again = await RunMonthAsync(parties, month);
        var after = await RunMonthAsync(parties, month.AddMonths(1));
        Line($"再次核算 {Month(month)}：应付 {StabilizationDemo.Yuan(again?.PayableFen ?? 0)} 元");
        var stopped = after is null || after.PayableFen == 0;
        Line($"核算 {Month(month.AddMonths(1))}：{(after is null ? "无人在岗" : $"应付 {StabilizationDemo.Yuan(after.PayableFen)} 元")}");
        return ended.Ended && ended.Placement.SubsidyStops == Month(month.AddMonths(1)) && last is { Line.AmountFen: > 0 } && again is null or { PayableFen: 0 } && stopped;
    }

    private static async Task StateWagesAsync(PostParties parties, DateOnly day)
    {
        Step("运营方导入最低工资标准（各省公布，平台不内置数值；此处为虚构数值）");
        var from = Of(new DateOnly(day.Year, 1, 1));
        var imported = (await new MinimumWageService.MinimumWageServiceClient(parties.Reviewer.Invoker).ImportWagesAsync(
            new()
            {
                RequestId = NewRequestId(), Handling = Officer("测复核"),
                Rows =
                {
                    new WageRow { Division = "370000", Tier = 1, From = from, MonthlyFen = 180_000, HourlyFen = 1_800, Document = "虚构省文件" },
                    new WageRow { Division = PostParties.City, Tier = 1, From = from, Document = "虚构省文件" },
                },
            },
            parties.Reviewer.Headers)).Import;
        Line($"新增 {imported.Added} 行，已有 {imported.Unchanged} 行");
    }

    private static async Task<GetMonthLineResponse?> MonthAsync(PostParties parties, Placement placed, DateOnly month, int days)
    {
        using (var call = new AttendanceService.AttendanceServiceClient(parties.Portal.Invoker).RecordAttendance(parties.Portal.Headers))
        {
            await call.RequestStream.WriteAsync(new() { Header = new() { ImportId = NewRequestId(), Month = Month(month), EmployerId = placed.EmployerId, Handling = Officer("测单位") } });
            await call.RequestStream.WriteAsync(new()
            {
                Rows = new() { Rows = { new AttendanceRow { Row = 1, PlacementId = placed.PlacementId, DaysWorked = days, ContributionsFen = ContributionsFen } } },
            });
            await call.RequestStream.CompleteAsync();
            var taken = await call;
            Line($"考勤收 {taken.Import.Taken} 行，退回 {taken.Import.Rejected} 行");
        }

        var run = await RunMonthAsync(parties, month);
        if (run is null)
        {
            return null;
        }

        var reading = new PostMonthService.PostMonthServiceClient(parties.Reviewer.Invoker);
        var line = await reading.GetMonthLineAsync(new() { RunId = run.RunId, PlacementId = placed.PlacementId }, parties.Reviewer.Headers);
        Line($"{Month(month)}：岗位补贴 {StabilizationDemo.Yuan(line.Line.PostSubsidyFen)} 元，社会保险补贴 {StabilizationDemo.Yuan(line.Line.InsuranceSubsidyFen)} 元");
        foreach (var decision in line.Decisions.Where(one => one.Program is "welfare_posts.subsidy" or "welfare_posts.payment_check"))
        {
            Show(decision);
        }

        Line($"按留存的事实重算，与留存结果逐字节{(line.Replayed ? "一致" : "不一致")}");
        return line.Replayed ? line : null;
    }

    // Computed and confirmed by another operator; null where nobody is in post.
    private static async Task<MonthRun?> RunMonthAsync(PostParties parties, DateOnly month)
    {
        var office = new PostMonthService.PostMonthServiceClient(parties.Office.Invoker);
        var reviewing = new PostMonthService.PostMonthServiceClient(parties.Reviewer.Invoker);
        MonthRun run;
        try
        {
            run = (await office.StartMonthRunAsync(new() { RequestId = NewRequestId(), Division = PostParties.County, Month = Month(month), Handling = Officer() }, parties.Office.Headers)).Run;
        }
        catch (Grpc.Core.RpcException nobody) when (nobody.StatusCode == Grpc.Core.StatusCode.FailedPrecondition)
        {
            return null;
        }

        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (run.State == MonthRunState.Computing)
        {
            await timer.WaitForNextTickAsync();
            run = (await office.GetMonthRunAsync(new() { RunId = run.RunId }, parties.Office.Headers)).Run;
        }

        await reviewing.ReviewMonthRunAsync(
            new()
            {
                RequestId = NewRequestId(), RunId = run.RunId, Hash = run.Hash, UrbanFund = run.PayableFen > 0 ? Fund.EmploymentSubsidy : Fund.Unspecified, Handling = Officer("测复核"),
            },
            parties.Reviewer.Headers);
        return run;
    }

    private static Task<bool> PayAsync(RunningSystem system, PostParties parties, string payable)
    {
        Step("公示，从就业补助资金拨付给用人单位（36号 第十四条）");
        return new PayingAct(Contracts.WelfarePosts.V1.PaymentService.Descriptor, Fund.EmploymentSubsidy, PostParties.City)
            .RunAsync(system, parties.Reviewer, "公益性岗位补贴公示", [payable]);
    }

    private static int DaysFrom(DateOnly day) => DateTime.DaysInMonth(day.Year, day.Month) - day.Day + 1;

    private static DateOnly FirstOf(DateOnly day) => new(day.Year, day.Month, 1);

    private static string Month(DateOnly month) => month.ToString("yyyy-MM", CultureInfo.InvariantCulture);
}

using Google.Protobuf;
using Grpc.Core;
using Wenye.Contracts.Registration.V1;
using Wenye.Contracts.Statistics.V1;
using Wenye.Contracts.Type.V1;
using Wenye.Demo;
using Wenye.Policy;
using Wenye.Statistics.Domain;
using static Wenye.Demo.Narration;
using static Wenye.Demo.Requests;

// Agencies of one city: one takes applications in, one reviews them; the province reads the figures.
var system = RunningSystem.Read(args is [var file] ? file : ".run/platform.json");
var form = JsonParser.Default.Parse<ApplicationForm>(File.ReadAllText("demo/application.json"));
var badForm = JsonParser.Default.Parse<ApplicationForm>(File.ReadAllText("demo/bad-application.json"));
SyntheticApplicant.Renew(form);

Step("取得令牌：受理、审核、统计三个机构各自以客户端凭据登录网关 /connect/token");
using var intake = await system.SignInAsync("intake");
using var reviewer = await system.SignInAsync("reviewer");
using var statistician = await system.SignInAsync("statistician");
Line($"{intake.Id}、{reviewer.Id}、{statistician.Id}");
var submitting = new RegistrationService.RegistrationServiceClient(intake.Invoker);
var reviewing = new RegistrationService.RegistrationServiceClient(reviewer.Invoker);
var counting = new StatisticsService.StatisticsServiceClient(statistician.Invoker);

Step("提交一份有错误的申请（demo/bad-application.json）：逐项指出，不落库");
try
{
    await submitting.SubmitApplicationAsync(new() { RequestId = NewRequestId(), Form = badForm }, intake.Headers);
    Line("本应被退回，却被受理了");
    return 1;
}
catch (RpcException refused) when (refused.StatusCode == StatusCode.InvalidArgument)
{
    Show(refused);
}

Step("在窗口提交合格的申请（demo/application.json，部颁指标）");
var submitted = await submitting.SubmitApplicationAsync(
    new() { RequestId = NewRequestId(), Form = form, Channel = ApplicationChannel.Counter, Handling = Officer() }, intake.Headers);
var applicationId = submitted.Application.ApplicationId;
Line($"申请 {applicationId}，状态 {submitted.Application.State}");
Show(submitted.Eligibility);
Show(submitted.ReviewDeadline);

Step("经办机构开始审核");
var started = await reviewing.StartReviewAsync(new() { RequestId = NewRequestId(), ApplicationId = applicationId }, reviewer.Headers);
Line($"状态 {started.Application.State}");

Step("试以“材料不全”不予通过：不合法，状态不变，说明依据");
var unlawful = await reviewing.ReviewApplicationAsync(
    new() { RequestId = NewRequestId(), ApplicationId = applicationId, Rejection = new() { Reason = RejectionReason.MaterialsIncomplete, Explanation = "缺少解除劳动关系证明" }, Handling = Officer() },
    reviewer.Headers);
Show(unlawful.Decision);

Step("核实后审核通过");
var today = unlawful.Decision.AsOf;
var period = PeriodOf(form.RegistrationDivision, new DateOnly(today.Year, today.Month, today.Day));
var before = await CountAsync();
var office = await OfficeDemo.ImportAsync(system);
var approved = await reviewing.ReviewApplicationAsync(
    new() { RequestId = NewRequestId(), ApplicationId = applicationId, Approval = new() { ReceivesPension = false, AbleToWork = true, Employed = false }, Handling = new() { Operator = "测经办", OfficeId = office } },
    reviewer.Headers);
Show(approved.Decision);
if (!approved.Applied || unlawful.Applied)
{
    Line($"审核结果未生效：状态 {approved.Application.State}");
    return 1;
}

Line($"失业登记 {approved.Application.RegistrationId}，状态 {approved.Application.State}");

Step("就业统计从事件中计入此人");
var counted = await WaitForMoreThanAsync(before.Count.Registered);
if (counted is null)
{
    Line("30 秒内未计入");
    return 1;
}

Line($"{form.RegistrationDivision}，{period} 报告期登记失业 {before.Count.Registered} → {counted.Count.Registered} 人，其中在城镇登记 {before.Count.RegisteredUrban} → {counted.Count.RegisteredUrban} 人");
Show(counted.Period);

var unemployed = form.Clone();
if (!await MinistryDemo.RunAsync(system, reviewing, reviewer, form))
{
    return 1;
}

if (!await StabilizationDemo.RunAsync(system))
{
    return 1;
}

if (!await TrainingDemo.RunAsync(system, unemployed, form))
{
    return 1;
}

if (!await LoanDemo.RunAsync(system, unemployed, form))
{
    return 1;
}

if (!await WelfarePostDemo.RunAsync(system, unemployed))
{
    return 1;
}

if (!await FiguresDemo.RunAsync(system, approved.Application.RegistrationId, YearMonth.Parse(period)))
{
    return 1;
}

if (!await ReportingDemo.RunAsync(system))
{
    return 1;
}

Console.WriteLine("\n演示完成。");
return 0;

// Which period a day belongs to is policy: the demo asks the same decision as the service.
static string PeriodOf(string division, DateOnly day) =>
    ReportPeriod.Decide(new ReportPeriodFacts { Date = day }, StatisticsParameters.Shipped.At(Division.Parse(division), day)).Result!.Month.ToString();

async Task<GetRegistrationCountResponse> CountAsync() =>
    await counting.GetRegistrationCountAsync(new() { Division = form.RegistrationDivision, Period = period }, statistician.Headers);

async Task<GetRegistrationCountResponse?> WaitForMoreThanAsync(long registered)
{
    using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
    for (var attempt = 0; attempt < 300; attempt++)
    {
        var answer = await CountAsync();
        if (answer.Count.Registered > registered)
        {
            return answer;
        }

        await timer.WaitForNextTickAsync();
    }

    return null;
}

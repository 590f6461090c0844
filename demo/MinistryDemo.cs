using System.Net.Http.Json;
using System.Text.Json;
using Wenye.Contracts.Registration.V1;
using Wenye.Contracts.Type.V1;
using Wenye.Policy;
using static Wenye.Demo.Narration;
using static Wenye.Demo.Requests;

namespace Wenye.Demo;

/// <summary>The exchange with the ministry's platform, which development runs simulate: an application comes, its result and an exit go.</summary>
internal static class MinistryDemo
{
    /// <summary>Applies on the platform, reviews here, ends by employment; false when the platform did not hear of it in time.</summary>
    public static async Task<bool> RunAsync(
        RunningSystem system, RegistrationService.RegistrationServiceClient reviewing, Agency reviewer, ApplicationForm form)
    {
        using var platform = new HttpClient { BaseAddress = system.Urls["ministry-simulator"]["http"] };
        using var operators = await system.SignInAsync("exchange");
        using var caseworker = await system.SignInAsync("caseworker");

        Step("劳动者在全国统一入口提交申请（模拟的部级平台，鲁人社字〔2020〕39号 附件5 三(一)1）");
        SyntheticApplicant.Renew(form);
        var number = await ApplyAsync(platform, form);
        Line($"失业登记申请编号 {number}，平台显示：{await StateAsync(platform, number)}");

        Step("下载申请（平时每小时一次，附件5 三(一)2；此处由交换运维立即执行）");
        var downloaded = await ExchangeAsync(operators, ExchangeKind.ApplicationDownload);
        Line($"已下载 {downloaded.Done} 件，平台显示：{await StateAsync(platform, number)}");

        Step("经办机构审核通过，结果实时上传（附件5 三(一)4，46 项指标）");
        string? application = null;
        if (!await EventuallyAsync(async () => (application = await FindAsync(reviewing, reviewer, number)) is not null))
        {
            // The hourly round may be under way with another answer of the platform: once more, then it is a failure.
            await ExchangeAsync(operators, ExchangeKind.ApplicationDownload);
            application = await FindAsync(reviewing, reviewer, number) ?? throw new InvalidDataException("The application did not come down.");
        }

        var approved = await reviewing.ReviewApplicationAsync(
            new() { RequestId = NewRequestId(), ApplicationId = application, Approval = new() { ReceivesPension = false, AbleToWork = true, Employed = false }, Handling = Officer() },
            reviewer.Headers);
        if (!await EventuallyAsync(async () => (await StateAsync(platform, number)).StartsWith("已审核", StringComparison.Ordinal)))
        {
            Line("10 秒内平台未收到结果");
            return false;
        }

        Line($"本系统流水号 {approved.Application.SerialNumber}，平台显示：{await StateAsync(platform, number)}");

        Step("办理就业登记，失业登记随之注销（39号 二(一)）；退出信息每日上传（人社厅发〔2020〕79号 附件），此处立即执行");
        await new EmploymentService.EmploymentServiceClient(caseworker.Invoker).RegisterEmploymentAsync(
            new() { RequestId = NewRequestId(), Form = EmploymentOf(form, system.Clock.Today), Handling = Officer() }, caseworker.Headers);
        var sent = await ExchangeAsync(operators, ExchangeKind.ExitUpload);
        var exit = (await platform.GetFromJsonAsync<JsonElement>("received")).EnumerateArray().Select(record => record.GetProperty("fields"))
            .FirstOrDefault(fields => fields.TryGetProperty("AJC00A", out _) && fields.GetProperty("AAC044").GetString() == form.IdDocumentNumber);
        if (exit.ValueKind == JsonValueKind.Undefined)
        {
            Line($"平台未收到退出信息：{sent.LastFailure}");
            return false;
        }

        Line($"平台收到退出信息：流水号 {exit.GetProperty("AAZ341")}，注销时间 {exit.GetProperty("ADC210")}，原因 {exit.GetProperty("AJC00A")}；已传 {sent.Done}，待传 {sent.Waiting}，待处理 {sent.Held}");
        return true;
    }

    private static async Task<string> ApplyAsync(HttpClient platform, ApplicationForm form)
    {
        var fields = ApplicationForm.Descriptor.Fields.InFieldNumberOrder()
            .Select(field => (field.JsonName, Text: (string)field.Accessor.GetValue(form))).Where(field => field.Text.Length > 0)
            .ToDictionary(field => field.JsonName, field => field.Text, StringComparer.Ordinal);
        using var response = await platform.PostAsJsonAsync("people/applications", fields);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("number").GetString()!;
    }

    private static async Task<string> StateAsync(HttpClient platform, string number)
    {
        var status = await platform.GetFromJsonAsync<JsonElement>($"people/applications/{number}");
        var (state, result) = (status.GetProperty("state").GetString()!, status.GetProperty("result").GetString()!);
        return result.Length == 0 ? state : $"{state}，{result}";
    }

    private static async Task<string?> FindAsync(RegistrationService.RegistrationServiceClient reviewing, Agency reviewer, string number)
    {
        var request = new ListApplicationsRequest { Division = number[..6], State = ApplicationState.PendingReview, PageSize = 200 };
        while (true)
        {
            var page = await reviewing.ListApplicationsAsync(request, reviewer.Headers);
            if (page.Applications.FirstOrDefault(a => a.Form.ApplicationNumber == number) is { } found)
            {
                return found.ApplicationId;
            }

            if (page.NextPageToken.Length == 0)
            {
                return null;
            }

            request.PageToken = page.NextPageToken;
        }
    }

    private static EmploymentForm EmploymentOf(ApplicationForm form, DateOnly today) =>
        new()
        {
            Name = form.Name,
            Sex = form.Sex,
            Identity = new() { IdDocumentType = form.IdDocumentType, IdDocumentNumber = form.IdDocumentNumber },
            MobilePhone = form.MobilePhone,
            WorkplaceDivision = form.RegistrationDivision,
            Urban = true,
            Type = EmploymentType.ReEmployment,
            Manner = EmploymentManner.IndividualBusiness,
            EmployedOn = new() { Year = today.Year, Month = today.Month, Day = today.Day },
            Basis = EmploymentBasis.BusinessRegistration,
            EmployerName = "虚构的个体工商户",
            EmployerAddress = "姚家街道3号",
            Sector = IndustrySector.Tertiary,
        };

    private static async Task<bool> EventuallyAsync(Func<Task<bool>> condition)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        for (var attempt = 0; attempt < 100; attempt++)
        {
            if (await condition())
            {
                return true;
            }

            await timer.WaitForNextTickAsync();
        }

        return false;
    }

    private static async Task<ExchangeStatus> ExchangeAsync(Agency operators, ExchangeKind kind) =>
        (await new MinistryExchangeService.MinistryExchangeServiceClient(operators.Invoker)
            .RunExchangeAsync(new RunExchangeRequest { Kind = kind }, operators.Headers)).Status;
}

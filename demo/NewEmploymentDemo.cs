using Grpc.Core;
using Wenye.Contracts.Statistics.V1;
using static Wenye.Demo.Narration;

namespace Wenye.Demo;

/// <summary>Statistics counts the employment of the one who was placed, and says by which clause.</summary>
internal static class NewEmploymentDemo
{
    private const int MostAttempts = 300;

    /// <summary>Waits until it is judged; false when it did not come, or was kept out.</summary>
    public static async Task<bool> RunAsync(RunningSystem system, string employment)
    {
        using var statistician = await system.SignInAsync("statistician");
        var counting = new NewEmploymentService.NewEmploymentServiceClient(statistician.Invoker);

        Step("就业统计从事件中计入这一就业：城镇新增就业逐人逐条认定（鲁人社字〔2020〕95号 附件）");
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        for (var attempt = 0; attempt < MostAttempts; attempt++)
        {
            if (await FindAsync(counting, statistician, employment) is { } found)
            {
                Line($"{found.Record.Division}，{found.Record.Period} 报告期，{found.Record.Form}：{found.Record.Outcome}");
                Show(found.Decision);
                return found.Record.Outcome == RecordOutcome.Counted;
            }

            await timer.WaitForNextTickAsync();
        }

        Line("30 秒内未计入");
        return false;
    }

    // It is not there before its event came and was judged.
    private static async Task<GetEmploymentRecordResponse?> FindAsync(NewEmploymentService.NewEmploymentServiceClient counting, Agency statistician, string employment)
    {
        try
        {
            return await counting.GetEmploymentRecordAsync(new() { EmploymentId = employment }, statistician.Headers);
        }
        catch (RpcException not) when (not.StatusCode == StatusCode.NotFound)
        {
            return null;
        }
    }
}

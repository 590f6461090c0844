using Microsoft.Extensions.Options;
using Wenye.Hosting;

namespace Wenye.Registration.Exchange;

/// <summary>Keeps the exchange going (交换进程): looks every second for what is due. Replicas need not know each other.</summary>
internal sealed class ExchangeWorker(
    Downloads downloads, Uploads uploads, TimeProvider time, IOptions<MinistryOptions> options, ILogger<ExchangeWorker> log) : BackgroundService
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    // A slow download must not hold results back.
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(
        RepeatAsync(DownloadAsync, stoppingToken),
        RepeatAsync(UploadAsync, stoppingToken));

    private async Task<bool> DownloadAsync(CancellationToken stopping)
    {
        await downloads.RunIfDueAsync(stopping);
        return true;
    }

    // Whether the platform answers.
    private async Task<bool> UploadAsync(CancellationToken stopping)
    {
        UploadRound round;
        do
        {
            round = await uploads.SendDueAsync(stopping);
        }
        while (round is { Claimed: ExchangeStore.BatchSize, PlatformIsAway: false } && !stopping.IsCancellationRequested);

        return !round.PlatformIsAway;
    }

    private async Task RepeatAsync(Func<CancellationToken, Task<bool>> work, CancellationToken stopping)
    {
        var pause = new GrowingPause(options.Value.Poll * 2, LongestPause, time);
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                if (await work(stopping))
                {
                    pause.Reset();
                    await Task.Delay(options.Value.Poll, time, stopping);
                    continue;
                }
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                log.LogWarning(failure, "The exchange with the ministry stumbled; trying again");
            }

            await pause.AfterFailureAsync(stopping);
        }
    }
}

using Grpc.Core;
using Microsoft.Extensions.Options;
using Wenye.Hosting;

namespace Wenye.WelfarePosts.Placements;

/// <summary>Goes on with open hires and exits while the host runs (后台续办就业登记); any number of replicas share the work.</summary>
/// <remarks>With Registration away it waits, longer each time; what it does not take is left to people.</remarks>
internal sealed class OpenEmploymentWorker(
    IServiceScopeFactory scopes, IOptions<OpenEmploymentOptions> options, TimeProvider clock, ILogger<OpenEmploymentWorker> log) : BackgroundService
{
    private readonly GrowingPause pause = new(TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1), clock);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.Every, clock);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await GoThroughAsync(stoppingToken);
                pause.Reset();
                await timer.WaitForNextTickAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                log.LogWarning(failure, "Open hires and exits cannot be gone on with; trying again");
                await pause.AfterFailureAsync(stoppingToken);
            }
        }
    }

    // One that fails for a reason of its own does not keep those behind it waiting.
    private async Task GoThroughAsync(CancellationToken stopping)
    {
        var (askedBefore, failed) = (clock.GetUtcNow() - options.Value.After, (Exception?)null);
        for (Guid? last = Guid.Empty; ;)
        {
            await using var scope = scopes.CreateAsyncScope();
            var open = scope.ServiceProvider.GetRequiredService<OpenEmployments>();
            last = await open.NextAsync(last.Value, askedBefore, stopping);
            if (last is not { } id)
            {
                break;
            }

            try
            {
                await open.GoOnAsync(id, askedBefore, stopping);
            }
            catch (RpcException answer) when (answer.StatusCode == StatusCode.FailedPrecondition)
            {
                log.LogWarning("Registration does not take the employment of placement {Placement}: it is left to its office", id);
            }
            catch (Exception own) when (own is not RpcException and not OperationCanceledException)
            {
                failed = own;
            }
        }

        if (failed is not null)
        {
            throw new InvalidOperationException("An open hire or exit failed for a reason of its own.", failed);
        }
    }
}

using Wenye.Hosting;

namespace Wenye.Statistics.Features.Warnings;

/// <summary>Looks for evaluations that are due while the host runs (后台定期评估); any number of replicas share the work.</summary>
internal sealed class EvaluationWorker(IServiceScopeFactory scopes, TimeProvider clock, ILogger<EvaluationWorker> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(10);

    private readonly GrowingPause pause = new(TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(5), clock);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<DueEvaluations>().RunAsync(stoppingToken);
                pause.Reset();
                await Task.Delay(Interval, clock, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                log.LogWarning(failure, "Evaluation of warnings is interrupted; trying again");
                await pause.AfterFailureAsync(stoppingToken);
            }
        }
    }
}

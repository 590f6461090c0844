using Npgsql;
using Wenye.Hosting;

namespace Wenye.Statistics.Features.NewEmployment.Judging;

/// <summary>Judges people while the host runs (后台认定); any number of replicas share the work.</summary>
internal sealed class JudgeWorker(NpgsqlDataSource database, JudgeBatch batch, TimeProvider clock, ILogger<JudgeWorker> log) : BackgroundService
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(500);

    private readonly GrowingPause pause = new(TimeSpan.FromMilliseconds(100), TimeSpan.FromSeconds(5), clock);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await JudgeAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                log.LogWarning(failure, "Judging of employments is interrupted; trying again");
                await pause.AfterFailureAsync(stoppingToken);
            }
        }
    }

    private async Task JudgeAsync(CancellationToken stopping)
    {
        await using var connection = await database.OpenConnectionAsync(stopping);
        while (!stopping.IsCancellationRequested)
        {
            // A batch in hand is finished when the host stops.
            var people = await batch.RunAsync(connection, CancellationToken.None);
            pause.Reset();
            if (people < JudgeBatch.Size)
            {
                await connection.WaitAsync(Poll, stopping);
            }
        }
    }
}

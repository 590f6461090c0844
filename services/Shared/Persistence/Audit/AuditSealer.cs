using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using Wenye.Hosting;

namespace Wenye.Persistence;

/// <summary>Seals the audit log about once a second while the host runs (审计封存后台); replicas take turns.</summary>
internal sealed class AuditSealer(AuditSealing sealing, AuditOptions options, TimeProvider clock, ILogger<AuditSealer> log) : BackgroundService
{
    private readonly GrowingPause pause = new(TimeSpan.FromMilliseconds(100), TimeSpan.FromSeconds(5), clock);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await sealing.SealAsync(stoppingToken);
                pause.Reset();
                await Task.Delay(options.SealEvery, clock, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (PostgresException race) when (race.SqlState is PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.SerializationFailure)
            {
                log.LogDebug("Another replica sealed at this moment");
            }
            catch (Exception failure)
            {
                log.LogWarning(failure, "The audit log cannot be sealed; trying again");
                await pause.AfterFailureAsync(stoppingToken);
            }
        }
    }
}

/// <summary>How often (审计参数): section Audit.</summary>
public sealed class AuditOptions
{
    /// <summary>Between two seals (封存间隔).</summary>
    public TimeSpan SealEvery { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Between two tellings of the head to the other services, at least (锚定间隔); none while nothing new is sealed.</summary>
    public TimeSpan AnchorEvery { get; set; } = TimeSpan.FromMinutes(1);
}

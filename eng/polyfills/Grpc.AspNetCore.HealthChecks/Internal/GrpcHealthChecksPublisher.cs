using Grpc.Health.V1;
using Grpc.HealthCheck;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace Grpc.AspNetCore.HealthChecks.Internal;

/// <summary>Turns each report of the health checks into the states of the services, which tells the watchers.</summary>
internal sealed class GrpcHealthChecksPublisher(HealthServiceImpl health, IOptions<GrpcHealthChecksOptions> options) : IHealthCheckPublisher
{
    public Task PublishAsync(HealthReport report, CancellationToken cancellationToken)
    {
        foreach (var mapping in options.Value.Services)
        {
            health.SetStatus(mapping.Name, ServingState.Of(report.Entries.Where(entry => mapping.Includes(entry.Key, entry.Value.Tags))));
        }

        return Task.CompletedTask;
    }
}

/// <summary>What the results of checks mean to a caller.</summary>
internal static class ServingState
{
    /// <summary>Unknown without checks, not serving if one is unhealthy; a degraded service serves.</summary>
    public static HealthCheckResponse.Types.ServingStatus Of(IEnumerable<KeyValuePair<string, HealthReportEntry>> entries)
    {
        var states = entries.Select(entry => entry.Value.Status).ToList();
        return states switch
        {
            [] => HealthCheckResponse.Types.ServingStatus.Unknown,
            _ when states.Contains(HealthStatus.Unhealthy) => HealthCheckResponse.Types.ServingStatus.NotServing,
            _ => HealthCheckResponse.Types.ServingStatus.Serving,
        };
    }
}

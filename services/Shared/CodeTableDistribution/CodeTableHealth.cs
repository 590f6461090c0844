using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Wenye.CodeTables.Distribution;

/// <summary>Degraded while the process knows only the shipped tables (代码表健康检查): it works, but imported codes are refused.</summary>
internal sealed class CodeTableHealth(CodeTableSource source) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(source.Version is { } version
            ? HealthCheckResult.Healthy($"version {version} from {source.Origin}")
            : HealthCheckResult.Degraded("only the tables that come with Wenye: neither Redis nor Registration has given the imported ones"));
}

using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace Wenye.CodeTables.Distribution;

/// <summary>The other services' part (代码表跟随): Redis says what holds; where it cannot, Registration does.</summary>
internal sealed class CodeTableFollower(
    ICodeTableOrigin registration, CodeTableSource source, CodeTableRedis redis, IConfiguration configuration, ILogger<CodeTableFollower> log)
    : CodeTableUpkeep(source, redis, configuration, log)
{
    private readonly Outage _redis = new("Redis");
    private readonly Outage _registration = new(registration.Name);

    private protected override async Task StepAsync(CancellationToken cancellation)
    {
        var version = Redis.IsConfigured ? await TryAsync(_redis, Redis.VersionAsync) : null;
        if (version is not null && version == Source.Version)
        {
            return;
        }

        var tables = version is null ? null : await TryAsync(_redis, Redis.LoadAsync);
        if (tables is not null)
        {
            Take(tables, "Redis");
        }
        else
        {
            Take(await TryAsync(_registration, () => registration.LoadAsync(Source.Version, cancellation)), registration.Name);
        }
    }
}

using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace Wenye.CodeTables.Distribution;

/// <summary>Registration's part (代码表发布): its database is right, and Redis is made to agree with it.</summary>
/// <remarks>Every replica does so; a flushed or outdated Redis is repaired within a second or two.</remarks>
internal sealed class CodeTableOwner(
    ICodeTableOrigin database, CodeTableSource source, CodeTableRedis redis, IConfiguration configuration, ILogger<CodeTableOwner> log)
    : CodeTableUpkeep(source, redis, configuration, log)
{
    private readonly Outage _database = new(database.Name);
    private readonly Outage _redis = new("Redis");

    private protected override async Task StepAsync(CancellationToken cancellation)
    {
        // Null also when nothing changed: then the version held is the database's.
        Take(await TryAsync(_database, () => database.LoadAsync(Source.Version, cancellation)), database.Name);
        if (Redis.IsConfigured)
        {
            await TryAsync(_redis, PublishAsync);
        }
    }

    private async Task<bool> PublishAsync()
    {
        var seen = await Redis.VersionAsync();
        if (Source.Imported is not { } held)
        {
            Take(await Redis.LoadAsync(), "Redis");
            return false;
        }

        // While the database is out another replica may know more: then only an empty Redis is filled.
        return seen != held.Version && (seen is null || !_database.IsOut) && await Redis.PublishAsync(held, seen);
    }
}

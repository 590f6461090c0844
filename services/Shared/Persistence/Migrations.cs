using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using Wenye.ServiceDefaults;

namespace Wenye.Persistence;

/// <summary>Brings a service's database to the shape that its code expects (数据库迁移).</summary>
public static class Migrations
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    /// <summary>Applies pending migrations when the host was started as "migrate" (执行迁移) and says whether it was.</summary>
    /// <remarks>Waits up to two minutes for the database. Replicas may run it at once: one applies, the others wait.</remarks>
    /// <param name="app">The built host; it is not started.</param>
    /// <param name="args">The process's arguments.</param>
    /// <returns>True when the process has done its work and should exit.</returns>
    public static async Task<bool> RunMigrationsAsync<TContext>(this IHost app, string[] args)
        where TContext : ServiceDbContext
    {
        if (args is not ["migrate", ..])
            return false;
        await app.Services.MigrateAsync<TContext>(CancellationToken.None);
        return true;
    }

    /// <summary>Applies pending migrations (执行迁移), as <see cref="RunMigrationsAsync"/> does.</summary>
    public static async Task MigrateAsync<TContext>(this IServiceProvider services, CancellationToken cancellationToken)
        where TContext : ServiceDbContext
    {
        var clock = services.GetRequiredService<TimeProvider>();
        var log = services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(Migrations));
        var started = clock.GetTimestamp();
        while (true)
        {
            try
            {
                await ApplyAsync<TContext>(services, cancellationToken);
                log.LogInformation("The database is migrated");
                return;
            }
            catch (Exception failure) when (TransientFault.Is(failure) && clock.GetElapsedTime(started) < Patience)
            {
                log.LogInformation("The database does not answer yet: {Reason}", failure.Message);
                await Task.Delay(Pause, clock, cancellationToken);
            }
        }
    }

    private static async Task ApplyAsync<TContext>(IServiceProvider services, CancellationToken cancellationToken)
        where TContext : ServiceDbContext
    {
        await using var scope = services.CreateAsyncScope();
        // EF Core locks its history table, but only once that exists; this lock also covers two first starts.
        await using var connection = await services.GetRequiredService<NpgsqlDataSource>().OpenConnectionAsync(cancellationToken);
        await using (var locking = new NpgsqlCommand("select pg_advisory_lock(hashtext('wenye.migrate'))", connection))
            await locking.ExecuteNonQueryAsync(cancellationToken);
        var context = scope.ServiceProvider.GetRequiredService<TContext>();
        var pending = await context.MigrateAsync(cancellationToken);
        await using (var storing = new NpgsqlCommand($"{EncryptedStorage.Uncompressed};\n{AuditGuard.Sql}", connection))
            await storing.ExecuteNonQueryAsync(cancellationToken);
        if (pending.Count > 0)
        {
            AuditedCall.Working($"migrate {string.Join(' ', pending)}");
            await context.Audit!.WriteAlwaysAsync(connection, cancellationToken);
        }

        await using var unlocking = new NpgsqlCommand("select pg_advisory_unlock(hashtext('wenye.migrate'))", connection);
        await unlocking.ExecuteNonQueryAsync(cancellationToken);
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using OpenTelemetry.Trace;

namespace Wenye.Persistence;

/// <summary>Registers a service's database (服务数据库注册).</summary>
public static class ServiceDatabase
{
    /// <summary>Begins statements that tracing leaves out (不入追踪): what a process asks every second for ever.</summary>
    public const string Untraced = OutboxSql.Mark;

    /// <summary>Key of the data source for the statements of a <see cref="CallBatcher{TItem, TResult}"/> (合并处理的连接).</summary>
    /// <remarks>
    /// They are few, are sent again and again, and find each row by an index: they are parsed and planned once a connection, even
    /// while their tables are empty still, so there must be one index to choose. Nor is a connection reset after use: leave no
    /// session state behind.
    /// </remarks>
    public const string Batches = "batches";

    // Seq scans are off as a plan made while a table was empty must serve when it is large.
    private const string PlannedOnce = "-c plan_cache_mode=force_generic_plan -c enable_seqscan=off -c jit=off";

    /// <summary>Adds the data source, the pooled context, HandledRequests, the key ring, a readiness check and tracing (接入数据库).</summary>
    /// <param name="builder">The host.</param>
    /// <param name="name">Names the connection string, as the service: "registration".</param>
    /// <exception cref="InvalidOperationException">When the data source is first used: the connection string is missing.</exception>
    public static void AddServiceDatabase<TContext>(this IHostApplicationBuilder builder, string name)
        where TContext : ServiceDbContext
    {
        var services = builder.Services;
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<PersonalDataProtector>();
        services.AddSingleton(provider => CreateDataSource(new(SettingsOf(provider, name).ConnectionString) { Options = AuditGuard.Session }));
        services.AddKeyedSingleton(Batches, (provider, _) => CreateDataSource(new(SettingsOf(provider, name).ConnectionString)
        {
            Options = $"{PlannedOnce} {AuditGuard.Session}",
            MaxAutoPrepare = 20,
            AutoPrepareMinUsages = 2,
            NoResetOnClose = true,
        }));
        builder.AddAudit(name);
        services.AddDbContextPool<TContext>((provider, options) => options
            .UseNpgsql(provider.GetRequiredService<NpgsqlDataSource>())
            .ReplaceService<IModelCacheKeyFactory, KeyRingModels>()
            .AddInterceptors(new AuditedCommits())
            // Tests run many hosts in one process, each with its own database.
            .ConfigureWarnings(warnings => warnings.Ignore(CoreEventId.ManyServiceProvidersCreatedWarning)));
        services.AddScoped<ServiceDbContext>(provider => provider.GetRequiredService<TContext>());
        services.AddScoped<HandledRequests>();
        // A statement that fails reaches the log as the exception of the call that made it.
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore.Database.Command", LogLevel.None);
        services.AddHealthChecks().AddCheck<DatabaseHealth>("postgres", tags: ["ready"]);
        services.ConfigureOpenTelemetryTracerProvider(tracing => tracing.AddSource("Npgsql"));
    }

    private static NpgsqlConnectionStringBuilder SettingsOf(IServiceProvider provider, string name)
    {
        var text = provider.GetRequiredService<IConfiguration>().GetConnectionString(name)
            ?? throw new InvalidOperationException($"ConnectionStrings:{name} is not configured.");
        return new NpgsqlConnectionStringBuilder(text) { ApplicationName = name };
    }

    private static NpgsqlDataSource CreateDataSource(NpgsqlConnectionStringBuilder settings)
    {
        var source = new NpgsqlDataSourceBuilder(settings.ConnectionString);
        // The relay asks every second for ever; its questions belong to no call and would drown the traces.
        source.ConfigureTracing(tracing => tracing.ConfigureCommandFilter(command => !command.CommandText.StartsWith(OutboxSql.Mark, StringComparison.Ordinal)));
        return source.Build();
    }

    private sealed class DatabaseHealth(NpgsqlDataSource database) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            try
            {
                await using var command = database.CreateCommand(OutboxSql.Mark + "select 1");
                await command.ExecuteScalarAsync(cancellationToken);
                return HealthCheckResult.Healthy();
            }
            catch (NpgsqlException failure)
            {
                return new HealthCheckResult(context.Registration.FailureStatus, "The database does not answer.", failure);
            }
        }
    }
}

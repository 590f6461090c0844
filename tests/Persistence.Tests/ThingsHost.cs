using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;
using Wenye.Persistence.Tests.Events.V1;

namespace Wenye.Persistence.Tests;

/// <summary>A replica of a service on its own database, as its Program.cs would build it.</summary>
public sealed class ThingsHost : IAsyncDisposable
{
    private readonly IHost host;

    private ThingsHost(IHost host) => this.host = host;

    public static string LookupKey { get; } = Convert.ToBase64String([.. Enumerable.Repeat((byte)7, 32)]);

    public IServiceProvider Services => host.Services;

    public NpgsqlDataSource Database => Services.GetRequiredService<NpgsqlDataSource>();

    public static ThingsHost Create(
        string database,
        string? broker = null,
        bool relay = false,
        Action<IServiceCollection>? services = null,
        Action<IBusRegistrationConfigurator>? consumers = null)
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["ConnectionStrings:things"] = database,
            ["ConnectionStrings:rabbitmq"] = broker,
            ["Messaging:QueuePrefix"] = "things",
            ["PersonalData:Keys:0:Id"] = "k1",
            ["PersonalData:Keys:0:Key"] = Convert.ToBase64String([.. Enumerable.Repeat((byte)1, 32)]),
            ["PersonalData:LookupKey"] = LookupKey,
        });
        services?.Invoke(builder.Services);
        builder.AddServiceDatabase<ThingsDbContext>("things");
        if (broker is not null)
            builder.AddMessaging(consumers);
        if (relay)
            builder.AddOutboxRelay<ThingsDbContext>();
        return new ThingsHost(builder.Build());
    }

    public async Task<ThingsHost> MigratedAsync()
    {
        (await host.RunMigrationsAsync<ThingsDbContext>(["migrate"])).ShouldBeTrue();
        return this;
    }

    public async Task<ThingsHost> StartedAsync()
    {
        await host.StartAsync();
        return this;
    }

    /// <summary>Waits until the queues are bound: an event before that would reach nobody.</summary>
    public async Task<ThingsHost> ConnectedAsync()
    {
        await StartedAsync();
        await Services.GetRequiredService<IBusControl>().WaitForHealthStatus(BusHealthStatus.Healthy, TimeSpan.FromSeconds(60));
        return this;
    }

    public Task StopAsync() => host.StopAsync();

    /// <summary>Runs the action as one call of the service would: in a scope of its own.</summary>
    public async Task<T> CallAsync<T>(Func<IServiceProvider, ThingsDbContext, Task<T>> action)
    {
        await using var scope = Services.CreateAsyncScope();
        return await action(scope.ServiceProvider, scope.ServiceProvider.GetRequiredService<ThingsDbContext>());
    }

    public Task SaveAsync(int first, int count) => CallAsync(async (_, context) =>
    {
        foreach (var number in Enumerable.Range(first, count))
        {
            context.Add(new Thing { Number = number });
            context.Publish(new ThingHappened { Number = number });
        }

        return await context.SaveChangesAsync();
    });

    public async Task<long> CountAsync(string table)
    {
        await using var command = Database.CreateCommand($"select count(*) from {table}");
        return (long)(await command.ExecuteScalarAsync())!;
    }

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync();
        host.Dispose();
    }
}

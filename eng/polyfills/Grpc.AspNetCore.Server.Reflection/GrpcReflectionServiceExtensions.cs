using Grpc.AspNetCore.Server.Reflection;
using Grpc.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection
{
    /// <summary>Registers the reflection services.</summary>
    public static class GrpcReflectionServiceExtensions
    {
        /// <summary>Registers reflection of all gRPC services that are mapped.</summary>
        public static IServiceCollection AddGrpcReflection(this IServiceCollection services)
        {
            ArgumentNullException.ThrowIfNull(services);
            services.TryAddSingleton<MappedServices>();
            services.TryAddSingleton(provider => new ReflectionServiceImpl(provider.GetRequiredService<MappedServices>().Descriptors));
            services.TryAddSingleton(provider => new ReflectionV1ServiceImpl(provider.GetRequiredService<MappedServices>().Descriptors));
            return services;
        }
    }
}

namespace Microsoft.AspNetCore.Builder
{
    /// <summary>Maps the reflection services.</summary>
    public static class GrpcReflectionEndpointRouteBuilderExtensions
    {
        /// <summary>Maps <c>grpc.reflection.v1alpha.ServerReflection</c> and <c>grpc.reflection.v1.ServerReflection</c>.</summary>
        /// <exception cref="InvalidOperationException">AddGrpcReflection was not called.</exception>
        public static IEndpointConventionBuilder MapGrpcReflectionService(this IEndpointRouteBuilder builder)
        {
            ArgumentNullException.ThrowIfNull(builder);
            if (builder.ServiceProvider.GetService(typeof(MappedServices)) is null)
            {
                throw new InvalidOperationException("Call services.AddGrpcReflection() before mapping the reflection service.");
            }

            return new BothVersions(builder.MapGrpcService<ReflectionServiceImpl>(), builder.MapGrpcService<ReflectionV1ServiceImpl>());
        }

        private sealed class BothVersions(IEndpointConventionBuilder alpha, IEndpointConventionBuilder v1) : IEndpointConventionBuilder
        {
            public void Add(Action<EndpointBuilder> convention)
            {
                alpha.Add(convention);
                v1.Add(convention);
            }

            public void Finally(Action<EndpointBuilder> finalConvention)
            {
                alpha.Finally(finalConvention);
                v1.Finally(finalConvention);
            }
        }
    }
}

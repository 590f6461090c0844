using System.Reflection;
using Google.Protobuf.Reflection;
using Grpc.Core;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace Grpc.AspNetCore.Server.Reflection;

/// <summary>The gRPC services that the application maps.</summary>
internal sealed class MappedServices(EndpointDataSource endpoints, ILogger<MappedServices> logger)
{
    /// <summary>Read when the reflection services are made, at their first call: by then all endpoints are mapped.</summary>
    public IReadOnlyList<ServiceDescriptor> Descriptors =>
    [
        .. endpoints.Endpoints
            .Select(endpoint => endpoint.Metadata.GetMetadata<GrpcMethodMetadata>()?.ServiceType)
            .OfType<Type>()
            .Distinct()
            .Select(type => Describe(type, logger))
            .OfType<ServiceDescriptor>(),
    ];

    private static ServiceDescriptor? Describe(Type service, ILogger logger)
    {
        for (var type = service; type is not null; type = type.BaseType)
        {
            if (type.GetCustomAttribute<BindServiceMethodAttribute>(inherit: false) is { } bind)
            {
                return bind.BindType.GetProperty("Descriptor", BindingFlags.Public | BindingFlags.Static)?.GetValue(null) as ServiceDescriptor;
            }
        }

        logger.LogDebug("The service {ServiceType} has no descriptor, so reflection does not list it.", service.FullName);
        return null;
    }
}

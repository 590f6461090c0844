using System.Collections.Concurrent;
using System.Reflection;
using Google.Protobuf.Reflection;
using Grpc.AspNetCore.Server;
using Grpc.Core;
using Wenye.Contracts.Options.V1;

namespace Wenye.ServiceDefaults;

/// <summary>Which permission an rpc asks for (方法所需权限), read from the contract itself.</summary>
internal static class MethodPermissions
{
    private static readonly ConcurrentDictionary<GrpcMethodMetadata, string> Known = [];

    /// <summary>The rpc's permission; empty when the contract states none.</summary>
    public static string Of(GrpcMethodMetadata method) => Known.GetOrAdd(method, Read);

    private static string Read(GrpcMethodMetadata method) =>
        Descriptor(method.ServiceType)?.FindMethodByName(method.Method.Name)?.GetOptions()
            ?.GetExtension(PermissionExtensions.Permission) ?? "";

    // The generated base class names the generated static class, which holds the descriptor.
    private static ServiceDescriptor? Descriptor(Type? service)
    {
        for (; service is not null; service = service.BaseType)
        {
            if (service.GetCustomAttribute<BindServiceMethodAttribute>(inherit: false) is { } bound)
                return bound.BindType.GetProperty("Descriptor")?.GetValue(null) as ServiceDescriptor;
        }

        return null;
    }
}

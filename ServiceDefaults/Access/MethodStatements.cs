using System.Collections.Concurrent;
using System.Reflection;
using Google.Protobuf.Reflection;
using Grpc.AspNetCore.Server;
using Grpc.Core;
using Wenye.Contracts.Options.V1;

namespace Wenye.ServiceDefaults;

/// <summary>What an rpc states of itself (方法选项), its permission first (方法所需权限), read from the contract itself.</summary>
internal static class MethodStatements
{
    private static readonly ConcurrentDictionary<GrpcMethodMetadata, Statements> Known = [];

    /// <summary>The rpc's permission; empty when the contract states none.</summary>
    public static string Of(GrpcMethodMetadata method) => Known.GetOrAdd(method, Read).Permission;

    /// <summary>Whether the rpc judges text that is not UTF-8 by itself, row by row (逐行校验文本).</summary>
    public static bool TextJudgedByRow(GrpcMethodMetadata method) => Known.GetOrAdd(method, Read).TextJudgedByRow;

    /// <summary>Whether the rpc changes nothing (是否只读).</summary>
    public static bool ReadsOnly(GrpcMethodMetadata method) => Known.GetOrAdd(method, Read).ReadsOnly;

    private static Statements Read(GrpcMethodMetadata method)
    {
        var options = Descriptor(method.ServiceType)?.FindMethodByName(method.Method.Name)?.GetOptions();
        return new(
            options?.GetExtension(PermissionExtensions.Permission) ?? "",
            options?.GetExtension(PermissionExtensions.TextJudgedByRow) ?? false,
            options?.IdempotencyLevel == MethodOptions.Types.IdempotencyLevel.NoSideEffects);
    }

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

    private sealed record Statements(string Permission, bool TextJudgedByRow, bool ReadsOnly);
}

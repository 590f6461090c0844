using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;

namespace Google.Rpc;

/// <summary>Reads the details of a status.</summary>
public partial class Status
{
    /// <summary>The first detail of the type, or null.</summary>
    public T? GetDetail<T>()
        where T : class, IMessage<T>, new()
    {
        var descriptor = new T().Descriptor;
        return Details.FirstOrDefault(detail => detail.Is(descriptor))?.Unpack<T>();
    }

    /// <summary>The details that are of the standard error types; others are left out.</summary>
    public IEnumerable<IMessage> UnpackDetailMessages() => UnpackDetailMessages(StandardErrorTypeRegistry.Registry);

    /// <summary>The details whose types the registry knows; others are left out.</summary>
    public IEnumerable<IMessage> UnpackDetailMessages(TypeRegistry registry) =>
        Details.Select(detail => detail.Unpack(registry)).Where(message => message is not null);
}

/// <summary>The types of <c>google/rpc/error_details.proto</c>.</summary>
public static class StandardErrorTypeRegistry
{
    /// <summary>The types, for <see cref="Status.UnpackDetailMessages(TypeRegistry)" />.</summary>
    public static TypeRegistry Registry { get; } = TypeRegistry.FromFiles(ErrorDetailsReflection.Descriptor);
}

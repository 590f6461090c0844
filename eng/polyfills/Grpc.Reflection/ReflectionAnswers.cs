using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.Core;

namespace Grpc.Reflection;

/// <summary>An error in place of an answer.</summary>
internal sealed record ReflectionError(StatusCode Code, string Message)
{
    public static readonly ReflectionError NotSupported = new(StatusCode.Unimplemented, "This request is not supported.");
}

/// <summary>The answers that both versions of the protocol give.</summary>
internal sealed class ReflectionAnswers(IEnumerable<string> services, SymbolRegistry symbols)
{
    public ReflectionAnswers(IReadOnlyCollection<ServiceDescriptor> services)
        : this(services.Select(service => service.FullName), SymbolRegistry.FromFiles(services.Select(service => service.File)))
    {
    }

    public IReadOnlyList<string> Services { get; } = [.. services];

    /// <summary>The file of the name with all that it imports, or null.</summary>
    public IReadOnlyList<ByteString>? FileByName(string name) => WithImports(symbols.FileByName(name));

    /// <summary>The file that declares the symbol with all that it imports, or null.</summary>
    public IReadOnlyList<ByteString>? FileContaining(string symbol) => WithImports(symbols.FileContainingSymbol(symbol));

    private static List<ByteString>? WithImports(FileDescriptor? file)
    {
        if (file is null)
        {
            return null;
        }

        // Clients take the first file as the one asked for.
        var found = new List<FileDescriptor> { file };
        for (var i = 0; i < found.Count; i++)
        {
            found.AddRange(found[i].Dependencies.Where(dependency => !found.Contains(dependency)).ToList());
        }

        return [.. found.Select(each => each.SerializedData)];
    }
}

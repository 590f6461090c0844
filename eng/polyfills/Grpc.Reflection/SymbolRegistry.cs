using Google.Protobuf.Reflection;

namespace Grpc.Reflection;

/// <summary>The files of some services, found by name or by what they declare.</summary>
public class SymbolRegistry
{
    private readonly Dictionary<string, FileDescriptor> _files = [];
    private readonly Dictionary<string, FileDescriptor> _symbols = [];

    private SymbolRegistry()
    {
    }

    /// <summary>The registry of the files and all that they import.</summary>
    public static SymbolRegistry FromFiles(IEnumerable<FileDescriptor> fileDescriptors)
    {
        ArgumentNullException.ThrowIfNull(fileDescriptors);
        var registry = new SymbolRegistry();
        foreach (var file in fileDescriptors)
        {
            registry.Add(file);
        }

        return registry;
    }

    /// <summary>The file of the name, or null.</summary>
    public FileDescriptor? FileByName(string filename) => _files.GetValueOrDefault(filename);

    /// <summary>The file that declares the full name of a message, field, enum, extension, service or method, or null.</summary>
    public FileDescriptor? FileContainingSymbol(string symbol) => _symbols.GetValueOrDefault(symbol);

    private void Add(FileDescriptor file)
    {
        if (!_files.TryAdd(file.Name, file))
        {
            return;
        }

        foreach (var dependency in file.Dependencies)
        {
            Add(dependency);
        }

        foreach (var symbol in Symbols(file))
        {
            _symbols[symbol.FullName] = file;
        }
    }

    private static IEnumerable<IDescriptor> Symbols(FileDescriptor file) =>
    [
        .. file.Services, .. file.Services.SelectMany(service => service.Methods),
        .. file.MessageTypes.SelectMany(Symbols),
        .. file.EnumTypes.SelectMany(Symbols),
        .. file.Extensions.UnorderedExtensions,
    ];

    private static IEnumerable<IDescriptor> Symbols(MessageDescriptor message) =>
    [
        message, .. message.Fields.InDeclarationOrder(), .. message.Oneofs,
        .. message.NestedTypes.SelectMany(Symbols),
        .. message.EnumTypes.SelectMany(Symbols),
        .. message.Extensions.UnorderedExtensions,
    ];

    private static IEnumerable<IDescriptor> Symbols(EnumDescriptor type) => [type, .. type.Values];
}

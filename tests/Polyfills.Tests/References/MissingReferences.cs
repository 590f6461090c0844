using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;

namespace Wenye.Polyfills.Tests.References;

/// <summary>
/// Finds what an assembly was compiled against and does not find in the assemblies that stand in: what would be a
/// TypeLoadException, MissingMethodException or an override that overrides nothing at run time.
/// </summary>
internal sealed partial class MissingReferences : IDisposable
{
    private readonly IReadOnlySet<string> _providerNames;
    private readonly DefinedTypes _provided;
    private readonly PEReader _file;
    private readonly MetadataReader _reader;

    private MissingReferences(string consumerPath, IReadOnlySet<string> providerNames, DefinedTypes provided)
    {
        (_providerNames, _provided) = (providerNames, provided);
        _file = new PEReader(File.OpenRead(consumerPath));
        _reader = _file.GetMetadataReader();
    }

    /// <returns>One line for each reference of the consumer into the providers that they do not answer.</returns>
    public static IReadOnlyList<string> Find(string consumerPath, IReadOnlyCollection<string> providerPaths)
    {
        var names = providerPaths.Select(path => Path.GetFileNameWithoutExtension(path)).ToHashSet(StringComparer.Ordinal);
        using var search = new MissingReferences(consumerPath, names, new DefinedTypes(providerPaths));
        return [.. search.MissingTypes().Concat(search.MissingMembers()).Concat(search.OverridesOfNothing()).Distinct(StringComparer.Ordinal)];
    }

    public void Dispose() => _file.Dispose();

    private IEnumerable<string> MissingTypes() =>
        from handle in _reader.TypeReferences
        where IsProvidersTask(handle)
        let name = TypeReferences.NameOf(_reader, handle)
        where !_provided.Contains(name)
        select $"type {name}";

    private IEnumerable<string> MissingMembers()
    {
        foreach (var member in _reader.MemberReferences.Select(_reader.GetMemberReference))
        {
            if (TypeReferences.ReferenceOf(_reader, member.Parent) is { } parent && IsProvidersTask(parent))
            {
                var type = TypeReferences.NameOf(_reader, parent)!;
                var text = Describe(member);
                if (!_provided.HasMember(type, text))
                {
                    yield return $"{type}: {text}";
                }
            }
        }
    }

    // Only a class that derives directly from a provided one: what lies between was checked when it was met.
    private IEnumerable<string> OverridesOfNothing()
    {
        foreach (var type in _reader.TypeDefinitions.Select(_reader.GetTypeDefinition))
        {
            if (TypeReferences.ReferenceOf(_reader, type.BaseType) is not { } parent || !IsProvidersTask(parent))
            {
                continue;
            }
            var baseName = TypeReferences.NameOf(_reader, parent)!;
            var arguments = GenericArguments(TypeReferences.NameOf(_reader, type.BaseType)!);
            foreach (var text in OverridesIn(type))
            {
                if (!_provided.HasVirtual(baseName, candidate => Substitute(candidate, arguments) == text))
                {
                    yield return $"{baseName}: virtual {text}";
                }
            }
        }
    }

    private IEnumerable<string> OverridesIn(TypeDefinition type) =>
        from method in type.GetMethods().Select(_reader.GetMethodDefinition)
        where method.Attributes.HasFlag(MethodAttributes.Virtual) && !method.Attributes.HasFlag(MethodAttributes.NewSlot)
        let name = _reader.GetString(method.Name)
        where typeof(object).GetMethod(name, BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic) is null
        select SignatureText.Of(name, method.DecodeSignature(SignatureText.Instance, null));

    private bool IsProvidersTask(TypeReferenceHandle type) =>
        TypeReferences.AssemblyOf(_reader, type) is { } assembly && _providerNames.Contains(assembly);

    private string Describe(MemberReference member)
    {
        var name = _reader.GetString(member.Name);
        return member.GetKind() == MemberReferenceKind.Method
            ? SignatureText.Of(name, member.DecodeMethodSignature(SignatureText.Instance, null))
            : SignatureText.OfField(name, member.DecodeFieldSignature(SignatureText.Instance, null));
    }

    private static string[] GenericArguments(string type) =>
        type.IndexOf('<', StringComparison.Ordinal) is var start and >= 0 ? type[(start + 1)..^1].Split(", ") : [];

    private static string Substitute(string signature, string[] arguments) =>
        arguments.Length == 0 ? signature : TypeParameter.Replace(signature, match => arguments[int.Parse(match.Groups["index"].Value)]);

    [GeneratedRegex("(?<!!)!(?<index>[0-9]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TypeParameter { get; }
}

using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Wenye.Polyfills.Tests.References;

/// <summary>A type that other assemblies may use, with the members that they may use.</summary>
internal sealed record DefinedType(string? BaseType, IReadOnlySet<string> Members, IReadOnlySet<string> Virtuals);

/// <summary>What a group of assemblies defines for others.</summary>
internal sealed class DefinedTypes
{
    private readonly Dictionary<string, DefinedType> _types = new(StringComparer.Ordinal);

    public DefinedTypes(IEnumerable<string> assemblyPaths)
    {
        foreach (var path in assemblyPaths)
        {
            Read(path);
        }
    }

    public bool Contains(string type) => _types.ContainsKey(type);

    /// <summary>Whether the type or one that it derives from has the member.</summary>
    public bool HasMember(string type, string member) =>
        Lineage(type).Any(defined => defined.Members.Contains(member)) || FrameworkBaseHas(type, member);

    /// <summary>Whether the type or one that it derives from lets a derived type override the method.</summary>
    public bool HasVirtual(string type, Func<string, bool> matches) => Lineage(type).Any(defined => defined.Virtuals.Any(matches));

    private IEnumerable<DefinedType> Lineage(string? type)
    {
        for (; type is not null && _types.TryGetValue(Generic(type), out var defined); type = defined.BaseType)
        {
            yield return defined;
        }
    }

    // An exception of a polyfill has Message from the framework; the name is enough there, the framework is the true one.
    private bool FrameworkBaseHas(string type, string member) =>
        Lineage(type).LastOrDefault() is { BaseType: { } last }
        && Type.GetType(Generic(last)) is { } framework
        && framework.GetMembers().Any(m => m.MemberType is not MemberTypes.Constructor && member.Contains($" {m.Name}(", StringComparison.Ordinal));

    private void Read(string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        var reader = file.GetMetadataReader();
        foreach (var handle in reader.TypeDefinitions)
        {
            var type = reader.GetTypeDefinition(handle);
            if (IsVisible(reader, type))
            {
                _types[SignatureText.Instance.GetTypeFromDefinition(reader, handle, 0)] = Describe(reader, type);
            }
        }
    }

    private static DefinedType Describe(MetadataReader reader, TypeDefinition type)
    {
        var members = new HashSet<string>(StringComparer.Ordinal);
        var virtuals = new HashSet<string>(StringComparer.Ordinal);
        foreach (var method in type.GetMethods().Select(reader.GetMethodDefinition))
        {
            if (IsVisible(method.Attributes & MethodAttributes.MemberAccessMask))
            {
                var text = SignatureText.Of(reader.GetString(method.Name), method.DecodeSignature(SignatureText.Instance, null));
                members.Add(text);
                if (method.Attributes.HasFlag(MethodAttributes.Virtual) && !method.Attributes.HasFlag(MethodAttributes.Final))
                {
                    virtuals.Add(text);
                }
            }
        }
        foreach (var field in type.GetFields().Select(reader.GetFieldDefinition))
        {
            if ((field.Attributes & FieldAttributes.FieldAccessMask) is FieldAttributes.Public or FieldAttributes.Family)
            {
                members.Add(SignatureText.OfField(reader.GetString(field.Name), field.DecodeSignature(SignatureText.Instance, null)));
            }
        }
        return new DefinedType(TypeReferences.NameOf(reader, type.BaseType), members, virtuals);
    }

    private static bool IsVisible(MethodAttributes access) =>
        access is MethodAttributes.Public or MethodAttributes.Family or MethodAttributes.FamORAssem;

    private static bool IsVisible(MetadataReader reader, TypeDefinition type) =>
        (type.Attributes & TypeAttributes.VisibilityMask) switch
        {
            TypeAttributes.Public => true,
            TypeAttributes.NestedPublic or TypeAttributes.NestedFamily or TypeAttributes.NestedFamORAssem =>
                IsVisible(reader, reader.GetTypeDefinition(type.GetDeclaringType())),
            _ => false,
        };

    private static string Generic(string type) => type.Split('<')[0];
}

using System.Reflection.Metadata;

namespace Wenye.Polyfills.Tests.References;

/// <summary>Reads which type of which other assembly a handle of an assembly's metadata means.</summary>
internal static class TypeReferences
{
    /// <summary>The type's name; with its arguments if it is generic. Null for no type.</summary>
    public static string? NameOf(MetadataReader reader, EntityHandle type) => type switch
    {
        { IsNil: true } => null,
        { Kind: HandleKind.TypeReference } => SignatureText.Instance.GetTypeFromReference(reader, (TypeReferenceHandle)type, 0),
        { Kind: HandleKind.TypeDefinition } => SignatureText.Instance.GetTypeFromDefinition(reader, (TypeDefinitionHandle)type, 0),
        { Kind: HandleKind.TypeSpecification } =>
            SignatureText.Instance.GetTypeFromSpecification(reader, null, (TypeSpecificationHandle)type, 0),
        _ => null,
    };

    /// <summary>The type of another assembly that is meant, without its arguments. Null for one of this assembly.</summary>
    public static TypeReferenceHandle? ReferenceOf(MetadataReader reader, EntityHandle type) => type.Kind switch
    {
        HandleKind.TypeReference => (TypeReferenceHandle)type,
        HandleKind.TypeSpecification => GenericTypeOf(reader, (TypeSpecificationHandle)type),
        _ => null,
    };

    /// <summary>Name of the assembly that a reference leads to. Null for one within this assembly.</summary>
    public static string? AssemblyOf(MetadataReader reader, TypeReferenceHandle type)
    {
        var scope = reader.GetTypeReference(type).ResolutionScope;
        return scope.Kind switch
        {
            HandleKind.TypeReference => AssemblyOf(reader, (TypeReferenceHandle)scope),
            HandleKind.AssemblyReference => reader.GetString(reader.GetAssemblyReference((AssemblyReferenceHandle)scope).Name),
            _ => null,
        };
    }

    private static TypeReferenceHandle? GenericTypeOf(MetadataReader reader, TypeSpecificationHandle type)
    {
        var blob = reader.GetBlobReader(reader.GetTypeSpecification(type).Signature);
        if (blob.ReadSignatureTypeCode() != SignatureTypeCode.GenericTypeInstance)
        {
            return null;
        }
        blob.ReadByte(); // class or value type
        return ReferenceOf(reader, blob.ReadTypeHandle());
    }
}

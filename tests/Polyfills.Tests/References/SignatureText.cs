using System.Collections.Immutable;
using System.Reflection.Metadata;

namespace Wenye.Polyfills.Tests.References;

/// <summary>
/// Writes types of signatures as text, without the assembly they come from, so that a signature in the assembly that
/// refers to a member equals the one in the assembly that defines it.
/// </summary>
internal sealed class SignatureText : ISignatureTypeProvider<string, object?>
{
    public static readonly SignatureText Instance = new();

    public static string Of(string name, MethodSignature<string> signature)
    {
        var kind = signature.Header.IsInstance ? "" : "static ";
        var arity = signature.GenericParameterCount > 0 ? $"`{signature.GenericParameterCount}" : "";
        return $"{kind}{signature.ReturnType} {name}{arity}({string.Join(", ", signature.ParameterTypes)})";
    }

    public static string OfField(string name, string type) => $"field {type} {name}";

    public string GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind)
    {
        var type = reader.GetTypeDefinition(handle);
        var outer = type.GetDeclaringType();
        return outer.IsNil
            ? Qualify(reader, type.Namespace, type.Name)
            : $"{GetTypeFromDefinition(reader, outer, 0)}+{reader.GetString(type.Name)}";
    }

    public string GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind)
    {
        var type = reader.GetTypeReference(handle);
        return type.ResolutionScope.Kind == HandleKind.TypeReference
            ? $"{GetTypeFromReference(reader, (TypeReferenceHandle)type.ResolutionScope, 0)}+{reader.GetString(type.Name)}"
            : Qualify(reader, type.Namespace, type.Name);
    }

    public string GetTypeFromSpecification(MetadataReader reader, object? genericContext, TypeSpecificationHandle handle, byte rawTypeKind) =>
        reader.GetTypeSpecification(handle).DecodeSignature(this, genericContext);

    public string GetPrimitiveType(PrimitiveTypeCode typeCode) => $"System.{typeCode}";

    public string GetSZArrayType(string elementType) => $"{elementType}[]";

    public string GetArrayType(string elementType, ArrayShape shape) => $"{elementType}[{new string(',', shape.Rank - 1)}]";

    public string GetByReferenceType(string elementType) => $"ref {elementType}";

    public string GetPointerType(string elementType) => $"{elementType}*";

    public string GetPinnedType(string elementType) => elementType;

    public string GetFunctionPointerType(MethodSignature<string> signature) => Of("*", signature);

    public string GetGenericInstantiation(string genericType, ImmutableArray<string> typeArguments) =>
        $"{genericType}<{string.Join(", ", typeArguments)}>";

    public string GetGenericTypeParameter(object? genericContext, int index) => $"!{index}";

    public string GetGenericMethodParameter(object? genericContext, int index) => $"!!{index}";

    // `in`, `init` and `volatile` are modifiers: a caller that was compiled against one does not find a member without it.
    public string GetModifiedType(string modifier, string unmodifiedType, bool isRequired) =>
        isRequired ? $"{unmodifiedType} modreq({modifier})" : $"{unmodifiedType} modopt({modifier})";

    private static string Qualify(MetadataReader reader, StringHandle @namespace, StringHandle name) =>
        @namespace.IsNil ? reader.GetString(name) : $"{reader.GetString(@namespace)}.{reader.GetString(name)}";
}

using System.Collections;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace Wenye.ServiceDefaults;

/// <summary>Checks that the text of a message arrived as it was meant (文本编码检查).</summary>
/// <remarks>
/// The protobuf runtime puts U+FFFD in the place of octets that are not UTF-8 and says nothing. Stored, that would be
/// a person's name with a hole in it; no honest text holds that character.
/// </remarks>
internal static class MessageText
{
    private const char Replacement = '\uFFFD';

    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT naming each field, by its ministry code where it has one.</exception>
    public static void Demand<T>(T request)
    {
        if (request is not IMessage message)
            return;
        List<FieldError>? faults = null;
        Look(message, ref faults);
        if (faults is not null)
            throw RpcErrors.InvalidArgument(faults);
    }

    private static void Look(IMessage message, ref List<FieldError>? faults)
    {
        foreach (var field in message.Descriptor.Fields.InDeclarationOrder())
        {
            if (field.FieldType is not (FieldType.String or FieldType.Message))
                continue;
            var value = field.Accessor.GetValue(message);
            if (value is IDictionary map)
            {
                Look(field, map.Keys, ref faults);
                Look(field, map.Values, ref faults);
            }
            else if (field.IsRepeated)
            {
                Look(field, (IEnumerable)value, ref faults);
            }
            else
            {
                Look(field, value, ref faults);
            }
        }
    }

    private static void Look(FieldDescriptor field, IEnumerable values, ref List<FieldError>? faults)
    {
        foreach (var value in values)
            Look(field, value, ref faults);
    }

    private static void Look(FieldDescriptor field, object? value, ref List<FieldError>? faults)
    {
        if (value is string text && text.Contains(Replacement, StringComparison.Ordinal))
            (faults ??= []).Add(new FieldError(field.JsonName, "文本须为有效的 UTF-8 编码，请更正后重新提交。"));
        else if (value is IMessage inner)
            Look(inner, ref faults);
    }
}

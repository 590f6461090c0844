using System.Collections.Frozen;
using Google.Protobuf.Reflection;
using Wenye.Contracts.Registration.V1;

namespace Wenye.Registration.Forms;

/// <summary>The form by ministry codes (指标编码): the contract's JSON names are the codes, so there is no second list.</summary>
internal static class FormFields
{
    private static readonly (string Code, IFieldAccessor Accessor)[] Fields =
        [.. ApplicationForm.Descriptor.Fields.InFieldNumberOrder().Select(field => (field.JsonName, field.Accessor))];

    private static readonly FrozenDictionary<string, IFieldAccessor> ByCode =
        Fields.ToFrozenDictionary(field => field.Code, field => field.Accessor, StringComparer.Ordinal);

    /// <summary>The fields that are present, by code; an empty text is an absent field.</summary>
    public static Dictionary<string, string> Read(ApplicationForm form)
    {
        var fields = new Dictionary<string, string>(Fields.Length, StringComparer.Ordinal);
        foreach (var (code, accessor) in Fields)
        {
            var value = (string)accessor.GetValue(form);
            if (value.Length > 0)
            {
                fields.Add(code, value);
            }
        }

        return fields;
    }

    /// <summary>The form of the fields.</summary>
    public static ApplicationForm Write(IReadOnlyDictionary<string, string> fields)
    {
        var form = new ApplicationForm();
        foreach (var (code, value) in fields)
        {
            ByCode[code].SetValue(form, value);
        }

        return form;
    }
}

using Wenye.CodeTables;
using Wenye.Registration.Domain.Applications;

namespace Wenye.Registration.Domain.Tests.Applications;

/// <summary>A valid application to change, and its validation on one day.</summary>
internal static class Forms
{
    public static readonly DateOnly Today = new(2020, 8, 10);

    /// <summary>The form of <c>shared/cases</c> that is valid on 2020-08-10.</summary>
    public static Dictionary<string, string> Valid() => new()
    {
        ["ADC201"] = "3701022020081000000000000000000001AB",
        ["AAB301"] = "370102",
        ["AAE127"] = "20200810",
        ["AAC003"] = "王建国",
        ["AAC004"] = "1",
        ["AAC005"] = "01",
        ["AAC011"] = "30",
        ["AAC033"] = "1",
        ["AJC090"] = "20200715",
        ["AAC002"] = "370102198501152335",
        ["AAC058"] = "01",
        ["AAC044"] = "370102198501152335",
        ["AAB299"] = "370102",
        ["AAC010"] = "姚家街道1号",
        ["AAF016"] = "370102",
        ["AAC046"] = "姚家街道1号",
        ["AAC067"] = "13800000000",
        ["ADC221"] = "1",
        ["AJC093"] = "21",
        ["ADC222"] = "2",
    };

    public static Dictionary<string, string> With(params (string Code, string Text)[] changes)
    {
        var form = Valid();
        foreach (var (code, text) in changes)
        {
            form[code] = text;
        }

        return form;
    }

    public static IReadOnlyList<FieldFault> Faults(IReadOnlyDictionary<string, string> form) =>
        FieldRules.Application.Validate(form, CodeTableSet.Shipped, Today);

    public static string[] FaultyCodes(IReadOnlyDictionary<string, string> form) => [.. Faults(form).Select(fault => fault.Code)];
}

using Wenye.ServiceDefaults;

namespace Wenye.Registration.Forms;

/// <summary>Masks personal fields (脱敏) for callers whose role may not see them.</summary>
internal static class FormMasking
{
    // 姓名 keeps its first character; numbers keep what tells two records apart; the rest is hidden altogether.
    private static readonly Dictionary<string, Func<string, string>> Masks = new(StringComparer.Ordinal)
    {
        ["AAC003"] = Masked.Name,
        ["AAC002"] = id => Keep(id, first: 3, last: 4, hidden: 8),
        ["AAC044"] = id => Keep(id, first: 3, last: 4, hidden: 8),
        ["AAC067"] = phone => Keep(phone, first: 3, last: 4, hidden: 4),
        ["AAE005"] = Hide,
        ["AAC010"] = Hide,
        ["AAC046"] = Hide,
        ["AAE159"] = Hide,
        ["AAE461"] = Hide,
        ["ADC220"] = Hide,
        ["AAE815"] = Hide,
        ["AAE011"] = Masked.Name,
        ["AAE013"] = Hide,
    };

    /// <summary>The codes of the personal fields.</summary>
    public static IReadOnlyCollection<string> PersonalFields => Masks.Keys;

    /// <summary>A personal value as the caller may see it (脱敏): whole for those who review and serve, else masked.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="code">The ministry code whose mask applies.</param>
    /// <param name="value">Null is answered as nothing.</param>
    public static string Sight(this Caller caller, string code, string? value) =>
        string.IsNullOrEmpty(value) ? "" : caller.SeesPersonalData() ? value : Masks[code](value);

    /// <summary>Whether the caller's role may see personal data (可见个人信息): those who review and those who serve; that they did is entered in the audit log.</summary>
    public static bool SeesPersonalData(this Caller caller) =>
        (caller.Roles.Contains(Roles.Reviewer) || caller.Roles.Contains(Roles.Caseworker)) && AuditedCall.NoteFullRead();

    /// <summary>The same fields with the personal ones masked.</summary>
    public static Dictionary<string, string> Mask(IReadOnlyDictionary<string, string> fields) =>
        fields.ToDictionary(
            field => field.Key,
            field => Masks.TryGetValue(field.Key, out var mask) ? mask(field.Value) : field.Value,
            StringComparer.Ordinal);

    // What is hidden must be at least as much as makes the rest useless: a text too short for that is hidden altogether.
    private static string Keep(string text, int first, int last, int hidden) =>
        text.Length < first + hidden + last
            ? Hide(text)
            : string.Concat(text.AsSpan(0, first), new string('*', text.Length - first - last), text.AsSpan(text.Length - last));

    private static string Hide(string text) => "***";
}

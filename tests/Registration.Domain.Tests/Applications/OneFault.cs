using System.Globalization;
using Wenye.Registration.Domain.Applications;
using Wenye.Testing;

namespace Wenye.Registration.Domain.Tests.Applications;

/// <summary>A valid record in which one field is about to be made wrong.</summary>
internal sealed record Draft(FieldTable Table, FieldRule Row, Dictionary<string, string> Fields, DateOnly Today, Random Random)
{
    /// <summary>The record with this row's text replaced.</summary>
    public Dictionary<string, string> With(string text) => With((Row.Code, text));

    /// <summary>The record with some texts replaced, for faults that need the rest of the form to be so.</summary>
    public Dictionary<string, string> With(params (string Code, string Text)[] changes)
    {
        var wrong = new Dictionary<string, string>(Fields);
        foreach (var (code, text) in changes)
        {
            wrong[code] = text;
        }

        return wrong;
    }

    /// <summary>The row's own text, or one of the right length where it is empty.</summary>
    public string Text => Fields.TryGetValue(Row.Code, out var text) && text.Length > 0 ? text : new string('1', Row.Format.Length);

    public string Pick(params string[] from) => from[Random.Next(from.Length)];

    public string Insert(string something)
    {
        var at = Random.Next(Text.Length + 1);
        at -= at < Text.Length && at > 0 && char.IsLowSurrogate(Text[at]) ? 1 : 0;
        return Text.Insert(at, something);
    }

    public bool Has(FieldCheck check) => Row.Checks.Contains(check);
}

/// <summary>Every way in which one field breaks its row, and nothing else of the record does.</summary>
internal static class OneFault
{
    private const string SexField = "AAC004";

    /// <summary>Each makes the drafted field wrong, or says nothing where its row does not allow that fault.</summary>
    public static readonly (string Name, Func<Draft, Dictionary<string, string>?> Make)[] Kinds =
    [
        ("absent", draft => draft.Row.Presence == Presence.Required ? Without(draft) : null),
        ("empty", draft => draft.Row.Presence == Presence.Required ? draft.With("") : null),
        ("grade missing of a disabled person", draft => draft.Row.Code == "ALA040" ? draft.With(("AAC033", "6"), ("ALA040", "")) : null),
        ("reason missing of a rejection", draft => draft.Row.Code == "AAE360" ? draft.With(("AAE540", "2"), ("AAE360", "")) : null),
        ("only blanks", draft => draft.With(draft.Pick(" ", "   ", "\u3000", "\u00A0"))),
        ("control character", draft => draft.With(draft.Insert(draft.Pick("\0", "\u0007", "\t", "\n", "\r\n", "\u007F", "\u0085")))),
        ("character that reorders", draft => draft.With(draft.Insert(draft.Pick("\u202E", "\u2066", "\u2028", "\uFEFF")))),
        ("lost character", draft => draft.With(draft.Insert(draft.Pick("\uFFFD", "\uFFFF")))),
        ("half a character", draft => draft.With(draft.Text + draft.Pick("\uD842", "\uDFB7"))),
        ("one character too long", draft => draft.With(new string('1', draft.Row.Format.Length + 1))),
        ("one rare character too long", draft => draft.Row.Format.IsDigits ? null : draft.With(string.Concat(Enumerable.Repeat("𠮷", draft.Row.Format.Length + 1)))),
        ("not in the table", draft => draft.Row.Format.Table is null ? null : draft.With(draft.Pick("~", "０", "王", draft.Text[..^1] + "x"))),
        ("not digits", draft => draft.Row.Format.IsDigits ? draft.With(draft.Pick("2020-8-1", "２０２００８１０", "2020年8月", "20200a01", "-2020801")) : null),
        ("no day", draft => draft.Has(Checks.IsDay) ? draft.With(draft.Pick("20200230", "20190229", "20201301", "20200800", "00000101", "2020081", "202007")) : null),
        ("no month", draft => draft.Has(Checks.IsMonth) ? draft.With(draft.Pick("202013", "202000", "20208", "2020", "20200230")) : null),
        ("day to come", draft => draft.Has(Checks.IsNotAfterToday) ? draft.With(draft.Pick(Day(draft.Today.AddDays(1)), "99991231")) : null),
        ("month to come", draft => draft.Has(Checks.IsMonthNotAfterToday) ? draft.With(draft.Pick(Day(draft.Today.AddMonths(1))[..6], "999912")) : null),
        ("space in a name", draft => draft.Has(Checks.HasNoSpace) ? draft.With(draft.Insert(draft.Pick(" ", "\u3000", "\u00A0", "\u2003"))) : null),
        ("phone number", draft => draft.Has(Checks.IsMobileNumber) ? draft.With(draft.Pick("1380000000", "1380000000a", "138 0000000", "１３８００００００００")) : null),
        ("landline", draft => draft.Has(Checks.IsLandline) ? draft.With(draft.Pick("88888888", "0531—88888888", "531-88888888", "0531-888888", "0531-88888888-", "0531-88888888，", ",", "0531 88888888")) : null),
        ("too many intentions", draft => draft.Has(Checks.HasAtMostThreeIntentions) ? draft.With(draft.Pick("甲|乙|丙|丁", "|||", "甲||||乙")) : null),
        ("reason that is not asked", draft => draft.Has(Checks.OnlyForOtherReason) ? draft.With(("AJC093", "21"), ("ADC220", "家中有事")) : null),
        ("number of the platform", draft => draft.Has(Checks.IsOfTheMinistrysPlatform) ? draft.With("3701022020081000000000000000000001AB") : null),
        ("length of the number", draft => draft.Has(SocialSecurityNumber.IsWellFormed) ? draft.With(Id(draft)[..draft.Random.Next(1, 15)]) : null),
        ("letter in the number", draft => draft.Has(SocialSecurityNumber.IsWellFormed) ? draft.With(Replaced(Id(draft), draft.Random.Next(1, 17), 'A')) : null),
        ("one wrong digit", draft => draft.Has(SocialSecurityNumber.IsWellFormed) ? draft.With(WrongDigit(draft)) : null),
        ("number of the other sex", OtherSex),
    ];

    private static Dictionary<string, string> Without(Draft draft)
    {
        var wrong = new Dictionary<string, string>(draft.Fields);
        wrong.Remove(draft.Row.Code);
        return wrong;
    }

    private static Dictionary<string, string>? OtherSex(Draft draft)
    {
        if (!draft.Has(SocialSecurityNumber.AgreesWithSex) || draft.Table.Rows.All(row => row.Code != SexField))
        {
            return null;
        }

        var serial = 2 * draft.Random.Next(1, 499); // even: a woman's
        return draft.Random.Next(2) == 0
            ? draft.With((SexField, "1"), (draft.Row.Code, SyntheticPeople.ResidentId("370102", new DateOnly(1985, 1, 15), serial)))
            : draft.With((SexField, "2"), (draft.Row.Code, SyntheticPeople.ResidentId("370102", new DateOnly(1985, 1, 15), serial + 1)));
    }

    // The check character finds every single wrong digit (GB 11643).
    private static string WrongDigit(Draft draft)
    {
        var id = Id(draft);
        var at = draft.Random.Next(17);
        return Replaced(id, at, (char)('0' + ((id[at] - '0' + draft.Random.Next(1, 10)) % 10)));
    }

    private static string Id(Draft draft) => draft.Fields["AAC044"];

    private static string Replaced(string text, int at, char by) => text[..at] + by + text[(at + 1)..];

    private static string Day(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
}

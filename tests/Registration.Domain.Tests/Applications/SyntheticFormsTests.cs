using FsCheck;
using FsCheck.Fluent;
using Wenye.CodeTables;
using Wenye.Registration.Domain.Applications;
using Wenye.Testing;

namespace Wenye.Registration.Domain.Tests.Applications;

public sealed class SyntheticFormsTests
{
    private static readonly DateOnly[] Days = [new(2020, 7, 1), new(2020, 8, 10), new(2026, 11, 21)];

    // Each makes one field wrong, whatever the rest of the form says; null where it does not apply to the field.
    private static readonly (string Name, Func<FieldRule, string?> Text)[] Faults =
    [
        ("missing", rule => rule.Presence == Presence.Required ? "" : null),
        ("blank", _ => " "),
        ("full-width space", _ => "\u3000"),
        ("control character", _ => "\u0007"),
        ("lost character", _ => "1\uFFFD"),
        ("too long", rule => new string('1', rule.Format.Length + 1)),
        ("not in the table", rule => rule.Format.Table is null ? null : "~"),
        ("not digits", rule => rule.Format.IsDigits || rule.Code == "AAC067" ? "2020年8月" : null),
        ("in the future", rule => rule.Format.IsDigits ? "99991231" : null),
    ];

    [Fact]
    public void A_synthetic_form_is_valid() =>
        Prop.ForAll(Seeds(), seed => Days.All(day => Validate(SyntheticForms.Valid(seed, day), day).Count == 0))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void One_fault_is_reported_as_exactly_that_field() =>
        Prop.ForAll(Seeds(), Seeds(), (seed, choice) =>
        {
            var day = Days[seed % Days.Length];
            var form = SyntheticForms.Valid(seed, day);
            var rule = FieldRules.Application.Rows[choice % FieldRules.Application.Rows.Count];
            foreach (var (name, text) in Faults)
            {
                if (text(rule) is { } wrong)
                {
                    var bad = new Dictionary<string, string>(form) { [rule.Code] = wrong };
                    Validate(bad, day).ShouldHaveSingleItem(name).Code.ShouldBe(rule.Code, name);
                }
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_wrong_check_character_is_always_found() =>
        Prop.ForAll(Seeds(), Seeds(), (seed, change) =>
        {
            var day = Days[0];
            var form = SyntheticForms.Valid(seed, day);
            var id = form["AAC044"];
            var position = change % 17;
            var digit = (char)('0' + ((id[position] - '0' + 1 + (change % 9)) % 10));
            form["AAC002"] = id[..position] + digit + id[(position + 1)..];
            Validate(form, day).ShouldHaveSingleItem().Code.ShouldBe("AAC002");
        }).QuickCheckThrowOnFailure();

    private static Arbitrary<int> Seeds() => Gen.Choose(0, 9_999_999).ToArbitrary();

    private static IReadOnlyList<FieldFault> Validate(Dictionary<string, string> form, DateOnly day) =>
        FieldRules.Application.Validate(form, CodeTableSet.Shipped, day);
}

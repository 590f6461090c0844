using System.Text.Json;
using Wenye.CodeTables;
using Wenye.Registration.Domain.Applications;

namespace Wenye.Registration.Domain.Tests.Applications;

/// <summary>The forms that <c>./platform demo</c> submits.</summary>
public sealed class DemoFormsTests
{
    [Fact]
    public void The_good_form_is_valid_from_its_day_on()
    {
        var form = Read("application.json");

        form.Keys.ShouldBe(FieldRules.Application.Rows.Select(row => row.Code));
        Validate(form, new DateOnly(2026, 11, 16)).ShouldBeEmpty();
        Validate(form, new DateOnly(2036, 1, 1)).ShouldBeEmpty();
    }

    [Fact]
    public void The_bad_form_has_four_faults() =>
        Validate(Read("bad-application.json"), new DateOnly(2026, 11, 16)).ShouldBe(["AAC003", "AAC002", "AAC010", "AJC093"]);

    private static IEnumerable<string> Validate(Dictionary<string, string> form, DateOnly day) =>
        FieldRules.Application.Validate(form, CodeTableSet.Shipped, day).Select(fault => fault.Code);

    private static Dictionary<string, string> Read(string name) =>
        JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(Path.Combine(RepositoryRoot.Folder, "demo", name)))!;
}

using Wenye.CodeTables;
using Wenye.Registration.Domain.Applications;

namespace Wenye.Registration.Domain.Tests.Applications;

/// <summary>Where the review result and the exit differ from the application, and the application made here.</summary>
public sealed class RecordRulesTests
{
    [Theory]
    [InlineData("202007", true)]
    [InlineData("202008", true)] // this month began before today
    [InlineData("202009", false)]
    [InlineData("202013", false)]
    [InlineData("2020", false)]
    [InlineData("2020-7", false)]
    [InlineData("20200715", true)] // the printed length is 8
    [InlineData("20200811", false)]
    [InlineData("20200231", false)]
    public void The_result_asks_since_which_month(string text, bool valid) => Result(("AJC090", text)).ShouldBe(valid ? [] : ["AJC090"]);

    [Theory]
    [InlineData("AAC010", 100)]
    [InlineData("AAC046", 100)]
    [InlineData("AAE360", 100)]
    [InlineData("AAE013", 100)]
    [InlineData("AAE011", 20)]
    [InlineData("AAC003", 50)]
    public void A_length_counts_characters_outside_the_basic_plane_once(string code, int most)
    {
        Result((code, string.Concat(Enumerable.Repeat("𠮷", most)))).ShouldBeEmpty();
        Result((code, new string('长', most + 1))).ShouldBe([code]);
    }

    [Theory]
    [InlineData("0531-88888888,010-88888888-123456", true)]
    [InlineData("0531-88888888,010-88888888-123456,020-888", false)]
    public void The_result_holds_two_landlines(string text, bool valid) => Result(("AAE005", text)).ShouldBe(valid ? [] : ["AAE005"]);

    [Theory]
    [InlineData("1", "", true)]
    [InlineData("1", "补充说明", true)]
    [InlineData("2", "本人已就业", true)]
    [InlineData("2", "", false)]
    public void A_rejection_says_why(string result, string reason, bool valid) =>
        Result(("AAE540", result), ("AAE360", reason)).ShouldBe(valid ? [] : ["AAE360"]);

    [Theory]
    [InlineData("AAZ341", "", false)]
    [InlineData("AAZ341", "1234567890123456789", false)]
    [InlineData("ADC201", "", true)] // an application made here
    [InlineData("AAE540", "3", false)]
    [InlineData("AAE540", "", false)]
    [InlineData("AAE011", "张 三", false)]
    [InlineData("AAE011", "", false)]
    [InlineData("AAE036", "20200810", true)]
    [InlineData("AAE036", "20200811", false)]
    [InlineData("AAE036", "202008", false)]
    [InlineData("AAE036", "", false)]
    [InlineData("ACA112", "甲|乙|丙|丁", false)]
    [InlineData("AAC002", "", true)]
    public void The_rows_of_the_result_alone(string code, string text, bool valid) => Result((code, text)).ShouldBe(valid ? [] : [code]);

    [Theory]
    [InlineData("AAC002", "", false)] // here it is required
    [InlineData("AAC002", "370102198501152331", false)]
    [InlineData("AAC002", "H0000000001", true)]
    [InlineData("ADC210", "20200810", true)]
    [InlineData("ADC210", "20200811", false)]
    [InlineData("ADC210", "202007", false)]
    [InlineData("ADC210", "", false)]
    [InlineData("AJC00A", "90", true)]
    [InlineData("AJC00A", "22", false)]
    [InlineData("AJC00A", "", false)]
    [InlineData("AAE011", "张\u3000三", false)]
    [InlineData("AAE036", "20200811", false)]
    [InlineData("AAB301", "370199", false)]
    [InlineData("AAC004", "1", false)] // the exit has no sex
    public void The_rows_of_the_exit(string code, string text, bool valid) => Exit((code, text)).ShouldBe(valid ? [] : [code]);

    [Fact]
    public void Empty_records_lack_every_required_field()
    {
        Codes(FieldRules.ReviewResult, []).ShouldBe(FieldRules.ReviewResult.Rows.Where(row => row.Presence == Presence.Required).Select(row => row.Code));
        Codes(FieldRules.Deregistration, []).ShouldBe(FieldRules.Deregistration.Rows.Take(10).Select(row => row.Code));
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("3701022020081000000000000000000001AB", false)]
    [InlineData(" ", false)]
    public void An_application_made_here_has_no_number_of_the_platform(string number, bool valid) =>
        Codes(FieldRules.LocalApplication, Forms.With(("ADC201", number))).ShouldBe(valid ? [] : ["ADC201"]);

    private static string[] Result(params (string Code, string Text)[] changes) => Codes(FieldRules.ReviewResult, Forms.With(
    [
        ("AAZ341", "370102000000000001"), ("AJC090", "202007"), ("AAE540", "1"), ("AAE011", "张三"), ("AAE036", "20200810"), .. changes,
    ]));

    private static string[] Exit(params (string Code, string Text)[] changes)
    {
        var form = Forms.Valid();
        string[] shared = ["AAB301", "AAC003", "AAC002", "AAC058", "AAC044"];
        var record = shared.ToDictionary(code => code, code => form[code]);
        (string Code, string Text)[] own =
        [
            ("AAZ341", "370102000000000001"), ("ADC210", "20200810"), ("AJC00A", "11"), ("AAE011", "张三"), ("AAE036", "20200810"),
        ];
        foreach (var (code, text) in own.Concat(changes))
        {
            record[code] = text;
        }

        return Codes(FieldRules.Deregistration, record);
    }

    private static string[] Codes(FieldTable table, Dictionary<string, string> record) =>
        [.. table.Validate(record, CodeTableSet.Shipped, Forms.Today).Select(fault => fault.Code)];
}

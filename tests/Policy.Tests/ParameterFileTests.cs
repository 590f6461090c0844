namespace Wenye.Policy.Tests;

public sealed class ParameterFileTests
{
    private const string Cite = "cite: {document: 鲁〔2020〕1号, item: 一}";

    [Theory]
    [InlineData("unit: parsecs", "单位“parsecs”未知")]
    [InlineData("unit: days\n  values: [{region: \"370000\", from: 2020-01-01, value: 7}]", "缺少依据")]
    [InlineData("unit: days\n  values: [{region: \"370000\", from: 2020-01-01, value: 7, cite: {document: 鲁〔2020〕1号}}]", "缺少依据")]
    [InlineData("unit: days\n  values: [{region: \"370000\", value: 7, " + Cite + "}]", "缺少 from")]
    [InlineData("unit: days\n  values: [{region: \"370000\", from: 2020-02-30, value: 7, " + Cite + "}]", "不是日期")]
    [InlineData("unit: days\n  values: [{region: \"370000\", from: 2020-02-01, to: 2020-01-01, value: 7, " + Cite + "}]", "截止日早于起始日")]
    [InlineData("unit: days\n  values: [{region: Jinan, from: 2020-01-01, value: 7, " + Cite + "}]", "不是6位行政区划代码")]
    [InlineData("unit: days\n  values: [{region: \"370000\", from: 2020-01-01, value: seven, " + Cite + "}]", "与单位 days 不符")]
    [InlineData("unit: terms\n  values: [{region: \"370000\", from: 2020-01-01, value: 7, " + Cite + "}]", "与单位 terms 不符")]
    [InlineData("unit: date\n  values: [{region: \"370000\", from: 2020-01-01, value: 2020-13-01, " + Cite + "}]", "与单位 date 不符")]
    [InlineData("unit: date\n  values: [{region: \"370000\", from: 2020-01-01, value: [2020-12-31], " + Cite + "}]", "与单位 date 不符")]
    [InlineData("unit: days", "没有值")]
    [InlineData("unit: days\n  set_by: nobody\n  " + Cite, "没有值")]
    [InlineData("unit: days\n  set_by: city", "缺少依据")]
    public void A_faulty_entry_does_not_load(string entry, string fault) => Load(entry).Message.ShouldContain(fault);

    [Fact]
    public void A_gap_between_two_values_of_a_region_does_not_load() =>
        Load($"""
            unit: days
              values:
                - {"{"}region: "370000", from: 2020-01-01, to: 2020-03-31, value: 7, {Cite}{"}"}
                - {"{"}region: "370000", from: 2020-05-01, value: 8, {Cite}{"}"}
            """).Message.ShouldContain("2020-04-01至2020-04-30没有值");

    [Theory]
    [InlineData("")]
    [InlineData(", supersedes: 鲁〔2019〕9号 一")]
    public void An_overlap_without_a_stated_winner_does_not_load(string supersedes) =>
        Load($"""
            unit: days
              values:
                - {"{"}region: "370000", from: 2020-01-01, value: 7, {Cite}{"}"}
                - {"{"}region: "370000", from: 2020-05-01, value: 8, cite: {"{"}document: 鲁〔2020〕2号, item: 一{"}"}{supersedes}{"}"}
            """).Message.ShouldContain("须由后发文件写明 supersedes: 鲁〔2020〕1号 一");

    [Fact]
    public void Text_that_is_no_yaml_names_its_line() =>
        Should.Throw<PolicyDataException>(() => ParameterSet.Load([("t", "- name: [")], WorkingCalendar.StateCouncil)).Message.ShouldContain("不是有效的YAML");

    [Fact]
    public void Two_parameters_of_one_name_do_not_load() =>
        Should.Throw<PolicyDataException>(() => SampleProgram.Load(SampleProgram.Yaml + "\n" + SampleProgram.Yaml)).Message.ShouldContain("重复");

    [Theory]
    [InlineData("sample.ceiling")]
    [InlineData("sample.unheard_of")]
    public void An_operator_sets_only_what_a_document_leaves_to_the_city(string name) =>
        Should.Throw<PolicyDataException>(() => SampleProgram.Parameters.With("city", $"- name: {name}")).Message.ShouldContain("不由各市确定");

    [Fact]
    public void A_day_that_a_clause_names_is_compared_as_a_day()
    {
        var set = ParameterSet.Load([("t", $"- name: t.until\n  title: 截止日\n  unit: date\n  values: [{{region: \"370000\", from: 2020-01-01, value: 2020-12-31, {Cite}}}]")], WorkingCalendar.StateCouncil);
        var until = set.At(Division.Parse("370100"), new(2020, 6, 1)).Get(Parameter.Day("t.until"));
        until.Value.ShouldBe(new(2020, 12, 31));
        var last = Fact.Known("applied_on", new DateOnly(2020, 12, 31)).AtMost(until);
        (last.Answer, last.ThresholdText).ShouldBe((Answer.Met, "≤ 2020-12-31"));
        Fact.Known("applied_on", new DateOnly(2021, 1, 1)).AtMost(until).Answer.ShouldBe(Answer.NotMet);
        Should.Throw<InvalidOperationException>(() => PolicyValue.Of(7m).Day);
    }

    [Fact]
    public void A_term_that_the_enum_lacks_is_found_on_use()
    {
        var set = SampleProgram.Load(SampleProgram.Yaml.Replace("[small, large]", "[small, tiny]", StringComparison.Ordinal));
        Should.Throw<InvalidDataException>(() => SampleProgram.Decide(new(), set.At(Division.Nation, new(2020, 1, 1)))).Message.ShouldContain("tiny");
    }

    private static PolicyDataException Load(string entry) =>
        Should.Throw<PolicyDataException>(() => ParameterSet.Load([("t", $"- name: t.days\n  title: 天数\n  {entry}")], WorkingCalendar.StateCouncil));
}

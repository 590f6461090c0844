using FsCheck.Fluent;

namespace Wenye.Policy.Tests;

public sealed class ResolverTests
{
    private static readonly Parameter<int> Days = Parameter.Count("t.days", Unit.Days);

    [Theory]
    [InlineData("370102", "2019-12-31", 1)]
    [InlineData("370102", "2020-01-10", 2)]
    [InlineData("370102", "2020-02-10", 3)]
    [InlineData("370102", "2020-02-25", 4)]
    [InlineData("370102", "2020-03-10", 4)]
    [InlineData("370102", "2020-05-10", 2)]
    [InlineData("370200", "2020-03-10", 2)]
    [InlineData("210300", "2020-03-10", 1)]
    public void The_day_decides_then_the_nearest_region_then_the_later_document(string region, string day, int expected) =>
        Layered.At(Division.Parse(region), DateOnly.Parse(day)).Get(Days).Value.ShouldBe(expected);

    [Fact]
    public void The_explanation_says_what_won_what_it_displaced_and_why()
    {
        var use = Layered.At(Division.Parse("370102"), new(2020, 3, 10)).Get(Days).Use;
        use.Explanation.ShouldBe(
            "适用济〔2020〕2号 一（市370100，2020-02-20起）：4日。" +
            "取代济〔2020〕1号 一（3日）：同一地区以后发文件（2020-03-01）为准。" +
            "优先于省的鲁〔2020〕1号 一（2日）：按区县、市、省、全国的顺序适用。" +
            "优先于全国的部〔2019〕1号 一（1日）：按区县、市、省、全国的顺序适用。" +
            "追溯至2月20日。");
        use.Region.Code.ShouldBe("370100");
        use.Clause.Citation.ShouldBe("济〔2020〕2号 一");
    }

    [Fact]
    public void Nothing_in_force_is_unset_and_says_so()
    {
        var days = Layered.At(Division.Parse("370102"), new(2018, 1, 1)).Get(Days);
        days.IsSet.ShouldBeFalse();
        Should.Throw<InvalidOperationException>(() => days.Value);
        days.Use.Explanation.ShouldContain("没有关于“天数”的有效规定");
    }

    [Fact]
    public void A_parameter_that_no_file_has_or_of_another_unit_is_a_fault_of_the_program()
    {
        var policy = Layered.At(Division.Nation, new(2020, 1, 1));
        Should.Throw<InvalidDataException>(() => policy.Get(Parameter.Count("t.other", Unit.Days)));
        Should.Throw<InvalidDataException>(() => policy.Get(Parameter.Count("t.days", Unit.Months)));
    }

    [Fact]
    public void Exactly_one_document_wins_whatever_the_order_of_the_file() =>
        Properties.Hold(
            from dates in Gen.Choose(0, 1500).ListOf(5)
            from seed in Gen.Choose(0, 1000)
            from division in Properties.Divisions
            from day in Gen.Choose(0, 1800)
            select (Issued: dates.Distinct().ToList(), seed, division, Day: new DateOnly(2019, 1, 1).AddDays(day)),
            draw =>
            {
                var values = draw.Issued.Select((offset, index) => (Region: Regions[index], Issued: new DateOnly(2019, 1, 1).AddDays(offset), Value: index)).ToList();
                var shuffled = values.OrderBy(value => (value.Value * 7919 + draw.seed) % 31).Select(Line);
                var policy = Load(string.Join('\n', shuffled)).At(draw.division, draw.Day);
                var expected = values.Where(value => value.Region.Contains(draw.division) && value.Issued <= draw.Day).OrderByDescending(value => value.Region.Level).Select(value => (int?)value.Value).FirstOrDefault();
                var days = policy.Get(Days);
                return expected == (days.IsSet ? days.Value : null);
            });

    private static readonly Division[] Regions = [Division.Nation, Division.Parse("370000"), Division.Parse("370100"), Division.Parse("370101"), Division.Parse("210000")];

    private static readonly ParameterSet Layered = Load("""
            - {region: "370100", from: 2020-03-01, applies_from: 2020-02-20, to: 2020-04-30, value: 4, cite: {document: 济〔2020〕2号, item: 一}, supersedes: 济〔2020〕1号 一, note: 追溯至2月20日。}
            - {region: "000000", from: 2019-01-01, value: 1, cite: {document: 部〔2019〕1号, item: 一}}
            - {region: "370000", from: 2020-01-01, value: 2, cite: {document: 鲁〔2020〕1号, item: 一}}
            - {region: "370100", from: 2020-02-01, to: 2020-04-30, value: 3, cite: {document: 济〔2020〕1号, item: 一}}
        """);

    private static string Line((Division Region, DateOnly Issued, int Value) value) =>
        $"    - {{region: \"{value.Region}\", from: {value.Issued:yyyy-MM-dd}, value: {value.Value}, cite: {{document: 文〔{value.Value}〕号, item: 一}}}}";

    private static ParameterSet Load(string values) =>
        ParameterSet.Load([("t", $"- name: t.days\n  title: 天数\n  unit: days\n  values:\n{values}")], WorkingCalendar.StateCouncil);
}

using FsCheck;
using FsCheck.Fluent;
using Wenye.Policy;
using Wenye.Stabilization.Domain.EnterpriseSizes;

namespace Wenye.Stabilization.Domain.Tests.EnterpriseSizes;

public sealed class EnterpriseSizeTests
{
    private static readonly PolicyContext Here = StabilizationParameters.Shipped.At(Division.Parse("370000"), new(2020, 9, 21));

    [Theory]
    [InlineData("A", "四(一)")]
    [InlineData("05", "四(一)")]
    [InlineData("B", "四(二)")]
    [InlineData("c", "四(二)")]
    [InlineData("C3411", "四(二)")]
    [InlineData("46", "四(二)")]
    [InlineData("E", "四(三)")]
    [InlineData("50", "四(三)")]
    [InlineData("F51", "四(四)")]
    [InlineData(" 52 ", "四(五)")]
    [InlineData("54", "四(六)")]
    [InlineData("591", "四(六)")]
    [InlineData("G592", "四(七)")]
    [InlineData("60", "四(八)")]
    [InlineData("H61", "四(九)")]
    [InlineData("62", "四(十)")]
    [InlineData("64", "四(十一)")]
    [InlineData("I65", "四(十二)")]
    [InlineData("K701", "四(十三)")]
    [InlineData("7020", "四(十四)")]
    [InlineData("L", "四(十五)")]
    [InlineData("M", "四(十六)")]
    [InlineData("703", "四(十六)")]
    [InlineData("85", "四(十六)")]
    [InlineData("R", "四(十六)")]
    public void An_industry_is_measured_by_its_own_item(string code, string item) =>
        Decide(code, 1, 1, 1).Findings[^1].Clause.Citation.ShouldBe($"工信部联企业〔2011〕300号 {item}");

    [Theory]
    [InlineData("G53")]
    [InlineData("J")]
    [InlineData("66")]
    [InlineData("P83")]
    [InlineData("84")]
    [InlineData("S")]
    [InlineData("97")]
    public void Some_industries_the_standard_does_not_cover(string code) =>
        Decide(code, 1, 1, 1).RefusedBy.Select(clause => clause.Citation).ShouldBe(["工信部联企业〔2011〕300号 三"]);

    [Theory]
    [InlineData("")]
    [InlineData("F")]
    [InlineData("G")]
    [InlineData("K")]
    [InlineData("70")]
    [InlineData("G59")]
    [InlineData("Q")]
    [InlineData("U")]
    [InlineData("5")]
    [InlineData("00")]
    [InlineData("98")]
    [InlineData("F61")]
    [InlineData("C34111")]
    [InlineData("制造业")]
    [InlineData("３４")]
    public void A_code_that_does_not_tell_the_industry_asks_for_it(string code)
    {
        var decision = Decide(code, 1, 1, 1);
        decision.Outcome.ShouldBe(Policy.Outcome.Incomplete);
        decision.Missing.ShouldBe(["industry"]);
    }

    [Fact]
    public void More_of_anything_never_makes_a_firm_smaller()
    {
        var codes = Gen.Elements("A", "C", "E", "51", "52", "54", "592", "60", "61", "62", "63", "65", "701", "702", "L", "M");
        var numbers = Gen.Choose(0, 130_000).Select(number => (decimal)number);
        var firms = from code in codes
                    from employees in Gen.Choose(0, 2500)
                    from revenue in numbers
                    from assets in numbers
                    from more in Gen.Choose(0, 2000)
                    select (code, employees, revenue, assets, more);
        Prop.ForAll(firms.ToArbitrary(), firm =>
        {
            var size = Decide(firm.code, firm.employees, firm.revenue, firm.assets).Result!.Size;
            return Decide(firm.code, firm.employees + firm.more, firm.revenue, firm.assets).Result!.Size <= size
                && Decide(firm.code, firm.employees, firm.revenue + firm.more, firm.assets).Result!.Size <= size
                && Decide(firm.code, firm.employees, firm.revenue, firm.assets + firm.more).Result!.Size <= size;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_decision_can_be_taken_again_from_its_record() =>
        Policy.Replay.Run(DecisionJson.Write(Decide("C", 300, 2000, 0)), StabilizationPrograms.All, StabilizationParameters.Shipped, out _).ShouldBe(ReplayResult.Same);

    private static Decision<FoundSize> Decide(string code, decimal employees, decimal revenue, decimal assets) =>
        EnterpriseSize.Decide(new() { Industry = code, Employees = employees, Revenue = revenue, Assets = assets }, Here);
}

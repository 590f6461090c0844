using FsCheck.Fluent;

namespace Wenye.Policy.Tests;

public sealed class DivisionTests
{
    [Theory]
    [InlineData("370102", DivisionLevel.District, "370100")]
    [InlineData("370100", DivisionLevel.City, "370000")]
    [InlineData("370000", DivisionLevel.Province, "000000")]
    [InlineData("000000", DivisionLevel.Nation, "000000")]
    public void Level_and_parent_follow_from_the_zeros(string code, DivisionLevel level, string parent)
    {
        var division = Division.Parse(code);
        division.Level.ShouldBe(level);
        division.Parent.Code.ShouldBe(parent);
        division.ToString().ShouldBe(code);
    }

    [Theory]
    [InlineData("")]
    [InlineData("37010")]
    [InlineData("37010A")]
    [InlineData("3701020")]
    [InlineData("000100")]
    [InlineData("370001")]
    [InlineData("３70102")]
    public void Other_text_is_no_division(string code)
    {
        Division.TryParse(code, out _).ShouldBeFalse();
        Should.Throw<FormatException>(() => Division.Parse(code)).Message.ShouldContain("6位数字");
    }

    [Fact]
    public void A_division_contains_exactly_those_that_have_it_above() =>
        Properties.Hold(
            from one in Properties.Divisions
            from other in Properties.Divisions
            select (one, other),
            pair => pair.one.Contains(pair.other) == pair.other.SelfAndAbove.Contains(pair.one));
}

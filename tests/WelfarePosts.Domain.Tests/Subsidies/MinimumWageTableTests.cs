using Wenye.Policy;
using Wenye.WelfarePosts.Domain.Subsidies;

namespace Wenye.WelfarePosts.Domain.Tests.Subsidies;

/// <summary>Made-up figures: the platform ships none.</summary>
public sealed class MinimumWageTableTests
{
    private static readonly Division Province = Division.Parse("370000");
    private static readonly MinimumWageTable Table = new(
        [Tier(1, "2020-01-01", "2020-12-31", 1001), Tier(2, "2020-01-01", "2020-12-31", 901), Tier(1, "2021-01-01", "9999-12-31", 1101)],
        [Place("370800", 2, "2020-01-01", "9999-12-31"), Place("370811", 1, "2020-07-01", "9999-12-31")]);

    [Theory]
    [InlineData("370811", "2020-06-30", 901)]
    [InlineData("370811", "2020-07-01", 1001)]
    [InlineData("370811", "2020-12-31", 1001)]
    [InlineData("370811", "2021-01-01", 1101)]
    [InlineData("370812", "2020-07-01", 901)]
    [InlineData("370800", "2020-07-01", 901)]
    public void A_district_has_the_figures_of_its_tier_or_its_citys(string division, string day, int monthly) =>
        Table.On(Division.Parse(division), DateOnly.Parse(day))!.Value.Monthly.ShouldBe(Money.FromYuan(monthly));

    [Theory]
    [InlineData("370812", "2021-01-01")]
    [InlineData("370812", "2019-12-31")]
    [InlineData("370102", "2020-07-01")]
    [InlineData("370000", "2020-07-01")]
    [InlineData("000000", "2020-07-01")]
    public void What_nobody_stated_is_unknown(string division, string day) => Table.On(Division.Parse(division), DateOnly.Parse(day)).ShouldBeNull();

    [Fact]
    public void Two_figures_or_two_tiers_on_one_day_are_refused()
    {
        Should.Throw<ArgumentException>(() => new MinimumWageTable([Tier(1, "2020-01-01", "2020-12-31", 1), Tier(1, "2020-12-31", "2021-12-31", 2)], []));
        Should.Throw<ArgumentException>(() => new MinimumWageTable([], [Place("370811", 1, "2020-01-01", "2020-12-31"), Place("370811", 2, "2020-12-31", "2021-12-31")]));
    }

    [Fact]
    public void Tiers_are_a_provinces_and_places_are_cities_or_districts()
    {
        Should.Throw<ArgumentException>(() => new MinimumWageTable([Tier(1, "2020-01-01", "2020-12-31", 1) with { Province = Division.Parse("370800") }], []));
        Should.Throw<ArgumentException>(() => new MinimumWageTable([], [Place("370000", 1, "2020-01-01", "2020-12-31")]));
    }

    private static MinimumWageTier Tier(int tier, string from, string to, int monthly) =>
        new(Province, tier, new(DateOnly.Parse(from), DateOnly.Parse(to)), Money.FromYuan(monthly), monthly / 100m);

    private static MinimumWagePlace Place(string division, int tier, string from, string to) =>
        new(Division.Parse(division), tier, new(DateOnly.Parse(from), DateOnly.Parse(to)));
}

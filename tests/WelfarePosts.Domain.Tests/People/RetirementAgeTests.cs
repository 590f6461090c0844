using FsCheck;
using FsCheck.Fluent;
using Wenye.WelfarePosts.Domain.People;

namespace Wenye.WelfarePosts.Domain.Tests.People;

public sealed class RetirementAgeTests
{
    private static readonly DateOnly Now = new(2026, 11, 22);

    [Theory]
    [InlineData("1964-12-31", RetirementClass.Man60, "2024-12-31")]
    [InlineData("1965-01-01", RetirementClass.Man60, "2025-02-01")]
    [InlineData("1965-04-30", RetirementClass.Man60, "2025-05-30")]
    [InlineData("1965-05-15", RetirementClass.Man60, "2025-07-15")]
    [InlineData("1976-08-31", RetirementClass.Man60, "2039-07-31")]
    [InlineData("1976-09-01", RetirementClass.Man60, "2039-09-01")]
    [InlineData("1990-01-01", RetirementClass.Man60, "2053-01-01")]
    [InlineData("1969-12-31", RetirementClass.Woman55, "2024-12-31")]
    [InlineData("1971-04-10", RetirementClass.Woman55, "2026-08-10")]
    [InlineData("1981-09-01", RetirementClass.Woman55, "2039-09-01")]
    [InlineData("1974-12-31", RetirementClass.Woman50, "2024-12-31")]
    [InlineData("1975-01-31", RetirementClass.Woman50, "2025-02-28")]
    [InlineData("1975-03-01", RetirementClass.Woman50, "2025-05-01")]
    [InlineData("1984-11-01", RetirementClass.Woman50, "2039-11-01")]
    [InlineData("1990-06-30", RetirementClass.Woman50, "2045-06-30")]
    public void The_day_is_that_of_the_rules_of_2025(string birth, RetirementClass retires, string day) =>
        RetirementAge.DateOf(DateOnly.Parse(birth), retires, Now).ShouldBe(DateOnly.Parse(day));

    [Fact]
    public void A_decision_of_before_the_reform_knows_no_delay()
    {
        var birth = new DateOnly(1975, 6, 1);
        RetirementAge.DateOf(birth, RetirementClass.Man60, new(2024, 9, 12)).ShouldBe(new(2035, 6, 1));
        RetirementAge.DateOf(birth, RetirementClass.Man60, new(2024, 9, 13)).ShouldBe(new(2038, 2, 1));
    }

    [Fact]
    public void Nobody_retires_before_somebody_older() =>
        Prop.ForAll(Births.ToArbitrary(), Gen.Choose(0, 900).ToArbitrary(), Gen.Elements(Enum.GetValues<RetirementClass>()).ToArbitrary(), (birth, days, retires) =>
            RetirementAge.DateOf(birth, retires, Now) <= RetirementAge.DateOf(birth.AddDays(days), retires, Now)).QuickCheckThrowOnFailure();

    [Fact]
    public void A_delay_grows_by_at_most_a_month_a_month_and_never_beyond_its_limit() =>
        Prop.ForAll(Births.ToArbitrary(), Gen.Elements(Enum.GetValues<RetirementClass>()).ToArbitrary(), (birth, retires) =>
        {
            var (delay, next) = (RetirementAge.DelayMonths(birth, retires), RetirementAge.DelayMonths(birth.AddMonths(1), retires));
            return next - delay is 0 or 1 && delay >= 0 && delay <= (retires == RetirementClass.Woman50 ? 60 : 36);
        }).QuickCheckThrowOnFailure();

    private static Gen<DateOnly> Births => Gen.Choose(0, 25_000).Select(days => new DateOnly(1940, 1, 1).AddDays(days));
}

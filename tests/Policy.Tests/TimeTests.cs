namespace Wenye.Policy.Tests;

public sealed class TimeTests
{
    [Fact]
    public void Today_is_the_day_in_china()
    {
        ChinaTime.Today(new FixedClock("2020-08-31T15:59:59Z")).ShouldBe(new DateOnly(2020, 8, 31));
        ChinaTime.Today(new FixedClock("2020-08-31T16:00:00Z")).ShouldBe(new DateOnly(2020, 9, 1));
    }

    [Theory]
    [InlineData("2004-09-01", "2020-09-01", 16)]
    [InlineData("2004-09-01", "2020-08-31", 15)]
    [InlineData("2004-02-29", "2021-02-28", 16)]
    [InlineData("2004-02-29", "2021-03-01", 17)]
    [InlineData("2020-09-01", "2020-08-31", -1)]
    public void The_birthday_completes_a_year(string birth, string day, int years) =>
        Age.CompletedYears(DateOnly.Parse(birth), DateOnly.Parse(day)).ShouldBe(years);

    [Fact]
    public void Months_count_over_years_and_shorten_days()
    {
        var december = YearMonth.Parse("2020-12");
        december.AddMonths(2).ToString().ShouldBe("2021-02");
        december.AddMonths(2).Day(29).ShouldBe(new DateOnly(2021, 2, 28));
        december.LastDay.ShouldBe(new DateOnly(2020, 12, 31));
        (YearMonth.Of(new(2021, 1, 1)) > december).ShouldBeTrue();
        YearMonth.TryParse("2020-13", out _).ShouldBeFalse();
        Should.Throw<FormatException>(() => YearMonth.Parse("2020"));
        Should.Throw<ArgumentOutOfRangeException>(() => new YearMonth(2020, 13));
    }

    [Fact]
    public void A_period_includes_both_ends()
    {
        var period = new DateRange(new(2020, 8, 21), new(2020, 9, 20));
        period.Days.ShouldBe(31);
        period.Contains(period.From).ShouldBeTrue();
        period.Contains(period.To.AddDays(1)).ShouldBeFalse();
        period.Overlaps(new(period.To, period.To)).ShouldBeTrue();
        Should.Throw<ArgumentException>(() => new DateRange(period.To, period.From));
    }

    private sealed class FixedClock(string now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => DateTimeOffset.Parse(now);
    }
}

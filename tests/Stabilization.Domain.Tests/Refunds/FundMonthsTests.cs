using Wenye.Policy;
using Wenye.Stabilization.Domain.Refunds;

namespace Wenye.Stabilization.Domain.Tests.Refunds;

public sealed class FundMonthsTests
{
    [Theory]
    [InlineData("2020-03-13", "2019-12")]
    [InlineData("2020-06-07", "2019-12")]
    [InlineData("2020-06-08", "2020-05")]
    [InlineData("2020-06-30", "2020-05")]
    [InlineData("2020-07-01", "2020-06")]
    [InlineData("2021-01-01", "2020-12")]
    public void Before_63号_the_balance_of_last_year_governs_after_it_that_of_the_month_before(string day, string month) =>
        FundMonths.GoverningMonth(StabilizationParameters.Shipped.At(Firms.Zibo, DateOnly.Parse(day))).ShouldBe(YearMonth.Parse(month));

    [Fact]
    public void A_pool_that_falls_below_stops_from_the_next_month_and_goes_on_when_restored()
    {
        var figures = new Dictionary<YearMonth, decimal> { [new(2020, 6)] = 12m, [new(2020, 7)] = 11.9m, [new(2020, 8)] = 12m };
        Outcome On(DateOnly day)
        {
            var governing = FundMonths.GoverningMonth(StabilizationParameters.Shipped.At(Firms.Zibo, day));
            return (Firms.Ordinary with { FundMonths = figures[governing] }).On(day).Outcome;
        }

        On(new(2020, 7, 31)).ShouldBe(Outcome.Granted);
        On(new(2020, 8, 1)).ShouldBe(Outcome.Refused);
        On(new(2020, 8, 31)).ShouldBe(Outcome.Refused);
        On(new(2020, 9, 1)).ShouldBe(Outcome.Granted);
    }
}

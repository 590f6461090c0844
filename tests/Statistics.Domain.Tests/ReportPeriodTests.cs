using FsCheck;
using FsCheck.Fluent;
using Wenye.Policy;

namespace Wenye.Statistics.Domain.Tests;

public sealed class ReportPeriodTests
{
    private static readonly Division Shandong = Division.Parse("370000");
    private static readonly DateOnly FirstDay = new(2020, 8, 21);

    [Fact]
    public void Periods_partition_the_days()
    {
        var days = Gen.Choose(0, 3000).Select(FirstDay.AddDays);
        Prop.ForAll(days.ToArbitrary(), day =>
        {
            var period = Decide(day);
            var next = Decide(period.Days.To.AddDays(1));
            return period.Days.Contains(day)
                && Decide(period.Days.From).Month == period.Month
                && Decide(period.Days.To).Month == period.Month
                && next.Days.From == period.Days.To.AddDays(1)
                && next.Month == period.Month.AddMonths(1);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Reports_are_due_after_the_period_has_ended()
    {
        for (var month = new YearMonth(2020, 9); month < new YearMonth(2030, 1); month = month.AddMonths(1))
        {
            var period = Decide(month.Day(20));
            period.Month.ShouldBe(month);
            period.NewEmploymentDue.ShouldBeGreaterThan(period.Days.To);
            period.UnemploymentDue!.Value.ShouldBeGreaterThan(period.NewEmploymentDue);
        }
    }

    private static ReportPeriodDates Decide(DateOnly day) => ReportPeriod.Decide(new() { Date = day }, StatisticsParameters.Shipped.At(Shandong, day)).Result!;
}

using FsCheck;
using FsCheck.Fluent;
using Wenye.Loans.Domain.Subsidies;
using Wenye.Policy;

namespace Wenye.Loans.Domain.Tests.Subsidies;

/// <summary>What holds of interest by day, whatever the balances and rates.</summary>
public sealed class PeriodSubsidyProperties
{
    private static readonly DateOnly From = new(2020, 7, 1);
    private static readonly DateOnly To = new(2020, 10, 1);

    [Fact]
    public void The_subsidy_of_a_period_is_the_sum_over_any_split_of_it_rounded_once() =>
        Prop.ForAll(Loans.ToArbitrary(), Gen.Choose(0, 92).ListOf().ToArbitrary(), (loan, cuts) =>
        {
            var sum = default(SubsidyTotal);
            var from = From;
            foreach (var cut in cuts.Order().Select(days => From.AddDays(days)).Append(To))
            {
                sum += PeriodSubsidy.Sum(loan.Balances, loan.Rate, from, cut);
                from = cut;
            }

            var whole = PeriodSubsidy.Sum(loan.Balances, loan.Rate, From, To);
            return sum == whole && sum.Amount == whole.Amount;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_subsidy_of_partners_is_that_of_their_balances_together() =>
        Prop.ForAll(Gen.Choose(0, 30_000_000).ToArbitrary(), Gen.Choose(0, 30_000_000).ToArbitrary(), Gen.Choose(0, 92).ToArbitrary(), (one, other, days) =>
            ExactInterest.Of(Money.FromFen(one), 0.0435m, days) + ExactInterest.Of(Money.FromFen(other), 0.0435m, days)
                == ExactInterest.Of(Money.FromFen((long)one + other), 0.0435m, days)).QuickCheckThrowOnFailure();

    [Fact]
    public void No_subsidy_exceeds_the_interest_and_none_is_negative() =>
        Prop.ForAll(Loans.ToArbitrary(), loan => PeriodSubsidy.Sum(loan.Balances, loan.Rate, From, To) is var total
            && total.Subsidy >= ExactInterest.Zero && total.Subsidy <= total.Interest
            && total.Amount >= Money.Zero && total.Amount <= total.Interest.Rounded).QuickCheckThrowOnFailure();

    [Fact]
    public void Rounding_is_that_of_whole_numbers() =>
        Prop.ForAll(Gen.Choose(0, 300_000_000).ToArbitrary(), Gen.Choose(1, 2400).ToArbitrary(), Gen.Choose(1, 366).ToArbitrary(), (fen, points, days) =>
        {
            // Fen × basis points × days, over 10,000 × 360, half up.
            var numerator = (Int128)fen * points * days;
            var rounded = (long)(((2 * numerator) + 3_600_000) / 7_200_000);
            return ExactInterest.Of(Money.FromFen(fen), points / 10_000m, days).Rounded == Money.FromFen(rounded);
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("2020-07-01", "2020-07-01")]
    [InlineData("2020-07-02", "2020-07-01")]
    public void Balances_without_days_are_refused(string from, string to) =>
        Should.Throw<ArgumentException>(() => PeriodSubsidy.Sum([new(DateOnly.Parse(from), DateOnly.Parse(to), Money.FromFen(1))], SubsidyRate.Full(0.04m), From, To));

    [Fact]
    public void Balances_that_overlap_are_refused() =>
        Should.Throw<ArgumentException>(() => PeriodSubsidy.Sum(
            [new(From, To, Money.FromFen(1)), new(To.AddDays(-1), To, Money.FromFen(1))], SubsidyRate.Full(0.04m), From, To));

    [Fact]
    public void A_run_over_many_loans_allocates_nothing()
    {
        BalanceSegment[] balances = [new(From.AddDays(-40), From.AddDays(20), Money.FromFen(20_000_000)), new(From.AddDays(20), To.AddDays(40), Money.FromFen(15_000_000))];
        var rate = SubsidyRate.Above(0.0435m, 0.0235m);
        PeriodSubsidy.Sum(balances, rate, From, To);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var sum = default(SubsidyTotal);
        for (var i = 0; i < 10_000; i++)
        {
            sum += PeriodSubsidy.Sum(balances, rate, From, To);
        }

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
        sum.Days.ShouldBe(920_000);
    }

    private static Gen<Loan> Loans =>
        from first in Gen.Choose(-100, 60)
        from parts in Gen.Choose(0, 30_000_000).Two().ListOf(5)
        from lengths in Gen.Choose(1, 40).ListOf(5)
        from rate in Gen.Choose(0, 1_200)
        from lpr in Gen.Choose(100, 600)
        from regime in Gen.Choose(0, 3)
        select new Loan(Segments(first, parts.Select(part => part.Item1), lengths), RateOf(regime, rate / 10_000m, lpr / 10_000m));

    private static BalanceSegment[] Segments(int first, IEnumerable<int> fens, IEnumerable<int> lengths)
    {
        var from = From.AddDays(first);
        var segments = new List<BalanceSegment>();
        foreach (var (fen, days) in fens.Zip(lengths))
        {
            segments.Add(new(from, from.AddDays(days), Money.FromFen(fen)));

            // Some days between two balances have none.
            from = from.AddDays(days + (fen % 3));
        }

        return [.. segments];
    }

    private static SubsidyRate RateOf(int regime, decimal rate, decimal lpr) => regime switch
    {
        0 => SubsidyRate.Full(rate),
        1 => SubsidyRate.OfLpr(rate, lpr, 0.5m),
        2 => SubsidyRate.Above(rate, lpr - 0.015m),
        _ => SubsidyRate.Agreed(rate, lpr),
    };

    private sealed record Loan(BalanceSegment[] Balances, SubsidyRate Rate);
}

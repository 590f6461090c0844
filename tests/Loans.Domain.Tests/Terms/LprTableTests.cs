using Wenye.Loans.Domain.Terms;

namespace Wenye.Loans.Domain.Tests.Terms;

/// <summary>Made-up figures: the platform ships none.</summary>
public sealed class LprTableTests
{
    private static readonly LprTable Table = new(
    [
        new(new(2020, 5, 20), 0.0201m, 0.0301m),
        new(new(2020, 4, 20), 0.0202m, 0.0302m),
        new(new(2020, 6, 22), 0.0203m, 0.0303m),
        new(new(2020, 9, 21), 0.0204m, 0.0304m),
    ]);

    [Theory]
    [InlineData("2020-04-20", 0.0202, 0.0302)]
    [InlineData("2020-05-19", 0.0202, 0.0302)]
    [InlineData("2020-05-20", 0.0201, 0.0301)]
    [InlineData("2020-06-20", 0.0201, 0.0301)]
    [InlineData("2020-06-21", 0.0201, 0.0301)]
    [InlineData("2020-06-22", 0.0203, 0.0303)]
    [InlineData("2020-07-19", 0.0203, 0.0303)]
    [InlineData("2020-09-21", 0.0204, 0.0304)]
    public void The_rate_of_a_signing_day_is_that_of_the_last_publication_by_then(string day, double oneYear, double fiveYear)
    {
        Table.On(DateOnly.Parse(day), LprTenor.OneYear).Value.ShouldBe((decimal)oneYear);
        Table.On(DateOnly.Parse(day), LprTenor.FiveYear).Value.ShouldBe((decimal)fiveYear);
    }

    [Theory]
    [InlineData("2020-04-19")]
    [InlineData("2020-07-20")]
    [InlineData("2020-09-20")]
    [InlineData("2020-10-20")]
    [InlineData("2026-11-22")]
    public void A_day_that_the_table_does_not_reach_is_asked_for_and_never_guessed(string day)
    {
        var lpr = Table.On(DateOnly.Parse(day), LprTenor.OneYear);
        lpr.IsProven.ShouldBeFalse();
        lpr.Name.ShouldBe("lpr");
    }

    [Fact]
    public void An_empty_table_knows_nothing()
    {
        var empty = new LprTable([]);
        empty.PublicationOn(new(2020, 6, 1)).ShouldBeNull();
        empty.On(new(2020, 6, 1), LprTenor.OneYear).IsProven.ShouldBeFalse();
    }

    [Fact]
    public void A_day_given_twice_is_refused() =>
        Should.Throw<ArgumentException>(() => new LprTable([new(new(2020, 4, 20), 0.02m, 0.03m), new(new(2020, 4, 20), 0.02m, 0.03m)]));
}

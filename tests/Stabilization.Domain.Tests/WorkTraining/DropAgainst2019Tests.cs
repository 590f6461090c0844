using System.Globalization;
using Wenye.Stabilization.Domain.WorkTraining;

namespace Wenye.Stabilization.Domain.Tests.WorkTraining;

public sealed class DropAgainst2019Tests
{
    [Theory]
    [InlineData("80000", "1200000", 12, "0.2")]
    [InlineData("80000.01", "1200000", 12, "0.1999999")]
    [InlineData("0", "1", 1, "1")]
    [InlineData("150", "300", 3, "-0.5")]
    [InlineData("30", "700", 7, "0.7")]
    public void The_drop_is_exact_and_the_mean_is_over_the_months_the_firm_existed(string month, string total, int months, string expected) =>
        DropAgainst2019.Of(Number(month), Number(total), months).ShouldBe(Number(expected));

    [Theory]
    [InlineData(-1, 100, 12)]
    [InlineData(1, 0, 12)]
    [InlineData(1, 100, 0)]
    [InlineData(1, 100, 13)]
    public void A_figure_outside_its_range_is_a_fault(int month, int total, int months) =>
        Should.Throw<ArgumentOutOfRangeException>(() => DropAgainst2019.Of(month, total, months));

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}

using Wenye.Statistics.Domain.Verification;

namespace Wenye.Statistics.Domain.Tests.Verification;

/// <summary>A sample is shared out in proportion.</summary>
public sealed class StrataTests
{
    [Fact]
    public void Parts_add_up_are_in_proportion_and_never_more_than_there_are()
    {
        var random = new Random(7);
        for (var i = 0; i < 500; i++)
        {
            var records = Enumerable.Range(0, random.Next(1, 12)).ToDictionary(place => $"3702{place:00}", _ => random.Next(0, 50));
            var all = records.Values.Sum();
            if (all == 0)
            {
                continue;
            }

            var size = random.Next(0, all + 1);
            var parts = Strata.Share(records, size);
            parts.Sum(part => part.Drawn).ShouldBe(size);
            parts.Select(part => part.Key).ShouldBe(records.Keys.Order(StringComparer.Ordinal));
            parts.ShouldAllBe(part => part.Drawn >= 0 && part.Drawn <= records[part.Key] && Math.Abs(part.Drawn - ((decimal)records[part.Key] * size / all)) < 1);
        }
    }

    [Fact]
    public void What_is_left_over_goes_to_the_largest_remainder_then_to_the_first() =>
        Strata.Share(new Dictionary<string, int> { ["b"] = 5, ["a"] = 5, ["c"] = 90 }, 10).ShouldBe([("a", 1), ("b", 0), ("c", 9)]);

    [Fact]
    public void More_than_there_are_cannot_be_drawn() =>
        Should.Throw<ArgumentOutOfRangeException>(() => Strata.Share(new Dictionary<string, int> { ["a"] = 1 }, 2));
}

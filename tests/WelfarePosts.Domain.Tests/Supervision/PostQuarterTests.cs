using FsCheck;
using FsCheck.Fluent;
using Wenye.Policy;
using Wenye.WelfarePosts.Domain.People;
using Wenye.WelfarePosts.Domain.Posts;
using Wenye.WelfarePosts.Domain.Supervision;

namespace Wenye.WelfarePosts.Domain.Tests.Supervision;

public sealed class PostQuarterTests
{
    private static readonly DateRange Third = new(new(2020, 7, 1), new(2020, 9, 30));

    [Theory]
    [InlineData("2020-06-30", null, 1, 0, 0, 1)]
    [InlineData("2020-07-01", null, 0, 1, 0, 1)]
    [InlineData("2020-09-30", null, 0, 1, 0, 1)]
    [InlineData("2020-10-01", null, 0, 0, 0, 0)]
    [InlineData("2020-01-01", "2020-06-30", 0, 0, 0, 0)]
    [InlineData("2020-01-01", "2020-07-01", 1, 0, 1, 0)]
    [InlineData("2020-07-05", "2020-09-30", 0, 1, 1, 0)]
    [InlineData("2020-07-05", "2020-10-01", 0, 1, 0, 1)]
    public void Each_time_in_post_counts_where_its_days_fall(string from, string? to, int start, int placed, int left, int end) =>
        PostQuarter.Of([new(PostKind.Rural, HardshipGroup.RegisteredPoor, DateOnly.Parse(from), to is null ? null : DateOnly.Parse(to), true)], Third)
            .GetValueOrDefault((PostKind.Rural, HardshipGroup.RegisteredPoor)).ShouldBe(new(start, placed, left, left, end));

    [Fact]
    public void Those_at_the_start_and_those_placed_less_those_who_left_are_those_at_the_end() =>
        Prop.ForAll(Spells.ToArbitrary(), spells => PostQuarter.Of(spells, Third).Values.All(one => one.InPostAtStart + one.Placed - one.Left == one.InPostAtEnd && one.FoundWork <= one.Left))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void The_end_of_a_quarter_is_the_start_of_the_next() =>
        Prop.ForAll(Spells.ToArbitrary(), spells =>
            Sum(spells, Third).InPostAtEnd == Sum(spells, new(new(2020, 10, 1), new(2020, 12, 31))).InPostAtStart).QuickCheckThrowOnFailure();

    private static QuarterCounts Sum(List<PostSpell> spells, DateRange quarter) => PostQuarter.Of(spells, quarter).Values.Aggregate(default(QuarterCounts), (sum, one) => sum + one);

    private static Gen<List<PostSpell>> Spells =>
        (from post in Gen.Elements(Enum.GetValues<PostKind>())
         from place in Gen.Elements(Enum.GetValues<HardshipGroup>())
         from first in Gen.Choose(-200, 200)
         from days in Gen.Choose(0, 300)
         from open in Gen.Elements(false, true)
         from found in Gen.Elements(false, true)
         select new PostSpell(post, place, Third.From.AddDays(first), open ? null : Third.From.AddDays(first + days), found)).ListOf(20).Select(spells => spells.ToList());
}

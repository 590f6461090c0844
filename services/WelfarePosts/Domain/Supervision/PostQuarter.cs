using Wenye.Policy;
using Wenye.WelfarePosts.Domain.People;
using Wenye.WelfarePosts.Domain.Posts;

namespace Wenye.WelfarePosts.Domain.Supervision;

/// <summary>One person's time in one post (在岗经历).</summary>
/// <param name="Post">岗位类别.</param>
/// <param name="Group">The group for which the person was placed (群体).</param>
/// <param name="From">First day in post (上岗日).</param>
/// <param name="To">Last day in post (离岗日); null while in post.</param>
/// <param name="FoundWork">Left because of work found, 第二十条(一) (实现就业离岗).</param>
public readonly record struct PostSpell(PostKind Post, HardshipGroup Group, DateOnly From, DateOnly? To, bool FoundWork);

/// <summary>Counts of a kind of post and a group (季度统计).</summary>
/// <param name="InPostAtStart">In post on the day before the quarter (期初在岗).</param>
/// <param name="Placed">First day in the quarter (本期上岗).</param>
/// <param name="Left">Last day in the quarter (本期离岗); at start plus placed less left is the end.</param>
/// <param name="FoundWork">Of those who left, because of work found (其中：实现就业).</param>
/// <param name="InPostAtEnd">In post after the quarter's last day: who leaves on it has left (期末在岗).</param>
public readonly record struct QuarterCounts(int InPostAtStart, int Placed, int Left, int FoundWork, int InPostAtEnd)
{
    /// <summary>Counts of two parts together.</summary>
    public static QuarterCounts operator +(QuarterCounts one, QuarterCounts other) => new(
        one.InPostAtStart + other.InPostAtStart,
        one.Placed + other.Placed,
        one.Left + other.Left,
        one.FoundWork + other.FoundWork,
        one.InPostAtEnd + other.InPostAtEnd);
}

/// <summary>The figures of a quarter (按季度报送的统计), 38号 八. No table is printed: these are the platform's definitions, docs/decisions/0070-welfare-posts.md.</summary>
public static class PostQuarter
{
    /// <summary>Counts by kind of post and group, of those that have any.</summary>
    /// <param name="spells">Times in post, in any order; one that does not touch the quarter counts nowhere.</param>
    /// <param name="quarter">First and last day of the quarter.</param>
    public static IReadOnlyDictionary<(PostKind Post, HardshipGroup Group), QuarterCounts> Of(IEnumerable<PostSpell> spells, DateRange quarter)
    {
        var counts = new Dictionary<(PostKind Post, HardshipGroup Group), QuarterCounts>();
        foreach (var spell in spells)
        {
            var one = Of(spell, quarter);
            if (one != default)
            {
                counts[(spell.Post, spell.Group)] = counts.GetValueOrDefault((spell.Post, spell.Group)) + one;
            }
        }

        return counts;
    }

    private static QuarterCounts Of(in PostSpell spell, DateRange quarter)
    {
        var wasThere = spell.From < quarter.From && !(spell.To < quarter.From);
        var placed = quarter.Contains(spell.From);
        var left = spell.To is { } last && quarter.Contains(last) && spell.From <= last;
        return new(One(wasThere), One(placed), One(left), One(left && spell.FoundWork), One((wasThere || placed) && !left));
    }

    private static int One(bool counts) => counts ? 1 : 0;
}

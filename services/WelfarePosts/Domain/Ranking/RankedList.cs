using Wenye.WelfarePosts.Domain.Posts;

namespace Wenye.WelfarePosts.Domain.Ranking;

/// <summary>A candidate in the order of placement (名次).</summary>
/// <param name="Place">From 1; candidates alike in all factors share one (名次).</param>
/// <param name="Candidate">Who.</param>
/// <param name="Before">The next in the list (先于谁); null for the last.</param>
/// <param name="By">The factor that puts them before the next (因何在先); null for the last.</param>
public readonly record struct Ranked(int Place, Candidate Candidate, Candidate? Before, RankFactor? By)
{
    /// <summary>Why they stand there (排序说明), in Chinese, with ids only: for lists that are made public.</summary>
    public string Explanation => Before is null
        ? $"第{Place}名，其后无人"
        : $"第{Place}名，排在{Before.Id}之前：{RankReasons.Of(By!.Value)}";
}

/// <summary>Puts candidates in order (安置对象排序).</summary>
/// <remarks>Pure, and the same whatever the order in which they come. Measured by the benchmark ranking.</remarks>
public static class RankedList
{
    /// <summary>The candidates in order, each with the reason why the next comes after.</summary>
    /// <param name="candidates">With all factors known and ids that differ.</param>
    /// <param name="post">The kind of post.</param>
    public static IReadOnlyList<Ranked> Of(IReadOnlyList<Candidate> candidates, PostKind post)
    {
        var keys = new ulong[candidates.Count];
        var order = new Candidate[candidates.Count];
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = candidates[i];
            keys[i] = RankKey.Of(candidates[i], post).Packed;
        }

        Array.Sort(keys, order);
        SortTies(keys, order);
        return Placed(keys, order);
    }

    private static void SortTies(ulong[] keys, Candidate[] order)
    {
        for (var start = 0; start < order.Length;)
        {
            var end = start + 1;
            while (end < order.Length && keys[end] == keys[start])
            {
                end++;
            }

            order.AsSpan(start, end - start).Sort(static (left, right) => string.CompareOrdinal(left.Id, right.Id));
            start = end;
        }
    }

    private static Ranked[] Placed(ulong[] keys, Candidate[] order)
    {
        var ranked = new Ranked[order.Length];
        var place = 1;
        for (var i = 0; i < order.Length; i++)
        {
            place = i > 0 && keys[i] == keys[i - 1] ? place : i + 1;
            ranked[i] = i + 1 < order.Length
                ? new(place, order[i], order[i + 1], RankKey.FromPacked(keys[i]).FirstDifference(RankKey.FromPacked(keys[i + 1])))
                : new(place, order[i], null, null);
        }

        return ranked;
    }
}

using Wenye.Policy;

namespace Wenye.WelfarePosts.Domain.Ranking;

/// <summary>Someone who is not to be placed (未纳入人员).</summary>
/// <param name="Id">编号.</param>
/// <param name="Clause">Why (依据).</param>
public sealed record LeftOutCandidate(string Id, Clause Clause);

/// <summary>Someone of whom something is to be established first (待补正人员).</summary>
/// <param name="Id">编号.</param>
/// <param name="Facts">Names of the facts (待补正事实).</param>
public sealed record AskedCandidate(string Id, IReadOnlyList<string> Facts);

/// <summary>The order of placement, explained (安置顺序及说明).</summary>
/// <param name="Ranks">The order; null while something is to be established (安置顺序).</param>
/// <param name="LeftOut">Who is not to be placed, and by which clause (未纳入人员).</param>
/// <param name="Asked">Of whom something is to be established (待补正人员).</param>
public sealed record RankingResult(IReadOnlyList<Ranked>? Ranks, IReadOnlyList<LeftOutCandidate> LeftOut, IReadOnlyList<AskedCandidate> Asked) : IOutputs
{
    /// <inheritdoc/>
    public IEnumerable<NamedValue> Recorded()
    {
        if (Ranks is { } ranks)
        {
            yield return new("order", PolicyValue.Of([.. ranks.Select(one => PolicyValue.Of(one.Candidate.Id))]));
            yield return new("ranks", PolicyValue.Of([.. ranks.Select(Entry)]));
        }

        yield return new("left_out", PolicyValue.Of([.. LeftOut.Select(one =>
            Map(new("id", PolicyValue.Of(one.Id)), new("clause", PolicyValue.Of(one.Clause.Citation))))]));
        if (Asked.Count > 0)
        {
            yield return new("asked", PolicyValue.Of([.. Asked.Select(one =>
                Map(new("id", PolicyValue.Of(one.Id)), new("facts", Names(one.Facts))))]));
        }
    }

    private static PolicyValue Entry(Ranked one)
    {
        NamedValue[] entries = [new("id", PolicyValue.Of(one.Candidate.Id)), new("place", PolicyValue.Of((decimal)one.Place))];
        return PolicyValue.Of(one.Before is { } next
            ? [.. entries, new("before", PolicyValue.Of(next.Id)), new("by", PolicyValue.From(one.By!.Value))]
            : entries);
    }

    private static PolicyValue Names(IReadOnlyList<string> names) => PolicyValue.Of([.. names.Select(PolicyValue.Of)]);

    private static PolicyValue Map(params NamedValue[] entries) => PolicyValue.Of(entries);
}

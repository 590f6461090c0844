using Wenye.Policy;
using Wenye.WelfarePosts.Domain.Posts;

namespace Wenye.WelfarePosts.Domain.Ranking;

/// <summary>What welfare_posts.ranking looks at (安置对象排序的事实). What is left out is unproven.</summary>
public sealed record RankingFacts : IFacts
{
    /// <summary>Name of the list.</summary>
    internal const string CandidatesName = "candidates";

    /// <summary>拟安置人员; null when not given, which is unproven: an empty list says that there are none.</summary>
    public IReadOnlyList<Candidate>? Candidates { get; init; }

    /// <summary>The kind of post, an addition; unproven: an urban one (岗位类别).</summary>
    public Fact<PostKind> Post { get; init => field = value.Named("post"); } = Fact.Unproven<PostKind>("post");

    /// <summary>Reads the facts by name (读取).</summary>
    /// <exception cref="FactException">A candidate has no id, or one that another has.</exception>
    public static RankingFacts Read(FactSet given) => new()
    {
        Candidates = given.Records(CandidatesName) is { } candidates ? Distinct([.. candidates.Select(Candidate.Read)]) : null,
        Post = given.Choice<PostKind>("post"),
    };

    /// <inheritdoc/>
    public IEnumerable<NamedValue> Recorded() =>
        [new(CandidatesName, Candidates is null ? default : PolicyValue.Of([.. Candidates.Select(one => one.Entries)])), Post.Recorded];

    private static Candidate[] Distinct(Candidate[] candidates)
    {
        var ids = new HashSet<string>(candidates.Length, StringComparer.Ordinal);
        return Array.TrueForAll(candidates, one => ids.Add(one.Id))
            ? candidates
            : throw new FactException(CandidatesName, "候选人的编号（id）不得重复。");
    }
}

using Wenye.Policy;
using Wenye.WelfarePosts.Domain;
using Wenye.WelfarePosts.Domain.People;
using Wenye.WelfarePosts.Domain.Posts;
using Wenye.WelfarePosts.Domain.Ranking;
using Comparison = Wenye.Benchmarks.Harness.Comparison;
using Contender = Wenye.Benchmarks.Harness.Contender;

namespace Wenye.Benchmarks;

/// <summary>Ranking 100,000 candidates for posts, each rank with its reason, beside sorting them by the same factors and no more.</summary>
internal static class RankingBenchmark
{
    private const int People = 100_000;
    private const int Times = 10;
    private static readonly Candidate[] Candidates = Invented();
    private static readonly PolicyContext Policy = WelfarePostsParameters.Shipped.At(Division.Parse("370800"), new(2026, 3, 2));

    public static Task<Comparison> RunAsync()
    {
        DemandSameOrder();
        return Comparison.RunAsync(
            "candidates ranked/s", aim: null, warmUps: 3, rounds: 7,
            new Contender("decided: sifted, ranked, each with its reason", () => RateAsync(() => Decided().Count)),
            new Contender("sorted by the same factors", () => RateAsync(() => Sorted().Count)),
            new Contender("ranked with reasons, not sifted", () => RateAsync(() => RankedList.Of(Candidates, PostKind.Urban).Count)));
    }

    private static IReadOnlyList<Ranked> Decided() => CandidateRanking.Decide(new RankingFacts { Candidates = Candidates }, Policy).Result!.Ranks!;

    private static List<Candidate> Sorted() =>
    [
        .. Candidates.OrderBy(one => one.Group).ThenByDescending(one => one.InZeroEmploymentFamily).ThenBy(one => one.BirthDate).ThenBy(one => one.RegisteredOn)
            .ThenBy(one => one.Id, StringComparer.Ordinal),
    ];

    private static void DemandSameOrder()
    {
        if (!Decided().Select(one => one.Candidate).SequenceEqual(Sorted()))
        {
            throw new InvalidOperationException("The ranking and the plain sort differ.");
        }
    }

    private static Task<double> RateAsync(Func<int> rank)
    {
        var started = Environment.CpuUsage.TotalTime;
        var ranked = 0;
        for (var i = 0; i < Times; i++)
        {
            ranked += rank();
        }

        return Task.FromResult(ranked / (Environment.CpuUsage.TotalTime - started).TotalSeconds);
    }

    // Old enough and served often enough that nobody is left out: both then do the same work.
    private static Candidate[] Invented()
    {
        var random = new Random(36);
        var groups = Enum.GetValues<HardshipGroup>()[..4];
        return [.. Enumerable.Range(0, People).Select(index => new Candidate(
            $"{index:000000}",
            groups[random.Next(groups.Length)],
            random.Next(4) == 0,
            new DateOnly(1965, 1, 1).AddDays(random.Next(15_000)),
            new DateOnly(2024, 1, 1).AddDays(random.Next(700)),
            3))];
    }
}

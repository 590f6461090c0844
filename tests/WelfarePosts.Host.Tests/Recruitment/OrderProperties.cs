using Wenye.Contracts.WelfarePosts.V1;
using Wenye.Policy;
using Wenye.WelfarePosts.Data;
using Wenye.WelfarePosts.Domain;
using Wenye.WelfarePosts.Domain.Ranking;
using Wenye.WelfarePosts.Features.Recruitment;
using Outcome = Wenye.Policy.Outcome;

namespace Wenye.WelfarePosts.Host.Tests.Recruitment;

/// <summary>The order made of files as they are stored: whatever was stated, whatever the registers said, in whatever order people applied.</summary>
public sealed class OrderProperties
{
    private static readonly PolicyContext Policy = WelfarePostsParameters.Shipped.At(Division.Parse("370402"), WelfarePostsFixture.Today);
    private static readonly string[] Categories =
    [
        "HARDSHIP_CATEGORY_ZERO_EMPLOYMENT_FAMILY", "HARDSHIP_CATEGORY_REGISTERED_POOR", "HARDSHIP_CATEGORY_OLDER", "HARDSHIP_CATEGORY_DISABLED",
        "HARDSHIP_CATEGORY_LONG_UNEMPLOYED", "HARDSHIP_CATEGORY_CITY",
    ];

    public static TheoryData<int, PostKind> Seeds => new(Enumerable.Range(1, 20).SelectMany(seed => new[] { (seed, PostKind.Urban), (seed, PostKind.Rural) }));

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_order_does_not_depend_on_who_applied_first(int seed, PostKind kind)
    {
        var random = new Random(seed);
        var candidates = Candidates(random, kind, 60);

        var order = Order(candidates, kind);

        for (var i = 0; i < 5; i++)
        {
            var shuffled = candidates.ToArray();
            random.Shuffle(shuffled);
            Order(shuffled, kind).ShouldBe(order);
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Nobody_outranks_a_person_who_beats_them_on_an_earlier_factor(int seed, PostKind kind)
    {
        var candidates = Candidates(new Random(seed), kind, 60).ToDictionary(one => one.Id, StringComparer.Ordinal);
        var order = Order(candidates.Values, kind).Select(id => candidates[id]).ToList();

        for (var i = 0; i < order.Count; i++)
        {
            foreach (var later in order.Skip(i + 1))
            {
                Compare(order[i], later, kind).ShouldBeLessThanOrEqualTo(0);
            }
        }
    }

    // 第十条 and 第二十三条 as they read, beside the packed numbers that the domain sorts.
    private static int Compare(Candidate one, Candidate other, PostKind kind)
    {
        var factors = new[]
        {
            Tier(one, kind).CompareTo(Tier(other, kind)),
            other.InZeroEmploymentFamily!.Value.CompareTo(one.InZeroEmploymentFamily!.Value),
            one.BirthDate!.Value.CompareTo(other.BirthDate!.Value),
            one.RegisteredOn!.Value.CompareTo(other.RegisteredOn!.Value),
        };
        return factors.FirstOrDefault(factor => factor != 0);
    }

    private static int Tier(Candidate one, PostKind kind) => (kind, (HardshipGroup)one.Group!.Value) switch
    {
        (PostKind.Rural, HardshipGroup.RegisteredPoor or HardshipGroup.ZeroTransferFamily) => 0,
        (_, HardshipGroup.ZeroEmploymentFamily) => 1,
        (_, HardshipGroup.RegisteredPoor) => 2,
        (_, HardshipGroup.Older) => 3,
        _ => 4,
    };

    private static List<string> Order(IEnumerable<Candidate> candidates, PostKind kind) =>
        [.. CandidateRanking.Decide(new RankingFacts { Candidates = [.. candidates], Post = (Domain.Posts.PostKind)kind }, Policy).Result!.Ranks!.Select(rank => rank.Candidate.Id)];

    // Who is refused has no place, as in PostOrders.
    private static List<Candidate> Candidates(Random random, PostKind kind, int count)
    {
        var candidates = new List<Candidate>();
        while (candidates.Count < count)
        {
            var (number, file) = (SyntheticPeople.Person(random.Next(9_999_999)).ResidentId, File(random));
            var (group, decision) = CandidateFacts.Decide(number, file, kind, 0, Policy);
            if (decision.Outcome == Outcome.Granted)
            {
                candidates.Add(CandidateFacts.ForRanking(Guid.CreateVersion7(), number, file, group));
            }
        }

        return candidates;
    }

    private static CandidacyFile File(Random random) => new()
    {
        ClaimedGroup = (HardshipGroup)random.Next(7),
        GroupSource = random.Next(2) == 0 ? "" : "虚构的证明",
        ZeroEmploymentFamily = new(random.Next(2) == 0, "虚构的比对"),
        MeetsRequirements = new(true, "虚构的认定"),
        HardToPlace = new(true, "虚构的记录"),
        FormerRetirementAge = random.Next(2) == 0 ? FormerRetirementAge._50 : FormerRetirementAge._55,
        RetirementSource = "虚构的档案",
        Registers = new()
        {
            UnemployedSince = new DateOnly(2020, 1, 1).AddDays(random.Next(3)),
            Hardship = [.. Categories.Where(_ => random.Next(3) == 0)],
            ServicesWithinYear = random.Next(6),
        },
    };
}

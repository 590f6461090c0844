using Wenye.Policy;
using Wenye.WelfarePosts.Data;
using Wenye.WelfarePosts.Domain.People;
using Wenye.WelfarePosts.Domain.Posts;
using Wenye.WelfarePosts.Domain.Ranking;
using Placement = Wenye.WelfarePosts.Domain.People.Placement;

namespace Wenye.WelfarePosts.Features.Recruitment;

/// <summary>What is established of candidates (人选的已证实事实), and what is decided on them.</summary>
internal static class CandidateFacts
{
    /// <summary>Decides welfare_posts.placement (安置对象认定) in the first group, in the order of the documents, in which it is not refused.</summary>
    /// <param name="idNumber">Tells birth and sex.</param>
    /// <param name="file">What was stated and what the registers said.</param>
    /// <param name="post">The kind of post.</param>
    /// <param name="postsHeld">已有岗位数.</param>
    /// <param name="policy">Place of the post and day.</param>
    public static (HardshipGroup? Group, Decision<NoOutputs> Decision) Decide(
        string idNumber, CandidacyFile file, Contract.PostKind post, int postsHeld, PolicyContext policy)
    {
        var groups = CandidateGroups.Of(file, post);
        if (groups.Count == 0)
        {
            return (null, In(null));
        }

        var decided = groups.Select(group => (Group: (HardshipGroup?)group, Decision: In(group))).ToList();
        var first = decided.FindIndex(one => one.Decision.Outcome != Outcome.Refused);
        return decided[Math.Max(first, 0)];

        Decision<NoOutputs> In(HardshipGroup? group) => Placement.Decide(FactsOf(idNumber, file, group, post, postsHeld, policy.AsOf), policy);
    }

    /// <summary>The candidate as welfare_posts.ranking looks at it (排序事实).</summary>
    public static Candidate ForRanking(Guid id, string idNumber, CandidacyFile file, HardshipGroup? group) => new(
        id.ToString(),
        group,
        CandidateGroups.IsOfZeroEmploymentFamily(file.Registers) ? true : file.ZeroEmploymentFamily?.Established,
        ResidentId.TryParse(idNumber, out var number) ? number.BirthDate : null,
        file.Registers.UnemployedSince,
        file.Registers.ServicesWithinYear,
        file.MeetsRequirements?.Established);

    private static PlacementFacts FactsOf(
        string idNumber, CandidacyFile file, HardshipGroup? group, Contract.PostKind post, int postsHeld, DateOnly today)
    {
        var said = file.Registers;
        var isKnown = ResidentId.TryParse(idNumber, out var number);
        return new PlacementFacts
        {
            Group = Fact.From(group),
            Recognised = said.Hardship.Count > 0,

            // Who has work has found it.
            HardToPlace = Fact.From(said.Employments > 0 ? false : file.HardToPlace?.Established),
            BirthDate = isKnown ? number.BirthDate : default(Fact<DateOnly>),
            Sex = isKnown ? number.Sex : default(Fact<Sex>),
            RetirementDate = Fact.From(isKnown ? RetirementOf(number, file, today) : null),

            // Nobody is registered as unemployed who draws a pension (人社厅发〔2020〕79号 一(一)).
            ReceivesPension = Fact.From(said.PensionSince is { } since && since <= today ? true : said.UnemployedSince is not null ? false : (bool?)null),
            ServicesLastYear = said.ServicesWithinYear,
            MeetsRequirements = Fact.From(file.MeetsRequirements?.Established),
            PostsHeld = postsHeld,
            Post = (PostKind)post,
        };
    }

    /// <summary>达到法定退休年龄之日; null: not established. What a woman's work was decides it; men all retired at 60.</summary>
    public static DateOnly? RetirementOf(ResidentId number, CandidacyFile file, DateOnly today) => number.Sex switch
    {
        Sex.Male => RetirementAge.DateOf(number.BirthDate, RetirementClass.Man60, today),
        _ when file.RetirementSource.Length == 0 => null,
        _ => file.FormerRetirementAge switch
        {
            Contract.FormerRetirementAge._50 => RetirementAge.DateOf(number.BirthDate, RetirementClass.Woman50, today),
            Contract.FormerRetirementAge._55 => RetirementAge.DateOf(number.BirthDate, RetirementClass.Woman55, today),
            _ => null,
        },
    };
}

using Wenye.Contracts.Registration.V1;
using Wenye.Contracts.WelfarePosts.V1;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Wenye.WelfarePosts.Data;
using Wenye.WelfarePosts.Domain.Terms;
using Wenye.WelfarePosts.Features.Recruitment;
using DomainGroup = Wenye.WelfarePosts.Domain.People.HardshipGroup;
using DomainKind = Wenye.WelfarePosts.Domain.Posts.PostKind;

namespace Wenye.WelfarePosts.Features.Placements.SignContract;

/// <summary>What was decided on a contract (签约认定).</summary>
/// <param name="Group">Of the placement.</param>
/// <param name="RetiresOn">达到法定退休年龄之日; null: not established.</param>
/// <param name="Term">welfare_posts.term.</param>
/// <param name="All">In their order.</param>
internal sealed record SigningOutcome(HardshipGroup Group, DateOnly? RetiresOn, Decision<PostTermResult> Term, IReadOnlyList<Decision> All)
{
    /// <summary>Whether policy lets it be signed (可签约): a term that is not decided yet does not stand in the way, one that is refused does.</summary>
    public bool IsAllowed => Term.Outcome != Outcome.Refused && All.All(one => one == Term || one.Outcome == Outcome.Granted);
}

/// <summary>Decides once more, as of the day of the contract (签约日复核): the placement, a second one, and the term.</summary>
internal sealed class SigningDecisions(PostsHeld posts, PlacementQueries queries, PostFields fields)
{
    public async Task<SigningOutcome> DecideAsync(
        SignContractRequest request, Signing signing, IReadOnlyList<Employment> history, CancellationToken cancellation)
    {
        var policy = queries.Policy(signing.Post.Division, fields.Today);
        List<Decision> all = [];
        var group = request.TakenOver?.Group ?? HardshipGroup.Unspecified;
        if (signing.Candidacy is { } candidacy)
        {
            // Who signs has chosen: posts count, candidacies that are open elsewhere do not.
            var held = (await posts.OfAsync([signing.Person.Id], candidacy.RoundId, cancellation)).GetValueOrDefault(signing.Person.Id) with { Candidacies = 0 };
            var (found, placement) = CandidateFacts.Decide(
                signing.Person.IdNumber, signing.File, signing.Post.Kind, PostsHeld.Total(held, signing.File.Registers), policy);
            group = (HardshipGroup)(found ?? (DomainGroup)candidacy.Group);
            all.Add(placement);
            if (signing.Earlier.Count > 0)
            {
                all.Add(SecondPlacements.Decide(signing.Earlier, signing.EarlierPlacements, history, policy));
            }
        }

        var retires = ResidentId.TryParse(signing.Person.IdNumber, out var number) ? CandidateFacts.RetirementOf(number, signing.File, fields.Today) : null;
        var term = PostTerm.Decide(TermFacts(request, signing.Post.Kind, retires), policy);
        all.Add(term);
        return new(group, retires, term, all);
    }

    private static PostTermFacts TermFacts(SignContractRequest request, PostKind kind, DateOnly? retires) => new()
    {
        Post = (DomainKind)kind,
        FirstApprovedOn = (request.TakenOver?.FirstApprovedOn ?? request.StartedOn).ToDay(),
        RetirementDate = Fact.From(retires),
        AgreedUntil = Fact.From(request.TakenOver?.AgreedUntil?.ToDay()),
    };
}

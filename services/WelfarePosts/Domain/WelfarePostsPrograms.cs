using Wenye.Policy;
using Wenye.WelfarePosts.Domain.People;
using Wenye.WelfarePosts.Domain.Posts;
using Wenye.WelfarePosts.Domain.Ranking;
using Wenye.WelfarePosts.Domain.Recruitment;
using Wenye.WelfarePosts.Domain.Subsidies;
using Wenye.WelfarePosts.Domain.Supervision;
using Wenye.WelfarePosts.Domain.Terms;

namespace Wenye.WelfarePosts.Domain;

/// <summary>The decisions of public-benefit posts by name (公益性岗位决定事项), for cases, replay and services.</summary>
public static class WelfarePostsPrograms
{
    /// <summary>Every program (全部事项).</summary>
    public static IReadOnlyList<PolicyProgram> All { get; } =
    [
        PolicyProgram.Of(CandidateRanking.Name, RankingFacts.Read, CandidateRanking.Decide),
        PolicyProgram.Of(PostTerm.Name, PostTermFacts.Read, PostTerm.Decide),
        PolicyProgram.Of(PostSubsidy.Name, PostSubsidyFacts.Read, PostSubsidy.Decide),
        PolicyProgram.Of(PostExit.Name, PostExitFacts.Read, PostExit.Decide),
        PolicyProgram.Of(Replacement.Name, ReplacementFacts.Read, Replacement.Decide),
        PolicyProgram.Of(Placement.Name, PlacementFacts.Read, Placement.Decide),
        PolicyProgram.Of(PostDevelopment.Name, PostDevelopmentFacts.Read, PostDevelopment.Decide),
        PolicyProgram.Of(ReserveUse.Name, ReserveUseFacts.Read, ReserveUse.Decide),
        PolicyProgram.Of(VillagePosts.Name, VillagePostsFacts.Read, VillagePosts.Decide),
        PolicyProgram.Of(RecruitmentRound.Name, RecruitmentRoundFacts.Read, RecruitmentRound.Decide),
        PolicyProgram.Of(Announcement.Name, AnnouncementFacts.Read, Announcement.Decide),
        PolicyProgram.Of(Hire.Name, HireFacts.Read, Hire.Decide),
        PolicyProgram.Of(TermNotice.Name, TermNoticeFacts.Read, TermNotice.Decide),
        PolicyProgram.Of(Conversion.Name, ConversionFacts.Read, Conversion.Decide),
        PolicyProgram.Of(AccidentInsurance.Name, AccidentInsuranceFacts.Read, AccidentInsurance.Decide),
        PolicyProgram.Of(HiringPostponement.Name, HiringPostponementFacts.Read, HiringPostponement.Decide),
        PolicyProgram.Of(HiringPostSubsidy.Name, HiringPostSubsidyFacts.Read, HiringPostSubsidy.Decide),
        PolicyProgram.Of(PaymentCheck.Name, PaymentCheckFacts.Read, PaymentCheck.Decide),
        PolicyProgram.Of(Recovery.Name, RecoveryFacts.Read, Recovery.Decide),
        PolicyProgram.Of(EmployerDuties.Name, EmployerDutiesFacts.Read, EmployerDuties.Decide),
        PolicyProgram.Of(FairUse.Name, FairUseFacts.Read, FairUse.Decide),
    ];
}

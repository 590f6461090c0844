using Wenye.Policy;
using Wenye.Stabilization.Domain.EnterpriseSizes;
using Wenye.Stabilization.Domain.Payments;
using Wenye.Stabilization.Domain.RefundHandling;
using Wenye.Stabilization.Domain.Refunds;
using Wenye.Stabilization.Domain.Subsidies;
using Wenye.Stabilization.Domain.WorkTraining;

namespace Wenye.Stabilization.Domain;

/// <summary>The decisions of stabilization by name (援企稳岗决定事项), for cases, replay and services.</summary>
public static class StabilizationPrograms
{
    /// <summary>Every program (全部事项).</summary>
    public static IReadOnlyList<PolicyProgram> All { get; } =
    [
        PolicyProgram.Of(EnterpriseSize.Name, EnterpriseSizeFacts.Read, EnterpriseSize.Decide),
        PolicyProgram.Of(Refund.Name, RefundFacts.Read, Refund.Decide),
        PolicyProgram.Of(RefundPrepayment.Name, RefundPrepaymentFacts.Read, RefundPrepayment.Decide),
        PolicyProgram.Of(JointReview.Name, JointReviewFacts.Read, JointReview.Decide),
        PolicyProgram.Of(PublicityPeriod.Name, PublicityFacts.Read, PublicityPeriod.Decide),
        PolicyProgram.Of(MonthlyWorkTraining.Name, WorkTrainingFacts.Read, MonthlyWorkTraining.Decide),
        PolicyProgram.Of(Trainee.Name, TraineeFacts.Read, Trainee.Decide),
        PolicyProgram.Of(HiringSubsidy.Name, HiringFacts.Read, HiringSubsidy.Decide),
        PolicyProgram.Of(ProductionSubsidy.Name, ProductionFacts.Read, ProductionSubsidy.Decide),
        PolicyProgram.Of(RentRelief.Name, RentReliefFacts.Read, RentRelief.Decide),
        PolicyProgram.Of(JobIntroduction.Name, JobIntroductionFacts.Read, JobIntroduction.Decide),
        PolicyProgram.Of(SubsidyExtension.Name, SubsidyExtensionFacts.Read, SubsidyExtension.Decide),
    ];
}

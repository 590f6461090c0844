using Wenye.Policy;
using Wenye.Training.Domain.Allowances;
using Wenye.Training.Domain.Apprentices;
using Wenye.Training.Domain.Certificates;
using Wenye.Training.Domain.Claims;
using Wenye.Training.Domain.Classes;
using Wenye.Training.Domain.Payments;
using Wenye.Training.Domain.Platforms;
using Wenye.Training.Domain.Projects;
using Wenye.Training.Domain.Subsidies;

namespace Wenye.Training.Domain;

/// <summary>The decisions of training by name (职业培训决定事项), for cases, replay and services.</summary>
public static class TrainingPrograms
{
    /// <summary>Every program (全部事项).</summary>
    public static IReadOnlyList<PolicyProgram> All { get; } =
    [
        PolicyProgram.Of(TrainingSubsidy.Name, TrainingSubsidyFacts.Read, TrainingSubsidy.Decide),
        PolicyProgram.Of(LivingAllowance.Name, LivingAllowanceFacts.Read, LivingAllowance.Decide),
        PolicyProgram.Of(ProjectPayout.Name, ProjectPayoutFacts.Read, ProjectPayout.Decide),
        PolicyProgram.Of(PreAllocation.Name, PreAllocationFacts.Read, PreAllocation.Decide),
        PolicyProgram.Of(CertificateNumber.Name, CertificateNumberFacts.Read, CertificateNumber.Decide),
        PolicyProgram.Of(OnlineShare.Name, OnlineShareFacts.Read, OnlineShare.Decide),
        PolicyProgram.Of(ClaimedLine.Name, ClaimLineFacts.Read, ClaimedLine.Decide),
        PolicyProgram.Of(PublicityPeriod.Name, PublicityFacts.Read, PublicityPeriod.Decide),
        PolicyProgram.Of(CompletionCertificate.Name, CompletionCertificateFacts.Read, CompletionCertificate.Decide),
        PolicyProgram.Of(PlatformStanding.Name, PlatformStandingFacts.Read, PlatformStanding.Decide),
        PolicyProgram.Of(AppraisalSubsidy.Name, AppraisalSubsidyFacts.Read, AppraisalSubsidy.Decide),
        PolicyProgram.Of(ClaimMaterials.Name, ClaimMaterialsFacts.Read, ClaimMaterials.Decide),
        PolicyProgram.Of(TrainingAdvance.Name, TrainingAdvanceFacts.Read, TrainingAdvance.Decide),
        PolicyProgram.Of(Apprenticeship.Name, ApprenticeshipFacts.Read, Apprenticeship.Decide),
        PolicyProgram.Of(NamedApprentice.Name, NamedApprenticeFacts.Read, NamedApprentice.Decide),
        PolicyProgram.Of(PreparatoryTraining.Name, PreparatoryTrainingFacts.Read, PreparatoryTraining.Decide),
        PolicyProgram.Of(WorkTraining.Name, WorkTrainingFacts.Read, WorkTraining.Decide),
        PolicyProgram.Of(DayAllowance.Name, DayAllowanceFacts.Read, DayAllowance.Decide),
    ];
}

using Wenye.Policy;

namespace Wenye.Registration.Domain;

/// <summary>The decisions of registration by name (失业登记决定事项), for cases, replay and services.</summary>
public static class RegistrationPrograms
{
    /// <summary>Every program (全部事项).</summary>
    public static IReadOnlyList<PolicyProgram> All { get; } =
    [
        PolicyProgram.Of(Eligibility.Name, EligibilityFacts.Read, Eligibility.Decide),
        PolicyProgram.Of(ReviewRejection.Name, ReviewRejectionFacts.Read, ReviewRejection.Decide),
        PolicyProgram.Of(Deregistration.Name, DeregistrationFacts.Read, Deregistration.Decide),
        PolicyProgram.Of(ProcessingDeadline.Name, ProcessingDeadlineFacts.Read, ProcessingDeadline.Decide),
    ];
}

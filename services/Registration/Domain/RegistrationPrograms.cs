using Wenye.Policy;
using Wenye.Registration.Domain.Applications;
using Wenye.Registration.Domain.Employments;
using Wenye.Registration.Domain.Hardship;
using Wenye.Registration.Domain.Services;

namespace Wenye.Registration.Domain;

/// <summary>The decisions of registration by name (失业登记决定事项), for cases, replay and services.</summary>
public static class RegistrationPrograms
{
    /// <summary>Every program that needs no code tables (不需代码表的事项): all whose decisions are stored and replayed.</summary>
    public static IReadOnlyList<PolicyProgram> All { get; } =
    [
        PolicyProgram.Of(Eligibility.Name, EligibilityFacts.Read, Eligibility.Decide),
        PolicyProgram.Of(ReviewRejection.Name, ReviewRejectionFacts.Read, ReviewRejection.Decide),
        PolicyProgram.Of(Deregistration.Name, DeregistrationFacts.Read, Deregistration.Decide),
        PolicyProgram.Of(ServiceDuties.Name, ServiceFacts.Read, ServiceDuties.Decide),
        PolicyProgram.Of(ProcessingDeadline.Name, ProcessingDeadlineFacts.Read, ProcessingDeadline.Decide),
        PolicyProgram.Of(HardshipRecognition.Name, HardshipFacts.Read, HardshipRecognition.Decide),
        PolicyProgram.Of(EmploymentRegistration.Name, EmploymentFacts.Read, EmploymentRegistration.Decide),
    ];

    /// <summary>Every program over a snapshot of code tables (全部事项).</summary>
    public static IReadOnlyList<PolicyProgram> Over(ICodeTables codes) => [.. All, ApplicationValidity.Over(codes)];
}

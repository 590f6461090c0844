using System.Runtime.CompilerServices;
using Wenye.Contracts.Registration.V1;
using Wenye.Policy;
using Wenye.Registration.Data;
using Wenye.Registration.Domain;
using Wenye.Registration.Domain.Employments;
using Wenye.Registration.Domain.Services;
using Wenye.Registration.Forms;
using Wenye.ServiceDefaults;
using Ground = Wenye.Registration.Domain.RejectionReason;
using RejectionReason = Wenye.Contracts.Registration.V1.RejectionReason;

namespace Wenye.Registration;

/// <summary>The decisions of Registration on facts that the host holds (失业登记各项决定).</summary>
/// <param name="parameters">Those shipped with what the operator set (<c>Policy:OperatorParameters</c>).</param>
internal sealed class RegistrationDecisions(ParameterSet parameters)
{
    private readonly DayContexts contexts = new(parameters);
    private readonly ConditionalWeakTable<PolicyContext, Decision<DueDay>> deadlines = [];

    /// <summary>May this person register (失业登记条件)? What neither the form nor the office established is unproven.</summary>
    /// <param name="form">What the applicant states.</param>
    /// <param name="today">The day of the decision.</param>
    /// <param name="standing">What our own registers prove stands against what the office says.</param>
    /// <param name="established">What the office established; null before the review.</param>
    public Decision Eligibility(SubmittedForm form, DateOnly today, PersonStanding standing, Approval? established = null)
    {
        var office = established ?? new Approval();
        var facts = new EligibilityFacts
        {
            BirthDate = Fact.From(form.BirthDate ?? office.BirthDate?.ToDay()),
            ReceivesPension = standing.DrawsPension ? true : Known(office.HasReceivesPension, office.ReceivesPension),
            AbleToWork = Known(office.HasAbleToWork, office.AbleToWork),
            Employed = standing.IsEmployed ? true : Known(office.HasEmployed, office.Employed),

            // 39号 一(一)  “有就业要求”依据个人申请
            WantsWork = true,
            Place = form.Place,
            HmtResident = Known(form.IsHmtResident, true),
            WorkedInProvince = Known(office.HasWorkedInProvince, office.WorkedInProvince),
        };
        return Domain.Eligibility.Decide(facts, At(form.Division, today));
    }

    /// <summary>May the office reject for this reason (审核不通过原因)?</summary>
    public Decision Rejection(string division, DateOnly today, RejectionReason reason) =>
        ReviewRejection.Decide(new ReviewRejectionFacts { Reason = GroundOf(reason) }, At(division, today));

    /// <summary>By when must the review be done (办结期限), counted from the day on which the application is taken (受理)?</summary>
    /// <remarks>The same for all of a division and day, so decided once.</remarks>
    public Decision<DueDay> ReviewDeadline(string division, DateOnly today) => deadlines.GetValue(
        At(division, today),
        static policy => ProcessingDeadline.Decide(new ProcessingDeadlineFacts { Step = ProcessingStep.Review, From = policy.AsOf }, policy));

    /// <summary>May the registration be cancelled for this reason (注销失业登记)?</summary>
    public Decision<DeregistrationEffect> Deregistration(string division, DateOnly today, string reasonCode) =>
        Domain.Deregistration.Decide(new DeregistrationFacts { ReasonCode = Fact.Known("reason_code", reasonCode) }, At(division, today));

    /// <summary>By when must the person be contacted after registration (首次联系期限)? And what else is due, and what is overdue (registration.services).</summary>
    /// <param name="registration">Where and since when.</param>
    /// <param name="services">Everything recorded of it; who was not reached got no service.</param>
    /// <param name="asOf">The day of the decision.</param>
    public Decision<ServiceObligations> Services(UnemploymentRegistration registration, IReadOnlyCollection<StoredService> services, DateOnly asOf)
    {
        IReadOnlyList<DateOnly> Given(ServiceKind kind) =>
            [.. services.Where(one => one.Kind == kind && one.Outcome != ServiceOutcome.NotReached).Select(one => one.ProvidedOn).Order()];

        return ServiceDuties.Decide(
            new ServiceFacts
            {
                RegisteredOn = registration.RegisteredOn,
                FirstContacts = Given(ServiceKind.FirstContact),
                FollowUps = Given(ServiceKind.MonthlyFollowUp),
                Policies = Given(ServiceKind.Policy),
                Guidance = Given(ServiceKind.Guidance),
                JobOffers = Given(ServiceKind.JobOffer),
                TrainingOffers = Given(ServiceKind.TrainingOffer),
            },
            At(registration.Division, asOf));
    }

    /// <summary>Is the person in work by this form (就业登记), by the law of this place?</summary>
    /// <remarks>Who draws a pension is known by the register: nobody proves that they do not (79号 一(二)).</remarks>
    public Decision<EmploymentEffect> Employment(SubmittedEmployment form, string division, DateOnly today, DateOnly? pensionSince) =>
        EmploymentRegistration.Decide(
            new EmploymentFacts
            {
                Manner = form.Manner,
                IncomeReachesMinimum = Fact.From(form.IncomeReachesMinimum),
                EmployedOn = form.EmployedOn,
                BirthDate = Fact.From(form.BirthDate),
                ReceivesPension = pensionSince <= today,
            },
            At(division, today));

    private static Fact<bool> Known(bool isKnown, bool value) => isKnown ? value : default(Fact<bool>);

    private static Ground GroundOf(RejectionReason reason) => reason switch
    {
        RejectionReason.IdentityMismatch => Ground.IdentityMismatch,
        RejectionReason.UnderAge => Ground.UnderAge,
        RejectionReason.ReceivesPension => Ground.ReceivesPension,
        RejectionReason.Employed => Ground.Employed,
        RejectionReason.MaterialsIncomplete => Ground.MaterialsIncomplete,
        RejectionReason.NotInsured => Ground.NotInsured,
        RejectionReason.NotEntitledToBenefit => Ground.NotEntitledToBenefit,
        RejectionReason.NoCertificate => Ground.NoCertificate,
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "The request was not validated."),
    };

    private PolicyContext At(string division, DateOnly today) => contexts.At(division, today);
}

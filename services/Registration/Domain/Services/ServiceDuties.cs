using Wenye.Policy;

namespace Wenye.Registration.Domain.Services;

/// <summary>Was a registered person served in time (登记失业人员服务是否到位)? Granted: nothing is overdue. What is due next is told in any case.</summary>
/// <remarks>Readings (docs/decisions/0035-services-due.md): what a month and a year are, and what makes good a gap.</remarks>
public static class ServiceDuties
{
    /// <summary>Name of the decision (决定事项).</summary>
    public const string Name = "registration.services";

    /// <summary>Decides (认定).</summary>
    public static Decision<ServiceObligations> Decide(ServiceFacts facts, PolicyContext policy)
    {
        // 79号 一(三)  在办理失业登记后5个工作日内…主动联系: the term of the day of registration
        var contact = (facts.RegisteredOn.IsProven ? policy.On(facts.RegisteredOn.Value) : policy).Get(RegistrationParameters.FirstContactWorkingDays);
        var followUp = policy.Get(RegistrationParameters.MonthlyFollowUp);
        var policies = policy.Get(RegistrationParameters.PoliciesAYear);
        var guidance = policy.Get(RegistrationParameters.GuidanceAYear);
        var jobs = policy.Get(RegistrationParameters.JobOffersAYear);
        var training = policy.Get(RegistrationParameters.TrainingOffersAYear);
        var due = Obligations(facts, policy);

        return Decision.On(Name, facts, policy)

            // 79号 一(三)  在办理失业登记后5个工作日内，通过电话、短信等方式主动联系登记失业人员
            .AndIf(contact.IsSet, contact, InTime("first_contacts", facts.FirstContacts, due.FirstContact, facts, policy))

            // 39号 四(二)  每月至少进行1次跟踪调查
            // 79号 一(四)  每月开展1次跟踪调查
            .AndIf(followUp.IsSet, followUp, InTime("follow_ups", facts.FollowUps, due.FollowUp, facts, policy))

            // 39号 四(三)  1年内至少开展2次政策对接
            .AndIf(policies.IsSet, policies, InTime("policies", facts.Policies, due.Policy, facts, policy))

            // 39号 四(三)  提供3次职业指导
            .AndIf(guidance.IsSet, guidance, InTime("guidance", facts.Guidance, due.Guidance, facts, policy))

            // 39号 四(三)  推荐3次岗位信息
            .AndIf(jobs.IsSet, jobs, InTime("job_offers", facts.JobOffers, due.JobOffer, facts, policy))

            // 39号 四(三)  提供3次免费技能培训信息
            .AndIf(training.IsSet, training, InTime("training_offers", facts.TrainingOffers, due.TrainingOffer, facts, policy))
            .Answering(due);
    }

    private static ServiceObligations Obligations(ServiceFacts facts, PolicyContext policy) => facts.RegisteredOn.IsProven
        ? new()
        {
            FirstContact = FirstContact(facts, policy),
            FollowUp = facts.FollowUps is { } given && policy.Get(RegistrationParameters.MonthlyFollowUp).IsSet
                ? Due((ServiceSchedule.FollowUpDue(facts.RegisteredOn.Value, given), 1), given, facts, policy) : null,
            Policy = Yearly(facts.Policies, RegistrationParameters.PoliciesAYear, facts, policy),
            Guidance = Yearly(facts.Guidance, RegistrationParameters.GuidanceAYear, facts, policy),
            JobOffer = Yearly(facts.JobOffers, RegistrationParameters.JobOffersAYear, facts, policy),
            TrainingOffer = Yearly(facts.TrainingOffers, RegistrationParameters.TrainingOffersAYear, facts, policy),
        }
        : new();

    // Counted by registration.deadline, on the day of registration.
    private static DueService? FirstContact(ServiceFacts facts, PolicyContext policy) =>
        facts.FirstContacts is { Count: 0 } given
        && ProcessingDeadline.Decide(
            new ProcessingDeadlineFacts { Step = ProcessingStep.FirstContact, From = facts.RegisteredOn }, policy.On(facts.RegisteredOn.Value)).Result is { } deadline
            ? Due((deadline.Due, 1), given, facts, policy) : null;

    private static DueService? Yearly(IReadOnlyList<DateOnly>? given, Parameter<int> times, ServiceFacts facts, PolicyContext policy) =>
        given is not null && policy.Get(times) is { IsSet: true, Value: > 0 } yearly
            ? Due(ServiceSchedule.Yearly(facts.RegisteredOn.Value, given, yearly.Value), given, facts, policy) : null;

    private static DueService Due((DateOnly Day, int Left) open, IReadOnlyList<DateOnly> given, ServiceFacts facts, PolicyContext policy) =>
        new(open.Day, open.Left, ServiceSchedule.InYearOf(policy.AsOf, facts.RegisteredOn.Value, given));

    // In time while the day on which the next is due has not passed; where nothing is due any more, it was given.
    private static Proposition InTime(string name, IReadOnlyList<DateOnly>? given, DueService? due, ServiceFacts facts, PolicyContext policy) =>
        Proposition.All(facts.RegisteredOn.IsEstablished(), (given, due) switch
        {
            (null, _) => Fact.Unproven<DateOnly>(name).AtLeast(policy.AsOf),
            (_, { Due: var day }) => Fact.Known(name, day).AtLeast(policy.AsOf),
            _ => Fact.Known(name, given.Count).IsEstablished(),
        });
}

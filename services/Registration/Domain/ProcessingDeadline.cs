using Wenye.Policy;

namespace Wenye.Registration.Domain;

/// <summary>A step that must be done in time (办理环节).</summary>
public enum ProcessingStep
{
    /// <summary>Deciding the application (审核办结), counted from the day it was taken.</summary>
    Review,

    /// <summary>The first contact by the office (主动联系), counted from the day of registration.</summary>
    FirstContact,
}

/// <summary>What registration.deadline looks at (办理时限的事实).</summary>
public sealed record ProcessingDeadlineFacts : IFacts
{
    /// <summary>The step (环节).</summary>
    public Fact<ProcessingStep> Step { get; init => field = value.Named("step"); } = Fact.Unproven<ProcessingStep>("step");

    /// <summary>The day the term is counted from, itself not counted (起算日).</summary>
    public Fact<DateOnly> From { get; init => field = value.Named("from"); } = Fact.Unproven<DateOnly>("from");

    /// <summary>Reads the facts by name (读取).</summary>
    public static ProcessingDeadlineFacts Read(FactSet given) => new()
    {
        Step = given.Choice<ProcessingStep>("step"),
        From = given.Day("from"),
    };

    /// <inheritdoc/>
    public IEnumerable<NamedValue> Recorded() => [Step.Recorded, From.Recorded];
}

/// <summary>By when a step must be done (办理期限).</summary>
/// <param name="Due">The last day, a working day (截止日).</param>
public sealed record DueDay(DateOnly Due) : IOutputs
{
    /// <inheritdoc/>
    public IEnumerable<NamedValue> Recorded() => [new("due", PolicyValue.Of(Due))];
}

/// <summary>By when must a step be done (办理时限)? Incomplete where no document in force sets a term for the step.</summary>
public static class ProcessingDeadline
{
    /// <summary>Name of the decision (决定事项).</summary>
    public const string Name = "registration.deadline";

    /// <summary>Decides (认定).</summary>
    public static Decision<DueDay> Decide(ProcessingDeadlineFacts facts, PolicyContext policy)
    {
        // 39号 五(一)  7个工作日内采取信息比对、实地调查等方式办结
        // 79号 一(三)  要在3个工作日内办结失业登记申请，并在办理失业登记后5个工作日内…主动联系登记失业人员
        var term = policy.Get(facts.Step is { IsProven: true, Value: ProcessingStep.FirstContact }
            ? RegistrationParameters.FirstContactWorkingDays
            : RegistrationParameters.ReviewWorkingDays);
        var due = term.IsSet ? policy.Calendar.Due(facts.From, term.Value) : facts.From;

        return Decision.On(Name, facts, policy)
            .When(term, Proposition.All(facts.Step.IsEstablished(), due.IsEstablished()))
            .Grant(() => new DueDay(due.Value));
    }
}

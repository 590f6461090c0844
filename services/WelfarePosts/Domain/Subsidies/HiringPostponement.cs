using Wenye.Policy;

namespace Wenye.WelfarePosts.Domain.Subsidies;

/// <summary>What welfare_posts.hiring_postponement looks at (社会保险补贴期限顺延的事实). What is left out is unproven.</summary>
public sealed record HiringPostponementFacts : IFacts
{
    /// <summary>The day on which the subsidy ends (补贴到期日).</summary>
    public Fact<DateOnly> EndsOn { get; init => field = value.Named("ends_on"); } = Fact.Unproven<DateOnly>("ends_on");

    /// <summary>Months within its term in which contributions were exempted or reduced (减免月数).</summary>
    public Fact<int> ExemptedMonths { get; init => field = value.Named("exempted_months"); } = Fact.Unproven<int>("exempted_months");

    /// <summary>Reads the facts by name (读取).</summary>
    public static HiringPostponementFacts Read(FactSet given) => new()
    {
        EndsOn = given.Day("ends_on"),
        ExemptedMonths = given.Count("exempted_months"),
    };

    /// <inheritdoc/>
    public IEnumerable<NamedValue> Recorded() => [EndsOn.Recorded, ExemptedMonths.Recorded];
}

/// <summary>Until when it is put off (顺延至).</summary>
/// <param name="Until">Last day (截止日).</param>
public sealed record HiringPostponementResult(DateOnly Until) : IOutputs
{
    /// <inheritdoc/>
    public IEnumerable<NamedValue> Recorded() => [new("until", PolicyValue.Of(Until))];
}

/// <summary>Until when does an enterprise's insurance subsidy for people in hardship run after exemptions (社会保险补贴期限顺延)?</summary>
public static class HiringPostponement
{
    /// <summary>Name of the decision (决定事项).</summary>
    public const string Name = "welfare_posts.hiring_postponement";

    private static readonly Parameter<bool> PutOff = Parameter.Rule("welfare_posts.hiring_postponement");

    /// <summary>Decides (认定).</summary>
    public static Decision<HiringPostponementResult> Decide(HiringPostponementFacts facts, PolicyContext policy)
    {
        // 20号 二(三)15  阶段性减免社保费期间，企业吸纳就业困难人员的社会保险补贴期限可顺延
        return Decision.On(Name, facts, policy)
            .When(policy.Get(PutOff), Proposition.All(facts.EndsOn.IsEstablished(), facts.ExemptedMonths.AtLeast(1)))
            .Grant(() => new HiringPostponementResult(Terms.TermDays.Last(facts.EndsOn.Value.AddDays(1), facts.ExemptedMonths.Value)));
    }
}

using Wenye.Policy;

namespace Wenye.Training.Domain.Apprentices;

/// <summary>What training.preparatory looks at (劳动预备制培训的事实): one person. What is left out is unproven.</summary>
public sealed record PreparatoryTrainingFacts : IFacts
{
    /// <summary>Years of age on the day the training began (周岁).</summary>
    public Fact<int> Age { get; init => field = value.Named("age"); } = Fact.Unproven<int>("age");

    /// <summary>Registered as unemployed (登记失业人员).</summary>
    public Fact<bool> RegisteredUnemployed { get; init => field = value.Named("registered_unemployed"); } = Fact.Unproven<bool>("registered_unemployed");

    /// <summary>Wants to work, or to be trained for it (有就业意愿).</summary>
    public Fact<bool> Willing { get; init => field = value.Named("willing"); } = Fact.Unproven<bool>("willing");

    /// <summary>The day on which the training began (培训开始日期).</summary>
    public Fact<DateOnly> StartedOn { get; init => field = value.Named("started_on"); } = Fact.Unproven<DateOnly>("started_on");

    /// <summary>From the country, or of a family in difficulty (农村学员、困难家庭成员).</summary>
    public Fact<bool> RuralOrPoor { get; init => field = value.Named("rural_or_poor"); } = Fact.Unproven<bool>("rural_or_poor");

    /// <summary>Reads the facts by name (读取).</summary>
    public static PreparatoryTrainingFacts Read(FactSet given) => new()
    {
        Age = given.Count("age"),
        RegisteredUnemployed = given.Truth("registered_unemployed"),
        Willing = given.Truth("willing"),
        StartedOn = given.Day("started_on"),
        RuralOrPoor = given.Truth("rural_or_poor"),
    };

    /// <inheritdoc/>
    public IEnumerable<NamedValue> Recorded() => [Age.Recorded, RegisteredUnemployed.Recorded, Willing.Recorded, StartedOn.Recorded, RuralOrPoor.Recorded];
}

/// <summary>What comes with the training (待遇). The documents say "按规定" and name no figures.</summary>
/// <param name="Subsidised">A training subsidy is paid (职业培训补贴).</param>
/// <param name="LivingAllowance">A living allowance is paid (生活费补贴).</param>
public sealed record PreparatoryPlace(bool Subsidised, bool LivingAllowance) : IOutputs
{
    /// <inheritdoc/>
    public IEnumerable<NamedValue> Recorded() => [new("subsidised", PolicyValue.Of(Subsidised)), new("living_allowance", PolicyValue.Of(LivingAllowance))];
}

/// <summary>Does this young person belong to the preparatory training (劳动预备制培训范围), and what comes with it?</summary>
public static class PreparatoryTraining
{
    /// <summary>Name of the decision (决定事项).</summary>
    public const string Name = "training.preparatory";

    private static readonly Parameter<int> HighestAge = Parameter.Count("training.preparatory_age", Unit.Years);
    private static readonly Parameter<DateOnly> FirstDay = Parameter.Day("training.preparatory_first_day");
    private static readonly Parameter<DateOnly> LastDay = Parameter.Day("training.preparatory_last_day");
    private static readonly Parameter<bool> Benefits = Parameter.Rule("training.preparatory_benefits");

    /// <summary>Decides (认定).</summary>
    public static Decision<PreparatoryPlace> Decide(PreparatoryTrainingFacts facts, PolicyContext policy)
    {
        var age = policy.Get(HighestAge);
        var (from, until, benefits) = (policy.Get(FirstDay), policy.Get(LastDay), policy.Get(Benefits));
        return Decision.On(Name, facts, policy)

            // 5号 11、济政发〔2020〕1号 14、邢南政发〔2020〕1号 (十八)  将20岁以下有就业意愿的登记失业人员纳入劳动预备制培训范围
            .When(age, Proposition.All(facts.Age.AtMost(age), facts.RegisteredUnemployed.Is(true), facts.Willing.Is(true)))

            // 邢南政发〔2020〕1号 (十八)  实施期限为2020年1月1日至12月31日
            .AndIf(from.IsSet, from, facts.StartedOn.AtLeast(from))
            .AndIf(until.IsSet, until, facts.StartedOn.AtMost(until))

            // 邢南政发〔2020〕1号 (十八)  按规定给予职业培训补贴和农村学员、困难家庭成员生活费补贴
            .AndIf(benefits.IsSet, benefits, facts.RuralOrPoor.IsEstablished())
            .Grant(() => new PreparatoryPlace(benefits.IsSet, benefits.IsSet && facts.RuralOrPoor.Value));
    }
}

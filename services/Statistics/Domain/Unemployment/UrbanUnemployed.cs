using Wenye.Policy;

namespace Wenye.Statistics.Domain.Unemployment;

/// <summary>What statistics.registered_unemployed looks at (城镇登记失业人员的事实). What is left out is unproven.</summary>
public sealed record UrbanUnemployedFacts : IFacts
{
    /// <summary>Of working age (劳动年龄内): 16 and over, up to a pension.</summary>
    public Fact<bool> AgeOk { get; init => field = value.Named("age_ok"); } = Fact.Unproven<bool>("age_ok");

    /// <summary>有劳动能力.</summary>
    public Fact<bool> AbleToWork { get; init => field = value.Named("able_to_work"); } = Fact.Unproven<bool>("able_to_work");

    /// <summary>有就业需求.</summary>
    public Fact<bool> WantsWork { get; init => field = value.Named("wants_work"); } = Fact.Unproven<bool>("wants_work");

    /// <summary>Works (就业状态); not: 处于无业状态.</summary>
    public Fact<bool> Employed { get; init => field = value.Named("employed"); } = Fact.Unproven<bool>("employed");

    /// <summary>在城镇区域办理登记.</summary>
    public Fact<bool> UrbanRegistration { get; init => field = value.Named("urban_registration"); } = Fact.Unproven<bool>("urban_registration");

    /// <summary>常住地为城镇.</summary>
    public Fact<bool> UrbanResidence { get; init => field = value.Named("urban_residence"); } = Fact.Unproven<bool>("urban_residence");

    /// <summary>Reads the facts by name (读取).</summary>
    public static UrbanUnemployedFacts Read(FactSet given) => new()
    {
        AgeOk = given.Truth("age_ok"),
        AbleToWork = given.Truth("able_to_work"),
        WantsWork = given.Truth("wants_work"),
        Employed = given.Truth("employed"),
        UrbanRegistration = given.Truth("urban_registration"),
        UrbanResidence = given.Truth("urban_residence"),
    };

    /// <inheritdoc/>
    public IEnumerable<NamedValue> Recorded() =>
        [AgeOk.Recorded, AbleToWork.Recorded, WantsWork.Recorded, Employed.Recorded, UrbanRegistration.Recorded, UrbanResidence.Recorded];
}

/// <summary>Does somebody registered count as urban registered unemployed (城镇登记失业人员)?</summary>
public static class UrbanUnemployed
{
    /// <summary>Name of the decision (决定事项).</summary>
    public const string Name = "statistics.registered_unemployed";

    private static readonly Parameter<bool> ByRegistration = Parameter.Rule("statistics.unemployed_by_registration");
    private static readonly Parameter<bool> ByResidence = Parameter.Rule("statistics.unemployed_by_residence");

    /// <summary>Decides (认定).</summary>
    public static Decision<NoOutputs> Decide(UrbanUnemployedFacts facts, PolicyContext policy)
    {
        var (registration, residence) = (policy.Get(ByRegistration), policy.Get(ByResidence));

        // 39号 二(二)  将常住地为城镇的登记失业人员（包括农村进城务工人员和其他非本地户籍人员）纳入城镇登记失业人员统计范围
        // 79号 三(十)  登记失业人员为劳动年龄…内，有劳动能力，有就业需求，处于无业状态，并在城镇区域办理失业登记的人员
        return Decision.On(Name, facts, policy)
            .AndIf(residence.IsSet, residence, facts.UrbanResidence.Is(true))
            .AndIf(!residence.IsSet, registration, facts.UrbanRegistration.Is(true))
            .AndIf(registration.IsSet, registration, facts.AgeOk.Is(true))
            .AndIf(registration.IsSet, registration, facts.AbleToWork.Is(true))
            .AndIf(registration.IsSet, registration, facts.WantsWork.Is(true))
            .AndIf(registration.IsSet, registration, facts.Employed.Is(false))
            .Grant();
    }
}

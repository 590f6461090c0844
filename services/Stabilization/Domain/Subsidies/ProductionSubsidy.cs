using Wenye.Policy;

namespace Wenye.Stabilization.Domain.Subsidies;

/// <summary>What stabilization.production_subsidy looks at (一次性用工补贴的事实). What is left out is unproven.</summary>
public sealed record ProductionFacts : IFacts
{
    /// <summary>On a list of firms that make what the epidemic calls for (疫情防控重点物资生产企业).</summary>
    public Fact<bool> IsKeySupplier { get; init => field = value.Named("is_key_supplier"); } = Fact.Unproven<bool>("is_key_supplier");

    /// <summary>People at work, day by day, from 24 January to 9 February 2020 (在岗人日).</summary>
    public Fact<int> PersonDays { get; init => field = value.Named("person_days"); } = Fact.Unproven<int>("person_days");

    /// <summary>Reads the facts by name (读取).</summary>
    public static ProductionFacts Read(FactSet given) => new()
    {
        IsKeySupplier = given.Truth("is_key_supplier"),
        PersonDays = given.Count("person_days"),
    };

    /// <inheritdoc/>
    public IEnumerable<NamedValue> Recorded() => [IsKeySupplier.Recorded, PersonDays.Recorded];
}

/// <summary>Is the firm rewarded for having worked over the Spring Festival (一次性用工补贴)?</summary>
public static class ProductionSubsidy
{
    /// <summary>Name of the decision (决定事项).</summary>
    public const string Name = "stabilization.production_subsidy";

    private static readonly Parameter<Money> PerPersonDay = Parameter.Money("stabilization.production_per_person_day");
    private static readonly Parameter<Money> Cap = Parameter.Money("stabilization.production_cap");

    /// <summary>Decides (认定).</summary>
    public static Decision<SubsidyGrant> Decide(ProductionFacts facts, PolicyContext policy)
    {
        var perPersonDay = policy.Get(PerPersonDay);
        var cap = policy.Get(Cap);
        return Decision.On(Name, facts, policy)

            // 5号 1、济政发〔2020〕1号 2  支持疫情防控重点物资生产企业复工达产，对春节期间（截至2020年2月9日）开工生产的企业，给予每人每天200元一次性用工补贴
            // 22号 细则一  根据2020年1月24日至2020年2月9日期间企业在岗人数，按照每人每天200元的标准给予企业用工补贴，每个企业补贴最高不超过50万元
            .When(perPersonDay, Proposition.All(facts.IsKeySupplier.Is(true), facts.PersonDays.AtLeast(1)))
            .Using(cap)
            .Grant(() => new SubsidyGrant(Least(perPersonDay.Value * facts.PersonDays.Value, cap.Value)));
    }

    private static Money Least(Money amount, Money cap) => amount < cap ? amount : cap;
}

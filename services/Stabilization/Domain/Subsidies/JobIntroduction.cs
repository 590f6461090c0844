using Wenye.Policy;

namespace Wenye.Stabilization.Domain.Subsidies;

/// <summary>Who was introduced (介绍对象).</summary>
public enum IntroducedPerson
{
    /// <summary>Holds a certificate of a qualification or skill level (技能型人才).</summary>
    Skilled = 1,

    /// <summary>Graduate of a vocational or technical school or a university (院校毕业生).</summary>
    Graduate,
}

/// <summary>What stabilization.job_introduction looks at (职业介绍补贴的事实): people alike in all of it. What is left out is unproven.</summary>
public sealed record JobIntroductionFacts : IFacts
{
    /// <summary>介绍对象.</summary>
    public Fact<IntroducedPerson> Person { get; init => field = value.Named("person"); } = Fact.Unproven<IntroducedPerson>("person");

    /// <summary>The day of introduction (介绍日期).</summary>
    public Fact<DateOnly> IntroducedOn { get; init => field = value.Named("introduced_on"); } = Fact.Unproven<DateOnly>("introduced_on");

    /// <summary>Term of the contract (劳动合同年限), years.</summary>
    public Fact<decimal> ContractYears { get; init => field = value.Named("contract_years"); } = Fact.Unproven<decimal>("contract_years");

    /// <summary>人数.</summary>
    public Fact<int> People { get; init => field = value.Named("people"); } = Fact.Unproven<int>("people");

    /// <summary>The office checked and confirmed the introduction (经审核确认).</summary>
    public Fact<bool> Verified { get; init => field = value.Named("verified"); } = Fact.Unproven<bool>("verified");

    /// <summary>Reads the facts by name (读取).</summary>
    public static JobIntroductionFacts Read(FactSet given) => new()
    {
        Person = given.Choice<IntroducedPerson>("person"),
        IntroducedOn = given.Day("introduced_on"),
        ContractYears = given.Number("contract_years"),
        People = given.Count("people"),
        Verified = given.Truth("verified"),
    };

    /// <inheritdoc/>
    public IEnumerable<NamedValue> Recorded() => [Person.Recorded, IntroducedOn.Recorded, ContractYears.Recorded, People.Recorded, Verified.Recorded];
}

/// <summary>Is the agency rewarded for people it introduced to firms (职业介绍补贴)?</summary>
/// <remarks>Pure. Readings: docs/decisions/0041-work-training.md.</remarks>
public static class JobIntroduction
{
    /// <summary>Name of the decision (决定事项).</summary>
    public const string Name = "stabilization.job_introduction";

    private static readonly Parameter<bool> Rule = Parameter.Rule("stabilization.job_introduction");
    private static readonly Parameter<DateOnly> From = Parameter.Day("stabilization.job_introduction_from");
    private static readonly Parameter<DateOnly> Until = Parameter.Day("stabilization.job_introduction_until");
    private static readonly Parameter<decimal> ContractYears = Parameter.Number("stabilization.job_introduction_contract_years", Unit.TermYears);
    private static readonly Parameter<Money> Amount = Parameter.Money("stabilization.job_introduction_amount");

    /// <summary>What the city pays more (提高的标准), or at all before 22号. Set by the operator.</summary>
    private static readonly Parameter<Money> CityAmount = Parameter.Money("stabilization.job_introduction_city_amount");

    /// <summary>Decides (认定).</summary>
    public static Decision<SubsidyGrant> Decide(JobIntroductionFacts facts, PolicyContext policy)
    {
        var rule = policy.Get(Rule);
        var from = policy.Get(From);
        var until = policy.Get(Until);
        var years = policy.Get(ContractYears);
        var amount = policy.Get(Amount);
        var city = policy.Get(CityAmount);
        var introduced = Proposition.All(facts.Person.IsEstablished(), facts.People.AtLeast(1), facts.Verified.Is(true));
        return Decision.On(Name, facts, policy)

            // 4号 19  介绍技能型人才和职业院校、技工院校、高校毕业生…经审核确认后，市、县级财政可适当给予职业介绍补贴
            // 22号 细则三  经审核确认，由企业所在地按每人120元的标准给予职业介绍补贴。有条件的市，可适当提高补贴标准
            // 济政发〔2020〕1号 2  经审核确认，按每人300元的标准给予职业介绍补贴
            .When(rule, introduced)
            .AndIf(rule.IsSet && !amount.IsSet, rule, CityFigure.IsKnown(city))

            // 22号 细则三、济政发〔2020〕1号 2  2020年2月4日至5月4日
            .AndIf(from.IsSet, from, facts.IntroducedOn.AtLeast(from))
            .AndIf(until.IsSet, until, facts.IntroducedOn.AtMost(until))

            // 4号 19、22号 细则三、济政发〔2020〕1号 2  签订1年以上劳动合同
            .AndIf(years.IsSet, years, facts.ContractYears.AtLeast(years))
            .Using(amount)
            .Using(city)
            .Grant(() => new SubsidyGrant(PerHead(amount, city) * facts.People.Value));
    }

    // The city may raise the figure, not lower it.
    private static Money PerHead(Dated<Money> stated, Dated<Money> city) =>
        !city.IsSet || (stated.IsSet && stated.Value > city.Value) ? stated.Value : city.Value;
}

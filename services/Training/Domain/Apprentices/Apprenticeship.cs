using Wenye.Policy;
using Wenye.Training.Domain.Subsidies;

namespace Wenye.Training.Domain.Apprentices;

/// <summary>Who is an apprentice (学徒).</summary>
public enum ApprenticeKind
{
    /// <summary>Graduate newly taken on (新招用高校毕业生).</summary>
    NewGraduate = 1,

    /// <summary>Young employee at work (在职青年职工).</summary>
    YoungEmployee,

    /// <summary>Other employee, those on probation included (其他在职职工，含见习期).</summary>
    Employee,

    /// <summary>Not employed by the firm (非本企业职工).</summary>
    Other,
}

/// <summary>What training.apprenticeship looks at (企业新型学徒制的事实): one apprentice. What is left out is unproven.</summary>
public sealed record ApprenticeshipFacts : IFacts
{
    /// <summary>学徒.</summary>
    public Fact<ApprenticeKind> Apprentice { get; init => field = value.Named("apprentice"); } = Fact.Unproven<ApprenticeKind>("apprentice");

    /// <summary>Length of the apprenticeship, years (培训年限).</summary>
    public Fact<decimal> Years { get; init => field = value.Named("years"); } = Fact.Unproven<decimal>("years");

    /// <summary>The day on which it began (开始日期).</summary>
    public Fact<DateOnly> StartedOn { get; init => field = value.Named("started_on"); } = Fact.Unproven<DateOnly>("started_on");

    /// <summary>Yuan for this apprentice and period before any rise (补贴标准): of 鲁人社发〔2019〕31号 or 辽人社发〔2019〕10号, the operator's to enter.</summary>
    public Fact<Money> Standard { get; init => field = value.Named("standard"); } = Fact.Unproven<Money>("standard");

    /// <summary>The occupation is costly to train for, or urgently needed (培养成本高和急需紧缺职业（工种）).</summary>
    public Fact<bool> CostlyOrUrgent { get; init => field = value.Named("costly_or_urgent"); } = Fact.Unproven<bool>("costly_or_urgent");

    /// <summary>Reads the facts by name (读取).</summary>
    public static ApprenticeshipFacts Read(FactSet given) => new()
    {
        Apprentice = given.Choice<ApprenticeKind>("apprentice"),
        Years = given.Number("years"),
        StartedOn = given.Day("started_on"),
        Standard = given.Money("standard"),
        CostlyOrUrgent = given.Truth("costly_or_urgent"),
    };

    /// <inheritdoc/>
    public IEnumerable<NamedValue> Recorded() => [Apprentice.Recorded, Years.Recorded, StartedOn.Recorded, Standard.Recorded, CostlyOrUrgent.Recorded];
}

/// <summary>Is a new-type apprenticeship subsidised, and with how much (企业新型学徒制培训补贴)?</summary>
/// <remarks>Pure. Readings: docs/decisions/0050-training-decisions.md.</remarks>
public static class Apprenticeship
{
    /// <summary>Name of the decision (决定事项).</summary>
    public const string Name = "training.apprenticeship";

    internal static readonly Parameter<Terms<ApprenticeKind>> Apprentices = Parameter.Terms<ApprenticeKind>("training.apprenticeship_apprentices");
    private static readonly Parameter<decimal> LeastYears = Parameter.Number("training.apprenticeship_years", Unit.TermYears);
    private static readonly Parameter<DateOnly> FirstDay = Parameter.Day("training.apprenticeship_first_day");
    private static readonly Parameter<DateOnly> LastDay = Parameter.Day("training.apprenticeship_last_day");
    private static readonly Parameter<decimal> Rise = Parameter.Number("training.apprenticeship_rise", Unit.Rate);

    /// <summary>Less than that, where the city says so (市定上浮比例). Set by the operator.</summary>
    private static readonly Parameter<decimal> RiseOfCity = Parameter.Number("training.apprenticeship_rise_city", Unit.Rate);

    /// <summary>Decides (认定).</summary>
    public static Decision<SubsidyAmount> Decide(ApprenticeshipFacts facts, PolicyContext policy)
    {
        var (apprentices, years) = (policy.Get(Apprentices), policy.Get(LeastYears));
        var (from, until) = (policy.Get(FirstDay), policy.Get(LastDay));
        var (rise, ofCity) = (policy.Get(Rise), policy.Get(RiseOfCity));
        return Decision.On(Name, facts, policy)

            // 55号 第六条(一)  企业在职职工（含见习期）参加新型学徒制培训，按《…》（鲁人社发〔2019〕31号）规定给予职业培训补贴
            // 辽 (十一)  对组织新招用高校毕业生或在职青年职工等开展…企业新型学徒制培训的企业，按规定给予职业培训补贴
            .When(apprentices, facts.Apprentice.OneOf(apprentices))
            .AndIf(apprentices.IsSet, apprentices, facts.Standard.Above(Money.Zero))

            // 辽 (十一)  1年以上
            .AndIf(years.IsSet, years, facts.Years.AtLeast(years))

            // 辽 (十一)  2020年至2021年
            .AndIf(from.IsSet, from, facts.StartedOn.AtLeast(from))
            .AndIf(until.IsSet, until, facts.StartedOn.AtMost(until))

            // 辽 (十一)  培养成本高和急需紧缺职业（工种）补贴标准可上浮20%
            .AndIf(rise.IsSet, rise, facts.CostlyOrUrgent.IsEstablished())
            .Using(ofCity)
            .Grant((facts, rise, ofCity), static given => Amount(given.facts, given.rise, given.ofCity));
    }

    private static SubsidyAmount Amount(ApprenticeshipFacts facts, Dated<decimal> rise, Dated<decimal> ofCity)
    {
        var raised = !rise.IsSet || !facts.CostlyOrUrgent.Value ? 0m : ofCity.IsSet && ofCity.Value < rise.Value ? ofCity.Value : rise.Value;
        return new(Money.Round(facts.Standard.Value.Yuan * (1 + raised)), 1 + raised);
    }
}

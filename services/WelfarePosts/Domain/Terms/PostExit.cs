using Wenye.Policy;

namespace Wenye.WelfarePosts.Domain.Terms;

/// <summary>From which month nothing is paid any more (停发月份).</summary>
/// <param name="SubsidyStops">The month after the one in which the employment ends (停发起始月); null when nobody must leave.</param>
public sealed record ExitResult(YearMonth? SubsidyStops) : IOutputs
{
    /// <inheritdoc/>
    public IEnumerable<NamedValue> Recorded() => SubsidyStops is { } month ? [new("subsidy_stops", PolicyValue.Of(month))] : [];
}

/// <summary>Must the person leave the post (即时退出情形)? Granted: must leave; the ground is cited.</summary>
/// <remarks>Pure. One ground suffices, whatever is unknown of the others. Where one is claimed it is that one which is met or not, by its own clause.</remarks>
public static class PostExit
{
    /// <summary>Name of the decision (决定事项).</summary>
    public const string Name = "welfare_posts.exit";

    private static readonly ExitClaim[] Always =
    [
        ExitClaim.Employed, ExitClaim.TermEnded, ExitClaim.Pension, ExitClaim.CannotWork, ExitClaim.Absent, ExitClaim.SeriousBreach, ExitClaim.CriminalLiability,
    ];

    private static readonly Parameter<bool> Listed = Parameter.Rule("welfare_posts.exit");
    private static readonly Parameter<bool> Employed = Parameter.Rule("welfare_posts.exit_employed");
    private static readonly Parameter<bool> TermEnded = Parameter.Rule("welfare_posts.exit_term_ended");
    private static readonly Parameter<bool> PensionOrDeath = Parameter.Rule("welfare_posts.exit_pension_or_death");
    private static readonly Parameter<bool> CannotWork = Parameter.Rule("welfare_posts.exit_cannot_work");
    private static readonly Parameter<int> DaysInARow = Parameter.Count("welfare_posts.exit_absent_days_in_a_row", Unit.Days);
    private static readonly Parameter<int> DaysInYear = Parameter.Count("welfare_posts.exit_absent_days_in_year", Unit.Days);
    private static readonly Parameter<bool> SeriousBreach = Parameter.Rule("welfare_posts.exit_serious_breach");
    private static readonly Parameter<bool> CriminalLiability = Parameter.Rule("welfare_posts.exit_criminal_liability");
    private static readonly Parameter<bool> OfCity = Parameter.Rule("welfare_posts.exit_of_city");
    private static readonly Parameter<Terms<string>> CityGrounds = Parameter.Terms<string>("welfare_posts.exit_city_grounds");

    /// <summary>Decides (认定).</summary>
    // 36号 第二十条  有以下退出情形之一的，即时退出公益性岗位；从终止聘用关系的下月起停止发放各项补贴
    public static Decision<ExitResult> Decide(PostExitFacts facts, PolicyContext policy)
    {
        var (rule, examined) = (policy.Get(Listed), Decision.On(Name, facts, policy));
        return Answered(
            !rule.IsSet ? examined.When(rule, default)
            : !facts.Claim.IsProven ? examined.WhenAnyOf(rule, Grounds(facts, policy))
            : Claimed(examined, Ground(facts.Claim.Value, facts, policy)),
            policy);
    }

    private static Decision<ExitResult> Answered(Examination examined, PolicyContext policy) =>
        examined.Grant(() => new ExitResult(YearMonth.Of(policy.AsOf).AddMonths(1)));

    private static Examination Claimed(Examination examined, (IDated Rule, Proposition Holds) ground) => examined.When(ground.Rule, ground.Holds);

    private static List<Finding> Grounds(PostExitFacts facts, PolicyContext policy)
    {
        List<Finding> grounds = new(Always.Length + 1);
        foreach (var ground in Always)
        {
            grounds.Add(Found(Ground(ground, facts, policy)));
        }

        // One of the city is looked at where it is named.
        if (facts.CityGround.IsProven)
        {
            grounds.Add(Found(Ground(ExitClaim.City, facts, policy)));
        }

        return grounds;
    }

    private static (IDated Rule, Proposition Holds) Ground(ExitClaim ground, PostExitFacts facts, PolicyContext policy) => ground switch
    {
        // （一）通过用人单位吸纳、灵活就业、自主创业等方式已实现就业或有相关记录的
        ExitClaim.Employed => (policy.Get(Employed), facts.EmployedElsewhere.Is(true)),

        // （二）公益性岗位已满规定期限的
        ExitClaim.TermEnded => (policy.Get(TermEnded), facts.TermEnded.Is(true)),

        // （三）已享受基本养老保险待遇或死亡的
        ExitClaim.Pension or ExitClaim.Death => (policy.Get(PensionOrDeath), PensionOrDied(facts)),

        // （四）不能坚持正常工作的
        ExitClaim.CannotWork => (policy.Get(CannotWork), facts.CannotWork.Is(true)),

        // （五）无故旷工连续15天或一年内累计旷工30天的
        ExitClaim.Absent => Absent(facts, policy.Get(DaysInARow), policy.Get(DaysInYear)),

        // （六）严重违反用人单位管理制度的
        ExitClaim.SeriousBreach => (policy.Get(SeriousBreach), facts.SeriousBreach.Is(true)),

        // （七）被依法追究刑事责任的
        ExitClaim.CriminalLiability => (policy.Get(CriminalLiability), facts.CriminalLiability.Is(true)),

        // （八）各市规定的其它情况
        _ => (policy.Get(OfCity), ListedByCity(facts, policy.Get(CityGrounds))),
    };

    // Of who claims the one nothing is asked of the other.
    private static Proposition PensionOrDied(PostExitFacts facts) => !facts.Claim.IsProven ? Proposition.Any(facts.ReceivesPension.Is(true), facts.Died.Is(true))
        : facts.Claim.Value == ExitClaim.Death ? facts.Died.Is(true) : facts.ReceivesPension.Is(true);

    private static (IDated Rule, Proposition Holds) Absent(PostExitFacts facts, Dated<int> inARow, Dated<int> inYear) =>
        (inARow, Proposition.Any(facts.AbsentDaysInARow.AtLeast(inARow), facts.AbsentDaysInYear.AtLeast(inYear)));

    private static Proposition ListedByCity(PostExitFacts facts, Dated<Terms<string>> city)
    {
        var listed = city.IsSet ? Fact.Known(city.Name, true).IsEstablished() : Proposition.Unproven(city.Name, city.Use);
        return Proposition.All(listed, city.IsSet ? facts.CityGround.OneOf(city) : facts.CityGround.IsEstablished());
    }

    private static Finding Found((IDated Rule, Proposition Holds) ground) => new(ground.Rule.Use.Clause, ground.Holds, ground.Rule.Use);
}

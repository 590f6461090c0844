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
/// <remarks>Pure. One ground suffices, whatever is unknown of the others.</remarks>
public static class PostExit
{
    /// <summary>Name of the decision (决定事项).</summary>
    public const string Name = "welfare_posts.exit";

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
        var rule = policy.Get(Listed);
        return rule.IsSet
            ? Answered(Decision.On(Name, facts, policy).WhenAnyOf(rule, Grounds(facts, policy)), policy)
            : Answered(Decision.On(Name, facts, policy).When(rule, default), policy);
    }

    private static Decision<ExitResult> Answered(Examination examined, PolicyContext policy) =>
        examined.Grant(() => new ExitResult(YearMonth.Of(policy.AsOf).AddMonths(1)));

    private static List<Finding> Grounds(PostExitFacts facts, PolicyContext policy)
    {
        var (inARow, inYear, city) = (policy.Get(DaysInARow), policy.Get(DaysInYear), policy.Get(CityGrounds));
        List<Finding> grounds =
        [
            // （一）通过用人单位吸纳、灵活就业、自主创业等方式已实现就业或有相关记录的
            Ground(policy.Get(Employed), facts.EmployedElsewhere.Is(true)),

            // （二）公益性岗位已满规定期限的
            Ground(policy.Get(TermEnded), facts.TermEnded.Is(true)),

            // （三）已享受基本养老保险待遇或死亡的
            Ground(policy.Get(PensionOrDeath), Proposition.Any(facts.ReceivesPension.Is(true), facts.Died.Is(true))),

            // （四）不能坚持正常工作的
            Ground(policy.Get(CannotWork), facts.CannotWork.Is(true)),

            // （五）无故旷工连续15天或一年内累计旷工30天的
            Ground(inARow, Proposition.Any(facts.AbsentDaysInARow.AtLeast(inARow), facts.AbsentDaysInYear.AtLeast(inYear))),

            // （六）严重违反用人单位管理制度的
            Ground(policy.Get(SeriousBreach), facts.SeriousBreach.Is(true)),

            // （七）被依法追究刑事责任的
            Ground(policy.Get(CriminalLiability), facts.CriminalLiability.Is(true)),
        ];

        // （八）各市规定的其它情况
        if (facts.CityGround.IsProven)
        {
            var listed = city.IsSet ? Fact.Known(city.Name, true).IsEstablished() : Proposition.Unproven(city.Name, city.Use);
            grounds.Add(Ground(policy.Get(OfCity), Proposition.All(listed, city.IsSet ? facts.CityGround.OneOf(city) : facts.CityGround.IsEstablished())));
        }

        return grounds;
    }

    private static Finding Ground(IDated rule, in Proposition proposition) => new(rule.Use.Clause, proposition, rule.Use);
}

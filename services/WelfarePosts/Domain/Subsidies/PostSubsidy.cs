using Wenye.Policy;

namespace Wenye.WelfarePosts.Domain.Subsidies;

/// <summary>What is paid for one post and month (岗位补贴和社会保险补贴)?</summary>
/// <remarks>Pure. The minimum wage is the standard where the city has set no lower one. Readings: docs/decisions/0070-welfare-posts.md.</remarks>
public static class PostSubsidy
{
    /// <summary>Name of the decision (决定事项).</summary>
    public const string Name = "welfare_posts.subsidy";

    private static readonly Parameter<bool> FullTime = Parameter.Rule("welfare_posts.subsidy_full_time");
    private static readonly Parameter<bool> FullTimeCeiling = Parameter.Rule("welfare_posts.subsidy_full_time_ceiling");
    private static readonly Parameter<bool> PartTime = Parameter.Rule("welfare_posts.subsidy_part_time");
    private static readonly Parameter<bool> Rural = Parameter.Rule("welfare_posts.subsidy_rural");
    private static readonly Parameter<bool> TemporaryForPoor = Parameter.Rule("welfare_posts.subsidy_temporary_for_poor");
    private static readonly Parameter<bool> Insurance = Parameter.Rule("welfare_posts.subsidy_insurance");
    private static readonly Parameter<bool> StopsAfterEnd = Parameter.Rule("welfare_posts.subsidy_stops_after_end");
    private static readonly Parameter<bool> StopsAfterTerm = Parameter.Rule("welfare_posts.subsidy_stops_after_term");
    private static readonly Parameter<Money> FullTimeOfCity = Parameter.Money("welfare_posts.subsidy_full_time_city");
    private static readonly Parameter<Money> PartTimeOfCity = Parameter.Money("welfare_posts.subsidy_part_time_city");

    /// <summary>Decides (认定).</summary>
    public static Decision<MonthSubsidy> Decide(PostSubsidyFacts facts, PolicyContext policy)
    {
        var (afterEnd, afterTerm) = (policy.Get(StopsAfterEnd), policy.Get(StopsAfterTerm));
        return OfPost(Decision.On(Name, facts, policy), facts, policy)

            // 36号 第二十条  从终止聘用关系的下月起停止发放各项补贴
            .AndIf(facts.TerminatedOn.IsProven && afterEnd.IsSet, afterEnd, Reaches(facts.TerminatedOn, facts.Month))

            // 36号 第二十条(二)  公益性岗位已满规定期限的，…从终止聘用关系的下月起停止发放
            .AndIf(facts.Until.IsProven && afterTerm.IsSet, afterTerm, Reaches(facts.Until, facts.Month))
            .Grant(() => new MonthSubsidy(PostAmount(facts, policy), IsUrban(facts.Post.Value) ? facts.EmployerContributionsPaid.Value : Money.Zero));
    }

    private static Examination OfPost(Examination examined, PostSubsidyFacts facts, PolicyContext policy)
    {
        examined = (facts.Post.IsProven ? facts.Post.Value : default) switch
        {
            SubsidisedPost.UrbanFullTime => OfFullTime(examined, facts, policy),
            SubsidisedPost.UrbanPartTime => OfPartTime(examined, facts, policy),

            // 36号 第二十四条  补贴标准由各县级人力资源社会保障部门参照当地小时最低工资标准确定
            SubsidisedPost.Rural => OfHours(examined, facts, policy.Get(Rural)),

            // 41号 一(四)  临时增设的…岗位吸纳贫困劳动力的，参照当地乡村公益性岗位补贴标准给予岗位补贴
            SubsidisedPost.TemporaryForPoor => OfHours(examined, facts, policy.Get(TemporaryForPoor)),
            _ => examined.And(policy.Get(FullTime), facts.Post.IsEstablished()),
        };
        var isUrban = facts.Post.IsProven && IsUrban(facts.Post.Value);

        // 36号 第十四条  社会保险补贴标准参照用人单位为就业困难人员实际缴纳的社会保险费（不包括个人应缴纳部分）执行
        return examined.AndIf(isUrban, policy.Get(Insurance), facts.EmployerContributionsPaid.IsEstablished());
    }

    // 36号 第十四条  公益性岗位补贴标准参照当地最低工资标准执行
    // 38号 五  全日制岗位补贴不超过当地月最低工资标准
    private static Examination OfFullTime(Examination examined, PostSubsidyFacts facts, PolicyContext policy)
    {
        var (ceiling, ofCity) = (policy.Get(FullTimeCeiling), policy.Get(FullTimeOfCity));
        examined = examined
            .And(policy.Get(FullTime), Proposition.All(facts.Post.IsEstablished(), facts.MonthlyMinimumWage.IsEstablished(), facts.Month.IsEstablished()))
            .AndIf(ceiling.IsSet, ceiling, facts.MonthlyMinimumWage.IsEstablished());
        return ofCity.IsSet ? examined.Using(ofCity) : examined;
    }

    // 38号 五  非全日制岗位补贴不超过当地小时最低工资标准
    private static Examination OfPartTime(Examination examined, PostSubsidyFacts facts, PolicyContext policy)
    {
        var ofCity = policy.Get(PartTimeOfCity);
        examined = examined.And(
            policy.Get(PartTime),
            Proposition.All(facts.HourlyMinimumWage.IsEstablished(), facts.Hours.IsEstablished(), facts.Month.IsEstablished()));
        return ofCity.IsSet ? examined.Using(ofCity) : examined;
    }

    private static Examination OfHours(Examination examined, PostSubsidyFacts facts, Dated<bool> rule) =>
        examined.And(rule, Proposition.All(facts.RuralHourlyRate.IsEstablished(), facts.Hours.IsEstablished(), facts.Month.IsEstablished()));

    private static Money PostAmount(PostSubsidyFacts facts, PolicyContext policy) => facts.Post.Value switch
    {
        SubsidisedPost.UrbanFullTime => Money.Round(Lower(facts.MonthlyMinimumWage.Value.Yuan, policy.Get(FullTimeOfCity))),
        SubsidisedPost.UrbanPartTime => Money.Round(facts.Hours.Value * Lower(facts.HourlyMinimumWage.Value, policy.Get(PartTimeOfCity))),
        _ => OfHours(facts),
    };

    // 36号 第二十四条  原则上不高于当地城镇公益性岗位补贴水平: neither an hour nor the month, where the minimum wages are stated.
    private static Money OfHours(PostSubsidyFacts facts)
    {
        var rate = facts.RuralHourlyRate.Value;
        var anHour = facts.HourlyMinimumWage.IsProven ? Math.Min(rate, facts.HourlyMinimumWage.Value) : rate;
        var month = facts.Hours.Value * anHour;
        return Money.Round(facts.MonthlyMinimumWage.IsProven ? Math.Min(month, facts.MonthlyMinimumWage.Value.Yuan) : month);
    }

    // A city's higher figure counts as none: the documents say "at most".
    private static decimal Lower(decimal minimumWage, Dated<Money> ofCity) => ofCity.IsSet ? Math.Min(minimumWage, ofCity.Value.Yuan) : minimumWage;

    private static bool IsUrban(SubsidisedPost post) => post is SubsidisedPost.UrbanFullTime or SubsidisedPost.UrbanPartTime;

    private static Proposition Reaches(Fact<DateOnly> last, Fact<YearMonth> month) =>
        month.IsProven ? last.Map(YearMonth.Of).AtLeast(month.Value) : month.IsEstablished();
}

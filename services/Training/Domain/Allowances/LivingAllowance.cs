using Wenye.Policy;

namespace Wenye.Training.Domain.Allowances;

/// <summary>Does this person draw a living allowance for an online course, by the class hour (生活费补贴)?</summary>
/// <remarks>
/// Pure. The province's five yuan until the middle of 2020; for courses completed later, and for groups that it does not name,
/// what the city sets. Readings: docs/decisions/0050-training-decisions.md.
/// </remarks>
public static class LivingAllowance
{
    /// <summary>Name of the decision (决定事项).</summary>
    public const string Name = "training.living_allowance";

    private static readonly Parameter<Terms<AllowanceTrainee>> Groups = Parameter.Terms<AllowanceTrainee>("training.living_allowance_groups");
    private static readonly Parameter<bool> Passing = Parameter.Rule("training.living_allowance_passing");
    private static readonly Parameter<int> TimesAYear = Parameter.Count("training.living_allowance_times_a_year", Unit.Times);
    private static readonly Parameter<bool> Once = Parameter.Rule("training.living_allowance_once");
    private static readonly Parameter<Money> PerHour = Parameter.Money("training.living_allowance_per_hour");
    private static readonly Parameter<DateOnly> LastDay = Parameter.Day("training.living_allowance_last_day");

    private static readonly Parameter<Terms<AllowanceTrainee>> CityGroups = Parameter.Terms<AllowanceTrainee>("training.living_allowance_city_groups");
    private static readonly Parameter<Terms<AllowanceTrainee>> CityMigrants = Parameter.Terms<AllowanceTrainee>("training.living_allowance_city_migrants");

    /// <summary>Yuan a class hour as the city sets it (市定标准). Set by the operator.</summary>
    private static readonly Parameter<Money> CityPerHour = Parameter.Money("training.living_allowance_city_per_hour");

    /// <summary>Decides (认定).</summary>
    public static Decision<AllowanceAmount> Decide(LivingAllowanceFacts facts, PolicyContext policy)
    {
        var examined = Decision.On(Name, facts, policy);
        return OfCity(facts, policy) is { } groups
            ? UnderCity(examined, facts, groups, policy).Grant((facts, policy), static given => Amount(given.facts, given.policy.Get(CityPerHour)))
            : UnderProvince(examined, facts, policy).Grant((facts, policy), static given => Amount(given.facts, given.policy.Get(PerHour)));
    }

    private static AllowanceAmount Amount(LivingAllowanceFacts facts, Dated<Money> perHour) => new(Money.Round(facts.Hours.Value * perHour.Value.Yuan));

    private static Examination UnderProvince(Examination examined, LivingAllowanceFacts facts, PolicyContext policy)
    {
        var (groups, timesAYear, lastDay) = (policy.Get(Groups), policy.Get(TimesAYear), policy.Get(LastDay));
        return examined

            // 11号 三  农民工、离校2年未就业大学生、建档立卡贫困劳动力及贫困家庭子女（以下称重点群体）参加线上职业技能培训
            .And(groups, Proposition.All(facts.Trainee.OneOf(groups), facts.Online.Is(true)))

            // 11号 三  对参加培训并考核合格的重点群体
            .AndIf(groups.IsSet, policy.Get(Passing), Proposition.All(facts.Passed.Is(true), facts.CompletedOn.AtMost(policy.AsOf)))

            // 11号 三  每人每年不超过3次
            .AndIf(groups.IsSet, timesAYear, facts.AllowancesThisYear.Below(timesAYear))

            // 11号 三  同一职业同一等级不可重复享受
            .AndIf(groups.IsSet, policy.Get(Once), facts.SameBefore.Is(false))

            // 11号 三、22号 细则九(二)、济政发〔2020〕1号 14  按照5元/学时标准给予生活费补贴
            .AndIf(groups.IsSet, policy.Get(PerHour), facts.Hours.Above(0m))

            // 11号 七  本通知涉及的补贴政策暂定执行至2020年6月30日；济政发〔2020〕1号 14  两项补贴暂定执行至2020年6月30日
            .AndIf(groups.IsSet, lastDay, facts.CompletedOn.AtMost(lastDay));
    }

    private static Examination UnderCity(Examination examined, LivingAllowanceFacts facts, Dated<Terms<AllowanceTrainee>> groups, PolicyContext policy) => examined

        // 72号 三(二)  各市可根据实际，对参加线上培训的建档立卡贫困劳动力、就业困难人员、零就业家庭成员、“两后生”中农村学员和城市低保家庭学员，在培训期间给予一定的生活费补贴
        // 119号 四  各设区的市可根据实际,对参加线上培训的符合条件的农民工,在培训期间给予一定的生活费补贴
        .And(groups, groups.Name == CityMigrants.Name ? facts.Online.Is(true) : Proposition.All(facts.Trainee.IsEstablished(), facts.Online.Is(true)))
        .And(policy.Get(CityPerHour), facts.Hours.Above(0m));

    // The city's groups, where the person is of one and the province's allowance is over, or never was for such people. A course
    // that is still running is told so by the province's clause.
    private static Dated<Terms<AllowanceTrainee>>? OfCity(LivingAllowanceFacts facts, PolicyContext policy)
    {
        var (groups, lastDay) = (policy.Get(Groups), policy.Get(LastDay));
        if (!facts.CompletedOn.IsProven || facts.CompletedOn.Value > policy.AsOf)
        {
            return null;
        }

        // A course counts by the document that was in force when it was completed.
        var then = policy.On(facts.CompletedOn.Value);
        var inTime = groups.IsSet && lastDay.IsSet && facts.CompletedOn.Value <= lastDay.Value;
        if (!facts.Trainee.IsProven)
        {
            // Who is not known may be of a group that the city pays: asked for, not refused for being late.
            return !inTime && then.Get(CityGroups) is { IsSet: true } ofCity ? ofCity : null;
        }

        if (inTime && groups.Value.Contains(facts.Trainee.Value))
        {
            return null;
        }

        foreach (var candidate in new[] { then.Get(CityGroups), then.Get(CityMigrants) })
        {
            if (candidate.IsSet && candidate.Value.Contains(facts.Trainee.Value))
            {
                return candidate;
            }
        }

        return null;
    }
}

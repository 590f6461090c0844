using Wenye.Policy;

namespace Wenye.Statistics.Domain.NewEmployment;

/// <summary>How many are newly employed in towns in a report period (城镇新增就业人数)?</summary>
/// <remarks>Pure, and the same whatever the order of the records. Readings: docs/decisions/0080-employment-figures.md.</remarks>
public static class NewUrbanEmployment
{
    /// <summary>Name of the decision (决定事项).</summary>
    public const string Name = "statistics.new_employment";

    /// <summary>附件三2.</summary>
    internal static readonly Parameter<bool> AttritionRule = Parameter.Rule("statistics.attrition");

    /// <summary>Decides (认定).</summary>
    public static Decision<NewEmploymentResult> Decide(NewEmploymentFacts facts, PolicyContext policy)
    {
        var (firstDay, urban) = (policy.Get(StatisticsParameters.PeriodFirstDay), policy.Get(RecordCondition.Urban));
        var (duplicates, attrition) = (policy.Get(PersonYear.Duplicates), policy.Get(AttritionRule));
        var isRuled = urban.IsSet && duplicates.IsSet;
        var period = isRuled ? ReportedPeriod.Of(facts.Period, policy) : null;
        var screening = new RecordScreening(policy);
        var sorted = period is not null && facts.Records is { } records ? new RecordSorting(records, period, screening, duplicates) : null;
        var known = Known(facts, sorted);

        // 95号 附件二  报告期为上月21日至本月20日
        var examined = Decision.On(Name, facts, policy).When(firstDay, facts.Records is null ? known : Established(facts));
        foreach (var rule in isRuled ? screening.Rules : [])
        {
            examined = examined.Using(rule);
        }

        // 95号 附件一  指报告期内，本地区城镇累计新就业人员数与自然减员人数之差
        // 95号 附件四(一)  2020年仍按…最新一条信息计算，2021年起按年内首次…计算，一年内只计算一次
        // 95号 附件三2  采集…新办理退休手续的人数和认定（视同）工伤人数中的死亡人数…如无法做到同期提取，可采用前期数据
        examined = examined.And(urban, known).And(duplicates, known).And(attrition, Attrition(facts));
        return sorted is null
            ? examined.Grant<NewEmploymentResult>(() => throw new InvalidOperationException("There is no figure without records and rules."))
            : examined.Answering(Result(facts, period!, sorted));
    }

    private static NewEmploymentResult Result(NewEmploymentFacts facts, ReportedPeriod period, RecordSorting sorted)
    {
        var own = Sum(facts.Retired, facts.WorkDeaths);
        var attrition = own ?? Sum(facts.EarlierRetired, facts.EarlierWorkDeaths);
        return new(period.Month, sorted.Admitted, sorted.Excluded, sorted.Asked, attrition, own is null && attrition is not null);
    }

    private static int? Sum(Fact<int> retired, Fact<int> deaths) => retired.IsProven && deaths.IsProven ? retired.Value + deaths.Value : null;

    private static Proposition Attrition(NewEmploymentFacts facts)
    {
        var own = Proposition.All(facts.Retired.AtLeast(0), facts.WorkDeaths.AtLeast(0));
        return own.Answer == Answer.Unproven && Sum(facts.EarlierRetired, facts.EarlierWorkDeaths) is not null
            ? Proposition.All(facts.EarlierRetired.AtLeast(0), facts.EarlierWorkDeaths.AtLeast(0))
            : own;
    }

    private static Proposition Established(NewEmploymentFacts facts) => Fact.Known(NewEmploymentFacts.RecordsName, facts.Records!.Count).IsEstablished();

    private static Proposition Known(NewEmploymentFacts facts, RecordSorting? sorted)
    {
        if (facts.Records is null)
        {
            return Proposition.Unproven(NewEmploymentFacts.RecordsName);
        }

        var asked = sorted?.Asked.Values.SelectMany(missing => missing).Distinct(StringComparer.Ordinal).Select(name => Proposition.Unproven(name)) ?? [];
        return Proposition.All([Established(facts), .. asked]);
    }
}

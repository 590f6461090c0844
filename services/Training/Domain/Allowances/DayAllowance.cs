using Wenye.Policy;

namespace Wenye.Training.Domain.Allowances;

/// <summary>What training.day_allowance looks at (渝籍贫困劳动力生活费补贴的事实): one person and course. What is left out is unproven.</summary>
public sealed record DayAllowanceFacts : IFacts
{
    /// <summary>Registered as poor in Chongqing (渝籍建档立卡贫困劳动力).</summary>
    public Fact<bool> PoorOfChongqing { get; init => field = value.Named("poor_of_chongqing"); } = Fact.Unproven<bool>("poor_of_chongqing");

    /// <summary>Trained before taking up a post, or to rise in one (岗前培训、岗位技能提升培训).</summary>
    public Fact<bool> PostTraining { get; init => field = value.Named("post_training"); } = Fact.Unproven<bool>("post_training");

    /// <summary>Days of training (培训天数).</summary>
    public Fact<int> Days { get; init => field = value.Named("days"); } = Fact.Unproven<int>("days");

    /// <summary>The last of them (培训结束日期).</summary>
    public Fact<DateOnly> CompletedOn { get; init => field = value.Named("completed_on"); } = Fact.Unproven<DateOnly>("completed_on");

    /// <summary>Reads the facts by name (读取).</summary>
    public static DayAllowanceFacts Read(FactSet given) => new()
    {
        PoorOfChongqing = given.Truth("poor_of_chongqing"),
        PostTraining = given.Truth("post_training"),
        Days = given.Count("days"),
        CompletedOn = given.Day("completed_on"),
    };

    /// <inheritdoc/>
    public IEnumerable<NamedValue> Recorded() => [PoorOfChongqing.Recorded, PostTraining.Recorded, Days.Recorded, CompletedOn.Recorded];
}

/// <summary>Does a poor worker from Chongqing draw a living allowance by the day of training (渝籍贫困劳动力培训生活费补贴)?</summary>
public static class DayAllowance
{
    /// <summary>Name of the decision (决定事项).</summary>
    public const string Name = "training.day_allowance";

    private static readonly Parameter<Money> Least = Parameter.Money("training.day_allowance");
    private static readonly Parameter<DateOnly> FirstDay = Parameter.Day("training.day_allowance_first_day");
    private static readonly Parameter<DateOnly> LastDay = Parameter.Day("training.day_allowance_last_day");

    /// <summary>More than that, where the city says so (市定标准). Set by the operator.</summary>
    private static readonly Parameter<Money> OfCity = Parameter.Money("training.day_allowance_city");

    /// <summary>Decides (认定).</summary>
    public static Decision<AllowanceAmount> Decide(DayAllowanceFacts facts, PolicyContext policy)
    {
        var (least, ofCity, from, until) = (policy.Get(Least), policy.Get(OfCity), policy.Get(FirstDay), policy.Get(LastDay));
        return Decision.On(Name, facts, policy)

            // 鲁人社函〔2020〕8号 四  对渝籍建档立卡贫困劳动力在培训期间给予每人每天不低于50元生活费（含交通费）补贴
            .When(least, Proposition.All(facts.PoorOfChongqing.Is(true), facts.PostTraining.Is(true), facts.Days.AtLeast(1)))

            // 鲁人社函〔2020〕8号 执行期限  以上政策执行期限为2020年1月1日—2021年12月31日
            .AndIf(least.IsSet, from, facts.CompletedOn.AtLeast(from))
            .AndIf(least.IsSet, until, Proposition.All(facts.CompletedOn.AtMost(until), facts.CompletedOn.AtMost(policy.AsOf)))
            .Using(ofCity)
            .Grant(() => new AllowanceAmount((ofCity.IsSet && ofCity.Value > least.Value ? ofCity.Value : least.Value) * facts.Days.Value));
    }
}

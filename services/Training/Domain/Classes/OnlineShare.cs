using Wenye.Policy;

namespace Wenye.Training.Domain.Classes;

/// <summary>What training.online_share looks at (线上课时的事实): the plan of a class. What is left out is unproven.</summary>
public sealed record OnlineShareFacts : IFacts
{
    /// <summary>Minutes of courseware (培训课件总时长).</summary>
    public Fact<decimal> OnlineMinutes { get; init => field = value.Named("online_minutes"); } = Fact.Unproven<decimal>("online_minutes");

    /// <summary>Class hours of the whole plan, online ones included (总课时).</summary>
    public Fact<decimal> TotalHours { get; init => field = value.Named("total_hours"); } = Fact.Unproven<decimal>("total_hours");

    /// <summary>Whether skills are trained (技能培训), an addition: only "no" takes a plan out of the clause.</summary>
    public Fact<bool> SkillTraining { get; init => field = value.Named("skill_training"); } = Fact.Unproven<bool>("skill_training");

    /// <summary>Reads the facts by name (读取).</summary>
    /// <exception cref="FactException">Minutes below 0, or no hours in all.</exception>
    public static OnlineShareFacts Read(FactSet given)
    {
        var (minutes, hours) = (given.Number("online_minutes"), given.Number("total_hours"));
        return (minutes.IsProven && minutes.Value < 0) || (hours.IsProven && hours.Value <= 0)
            ? throw new FactException(minutes.IsProven && minutes.Value < 0 ? minutes.Name : hours.Name, "线上时长（online_minutes）不应小于0，总课时（total_hours）应大于0。")
            : new() { OnlineMinutes = minutes, TotalHours = hours, SkillTraining = given.Truth("skill_training") };
    }

    /// <inheritdoc/>
    public IEnumerable<NamedValue> Recorded() => [OnlineMinutes.Recorded, TotalHours.Recorded, SkillTraining.Recorded];
}

/// <summary>The online part of a plan (线上课时).</summary>
/// <param name="Hours">Class hours of 45 minutes, exact; shown to two decimals.</param>
public sealed record OnlineHours(decimal Hours) : IOutputs
{
    private const int Decimals = 2;

    /// <inheritdoc/>
    public IEnumerable<NamedValue> Recorded() => [new("online_hours", PolicyValue.Of(decimal.Round(Hours, Decimals, MidpointRounding.AwayFromZero)))];
}

/// <summary>May a class be run with so much of it online (线上课时比例)?</summary>
/// <remarks>Pure. Compared are exact class hours, not rounded ones. Readings: docs/decisions/0050-training-decisions.md.</remarks>
public static class OnlineShare
{
    /// <summary>Name of the decision (决定事项).</summary>
    public const string Name = "training.online_share";

    private static readonly Parameter<int> MinutesAnHour = Parameter.Count("training.online_minutes_an_hour", Unit.Minutes);
    private static readonly Parameter<decimal> Limit = Parameter.Number("training.online_share_limit", Unit.Rate);

    /// <summary>The share that the city sets (市定线上课时比例). Set by the operator.</summary>
    private static readonly Parameter<decimal> LimitOfCity = Parameter.Number("training.online_share_limit_city", Unit.Rate);

    /// <summary>Decides (认定).</summary>
    public static Decision<OnlineHours> Decide(OnlineShareFacts facts, PolicyContext policy)
    {
        var (minutes, limit, ofCity) = (policy.Get(MinutesAnHour), policy.Get(Limit), policy.Get(LimitOfCity));
        var skills = facts.SkillTraining is not { IsProven: true, Value: false };
        return Decision.On(Name, facts, policy)

            // 72号 二(三)  线上培训每课时为45分钟（总课时=培训课件总时长/45分钟）
            .When(minutes, Proposition.All(facts.OnlineMinutes.IsEstablished(), facts.TotalHours.IsEstablished()))

            // 72号 二(三)  原则上技能培训线上培训课时不超过总课时的40%
            .AndIf(skills && minutes.IsSet, limit, Within(facts, limit, minutes))

            // 72号 二(三)  各市要合理设置线上、线下课时比例
            .AndIf(skills && minutes.IsSet && ofCity.IsSet, ofCity, Within(facts, ofCity, minutes))
            .Grant((facts, minutes), static given => new OnlineHours(given.facts.OnlineMinutes.Value / given.minutes.Value));
    }

    private static Proposition Within(OnlineShareFacts facts, Dated<decimal> limit, Dated<int> minutes) =>
        facts is { TotalHours.IsProven: true, OnlineMinutes.IsProven: true } && limit.IsSet && minutes.IsSet
        ? facts.OnlineMinutes.AtMost(limit.Value * facts.TotalHours.Value * minutes.Value)
        : Proposition.All(facts.OnlineMinutes.IsEstablished(), facts.TotalHours.IsEstablished());
}

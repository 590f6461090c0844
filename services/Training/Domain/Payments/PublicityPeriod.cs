using Wenye.Policy;

namespace Wenye.Training.Domain.Payments;

/// <summary>What training.publicity looks at (公示期的事实).</summary>
public sealed record PublicityFacts : IFacts
{
    /// <summary>The special account of the skills action pays (由专账资金列支).</summary>
    public Fact<bool> SpecialAccount { get; init => field = value.Named("special_account"); } = Fact.Unproven<bool>("special_account");

    /// <summary>Working days on which the list was public (已公示工作日数).</summary>
    public Fact<int> WorkingDays { get; init => field = value.Named("working_days"); } = Fact.Unproven<int>("working_days");

    /// <summary>Reads the facts by name (读取).</summary>
    public static PublicityFacts Read(FactSet given) => new() { SpecialAccount = given.Truth("special_account"), WorkingDays = given.Count("working_days") };

    /// <inheritdoc/>
    public IEnumerable<NamedValue> Recorded() => [SpecialAccount.Recorded, WorkingDays.Recorded];
}

/// <summary>How long payments of training are made public (公示期). Readings: docs/decisions/0042-payments.md, 0053-training-claims.md.</summary>
public static class PublicityPeriod
{
    /// <summary>Working days where no document counts them: the least of the platform's design, not of a document (平台最低公示期).</summary>
    public const int LeastWorkingDays = 5;

    /// <summary>Name of the decision (决定事项).</summary>
    public const string Name = "training.publicity";

    // 55号 第十四条  专账资金的使用要按程序信息公开，公示时间不少于5个工作日
    private static readonly Parameter<int> OfSpecialAccount = Parameter.Count("training.publicity_working_days", Unit.WorkingDays);

    /// <summary>Was a list public long enough (公示期是否已满)?</summary>
    public static Decision<NoOutputs> Decide(PublicityFacts facts, PolicyContext policy)
    {
        var days = policy.Get(OfSpecialAccount);
        return Decision.On(Name, facts, policy)

            // 55号 第十四条  公示时间不少于5个工作日
            .AndIf(days.IsSet, days, Proposition.Any(facts.SpecialAccount.Is(false), facts.WorkingDays.AtLeast(days)))
            .Grant();
    }

    /// <summary>Working days of publicity that begins on the context's day (公示工作日数), never fewer than <see cref="LeastWorkingDays"/>, and who asks for them.</summary>
    /// <param name="ofSpecialAccount">Whether the special account of the skills action pays (专账资金).</param>
    /// <param name="policy">The pool and the first day.</param>
    public static (int WorkingDays, string Source) Of(bool ofSpecialAccount, PolicyContext policy) =>
        ofSpecialAccount && policy.Get(OfSpecialAccount) is { IsSet: true } set && set.Value >= LeastWorkingDays
            ? (set.Value, set.Clause.ToString())
            : (LeastWorkingDays, "文件未规定天数，按平台最低公示期");
}

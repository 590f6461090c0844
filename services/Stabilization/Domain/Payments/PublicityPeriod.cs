using Wenye.Policy;

namespace Wenye.Stabilization.Domain.Payments;

/// <summary>What stabilization.publicity looks at (公示期的事实).</summary>
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

/// <summary>How long payments are made public (公示期). Readings: docs/decisions/0042-payments.md.</summary>
public static class PublicityPeriod
{
    /// <summary>Working days where no document counts them and the city set none: the least of the platform's design, not of a document (平台最低公示期).</summary>
    public const int LeastWorkingDays = 5;

    // 55号 第十四条  专账资金的使用要按程序信息公开，公示时间不少于5个工作日
    private static readonly Parameter<int> SpecialAccount =
        Parameter.Count("stabilization.special_account_publicity_working_days", Unit.WorkingDays);

    // 26号 四(三)  按规定向社会公示; 63号 公示无异议后拨付. Neither counts days: a city may.
    private static readonly Parameter<int> SetByCity = Parameter.Count("stabilization.publicity_working_days", Unit.WorkingDays);

    /// <summary>Name of the decision (决定事项).</summary>
    public const string Name = "stabilization.publicity";

    /// <summary>Was a list public long enough (公示期是否已满)?</summary>
    public static Decision<NoOutputs> Decide(PublicityFacts facts, PolicyContext policy)
    {
        var (ofSpecialAccount, setByCity) = (policy.Get(SpecialAccount), policy.Get(SetByCity));
        return Decision.On(Name, facts, policy)

            // 55号 第十四条  公示时间不少于5个工作日
            .AndIf(
                ofSpecialAccount.IsSet, ofSpecialAccount,
                Proposition.Any(facts.SpecialAccount.Is(false), facts.WorkingDays.AtLeast(ofSpecialAccount)))

            // 26号 四(三)  按规定向社会公示
            .AndIf(setByCity.IsSet, setByCity, facts.WorkingDays.AtLeast(setByCity))
            .Grant();
    }

    /// <summary>Working days of publicity that begins on the context's day (公示工作日数), never fewer than <see cref="LeastWorkingDays"/>, and who asks for them.</summary>
    /// <param name="ofSpecialAccount">Whether the special account of the skills action pays (专账资金).</param>
    /// <param name="policy">The pool and the first day.</param>
    public static (int WorkingDays, string Source) Of(bool ofSpecialAccount, PolicyContext policy)
    {
        var longest = (WorkingDays: LeastWorkingDays, Source: "文件未规定天数，按平台最低公示期");
        foreach (var term in ofSpecialAccount ? new[] { SpecialAccount, SetByCity } : [SetByCity])
        {
            if (policy.Get(term) is { IsSet: true } set && set.Value >= longest.WorkingDays)
            {
                longest = (set.Value, set.Clause.ToString());
            }
        }

        return longest;
    }
}

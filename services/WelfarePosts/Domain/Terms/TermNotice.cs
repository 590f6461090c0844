using Wenye.Policy;

namespace Wenye.WelfarePosts.Domain.Terms;

/// <summary>What welfare_posts.notice looks at (期满前服务的事实). What is left out is unproven.</summary>
public sealed record TermNoticeFacts : IFacts
{
    /// <summary>Last day of the term (补贴期限截止日).</summary>
    public Fact<DateOnly> Until { get; init => field = value.Named("until"); } = Fact.Unproven<DateOnly>("until");

    /// <summary>Reads the facts by name (读取).</summary>
    public static TermNoticeFacts Read(FactSet given) => new() { Until = given.Day("until") };

    /// <inheritdoc/>
    public IEnumerable<NamedValue> Recorded() => [Until.Recorded];
}

/// <summary>When services before the end of a term begin (期满前服务起始).</summary>
/// <param name="NoticeFrom">The first day on which less than half a year remains (服务起始日); null while unknown.</param>
public sealed record TermNoticeResult(DateOnly? NoticeFrom) : IOutputs
{
    /// <inheritdoc/>
    public IEnumerable<NamedValue> Recorded() => NoticeFrom is { } day ? [new("notice_from", PolicyValue.Of(day))] : [];
}

/// <summary>Is the person to be told of the end and served now (期满人员服务)? Refused: not yet, or no more.</summary>
public static class TermNotice
{
    /// <summary>Name of the decision (决定事项).</summary>
    public const string Name = "welfare_posts.notice";

    private static readonly Parameter<int> Months = Parameter.Count("welfare_posts.notice_months", Unit.Months);

    /// <summary>Decides (认定).</summary>
    public static Decision<TermNoticeResult> Decide(TermNoticeFacts facts, PolicyContext policy)
    {
        var months = policy.Get(Months);
        var from = months.IsSet ? facts.Until.Map(until => until.AddMonths(-months.Value).AddDays(1)) : facts.Until;

        // 36号 第十七条  对距享受补贴期满不足半年人员，及时提供有针对性就业创业服务，帮助实现转岗就业
        return Decision.On(Name, facts, policy)
            .When(months, Proposition.All(from.AtMost(policy.AsOf), facts.Until.AtLeast(policy.AsOf)))
            .Using(months)
            .Answering(new TermNoticeResult(months.IsSet && from.IsProven ? from.Value : null));
    }
}

using Wenye.Policy;
using Wenye.WelfarePosts.Domain.Posts;

namespace Wenye.WelfarePosts.Domain.Terms;

/// <summary>Until when may a post be subsidised (公益性岗位补贴期限)?</summary>
/// <remarks>Pure. Readings: docs/decisions/0070-welfare-posts.md.</remarks>
public static class PostTerm
{
    /// <summary>Name of the decision (决定事项).</summary>
    public const string Name = "welfare_posts.term";

    private const int MonthsAYear = 12;
    private static readonly Parameter<int> UrbanYears = Parameter.Count("welfare_posts.term_urban_years", Unit.TermYears);
    private static readonly Parameter<int> NearRetirementYears = Parameter.Count("welfare_posts.term_near_retirement_years", Unit.TermYears);
    private static readonly Parameter<int> RuralYears = Parameter.Count("welfare_posts.term_rural_years", Unit.TermYears);
    private static readonly Parameter<int> TemporarySubsidyMonths = Parameter.Count("welfare_posts.term_temporary_subsidy_months", Unit.Months);
    private static readonly Parameter<DateOnly> EarlierContracts = Parameter.Day("welfare_posts.term_earlier_contracts_before");
    private static readonly Parameter<int> ExtensionMonths = Parameter.Count("welfare_posts.term_extension_months", Unit.Months);
    private static readonly Parameter<DateOnly> ExtensionFrom = Parameter.Day("welfare_posts.term_extension_from");
    private static readonly Parameter<DateOnly> ExtensionTo = Parameter.Day("welfare_posts.term_extension_to");

    /// <summary>Decides (认定).</summary>
    public static Decision<PostTermResult> Decide(PostTermFacts facts, PolicyContext policy)
    {
        var examined = Decision.On(Name, facts, policy);
        return (facts.Post.IsProven ? facts.Post.Value : default) switch
        {
            PostKind.Urban => Urban(examined, facts, policy),
            PostKind.Rural => Rural(examined, facts, policy),
            PostKind.UrbanTemporary => Temporary(examined, facts, policy),
            _ => examined
                .And(policy.Get(UrbanYears), facts.Post.IsEstablished())
                .Grant(PostTermResult () => throw new InvalidOperationException("No term while the kind of post is unknown.")),
        };
    }

    // 36号 第十五条  公益性岗位补贴期限一般不超过3年（时间从初次核定其享受补贴时年龄开始计算），距法定退休年龄不足5年的，可延长至法定退休年龄
    private static Decision<PostTermResult> Urban(Examination examined, PostTermFacts facts, PolicyContext policy)
    {
        var (years, near) = (policy.Get(UrbanYears), policy.Get(NearRetirementYears));
        var isAgreed = facts.AgreedUntil.IsProven;
        examined = isAgreed
            ? OfEarlierContract(examined, facts, policy)
            : examined
                .AndIf(years.IsSet, years, Proposition.All(facts.Post.IsEstablished(), facts.FirstApprovedOn.IsEstablished()))
                .AndIf(near.IsSet, near, facts.FirstApprovedOn.IsProven ? facts.RetirementDate.Above(facts.FirstApprovedOn.Value) : facts.RetirementDate.IsEstablished())
                .AndIf(!policy.Get(ExtensionMonths).IsSet, years, facts.FirstApprovedOn.IsEstablished());
        var until = isAgreed || !years.IsSet ? facts.AgreedUntil : UrbanUntil(facts, years.Value, near.Value);
        return Extended(examined, facts, policy, until);
    }

    private static Fact<DateOnly> UrbanUntil(PostTermFacts facts, int years, int near) =>
        !facts.RetirementDate.IsProven ? facts.RetirementDate : facts.FirstApprovedOn.Map(first =>
            facts.RetirementDate.Value < first.AddYears(near) ? facts.RetirementDate.Value : TermDays.Last(first, years * MonthsAYear));

    // 36号 第二十四条  补贴期限最长不超过5年
    private static Decision<PostTermResult> Rural(Examination examined, PostTermFacts facts, PolicyContext policy)
    {
        var years = policy.Get(RuralYears);
        return facts.AgreedUntil.IsProven
            ? Extended(OfEarlierContract(examined, facts, policy), facts, policy, facts.AgreedUntil)
            : Extended(
                examined.And(years, facts.FirstApprovedOn.IsEstablished()),
                facts,
                policy,
                years.IsSet ? facts.FirstApprovedOn.Map(first => TermDays.Last(first, years.Value * MonthsAYear)) : facts.AgreedUntil);
    }

    // 36号 第二十六条  本细则实施前已开发的公益性岗位或公益性岗位在岗人员，按照…签订的劳动合同、用工协议、劳务协议执行至合同（协议）期满结束
    private static Examination OfEarlierContract(Examination examined, PostTermFacts facts, PolicyContext policy)
    {
        var before = policy.Get(EarlierContracts);
        return examined.AndIf(before.IsSet, before, facts.FirstApprovedOn.Below(before));
    }

    // 22号 细则四(一)  对就业困难人员在2020年1月1日至12月31日期间从事公益性岗位政策期满仍难以实现稳定就业的，…政策享受期限延长1年
    private static Decision<PostTermResult> Extended(Examination examined, PostTermFacts facts, PolicyContext policy, Fact<DateOnly> until)
    {
        var (months, from, to) = (policy.Get(ExtensionMonths), policy.Get(ExtensionFrom), policy.Get(ExtensionTo));
        var employed = facts.SteadilyEmployed is { IsProven: true, Value: true };
        var extends = months.IsSet && !employed && (!until.IsProven || (until.Value >= from.Value && until.Value <= to.Value));
        var basis = policy.Get(UrbanYears).IsSet ? facts.FirstApprovedOn : facts.AgreedUntil;
        return examined
            .AndIf(extends, months, basis.IsEstablished())
            .Grant(() =>
            {
                var last = extends ? ExtendedUntil(facts, until.Value, months.Value) : until.Value;
                return new PostTermResult(last, last > until.Value);
            });
    }

    // No subsidy beyond retirement, to which alone 第十五条 lets a term be prolonged.
    private static DateOnly ExtendedUntil(PostTermFacts facts, DateOnly until, int months)
    {
        var extended = TermDays.Last(until.AddDays(1), months);
        return facts.Post.Value == PostKind.Urban && facts.RetirementDate is { IsProven: true, Value: var retirement } && retirement < extended
            ? (retirement > until ? retirement : until)
            : extended;
    }

    // 38号 五、辽政办发25号 (十四)  临时性公益性岗位在岗时间不超过6个月
    // 20号 二(三)15、邢南政发 (二十四)  补贴期限最长不超过6个月
    private static Decision<PostTermResult> Temporary(Examination examined, PostTermFacts facts, PolicyContext policy)
    {
        var (inPost, subsidised) = (policy.Get(PostParameters.TemporaryMonths), policy.Get(TemporarySubsidyMonths));
        return examined
            .And(inPost, facts.FirstApprovedOn.IsEstablished())
            .AndIf(subsidised.IsSet, subsidised, facts.FirstApprovedOn.IsEstablished())
            .Grant(() => new PostTermResult(
                TermDays.Last(facts.FirstApprovedOn.Value, subsidised.IsSet ? Math.Min(inPost.Value, subsidised.Value) : inPost.Value), false));
    }
}

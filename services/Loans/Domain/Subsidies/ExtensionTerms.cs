using Wenye.Policy;

namespace Wenye.Loans.Domain.Subsidies;

/// <summary>An extension (展期).</summary>
/// <param name="Borrower">借款人类别.</param>
/// <param name="Reason">展期原因.</param>
/// <param name="MaturesOn">The day the loan fell due before it (原到期日).</param>
/// <param name="Until">展期至.</param>
internal readonly record struct Extension(Fact<BorrowerKind> Borrower, Fact<ExtensionReason> Reason, Fact<DateOnly> MaturesOn, Fact<DateOnly> Until);

/// <summary>Which extensions keep their subsidy (展期期间贴息), 财金〔2020〕21号 三. Readings: docs/decisions/0061-interest-subsidy.md.</summary>
internal static class ExtensionTerms
{
    private static readonly Parameter<DateOnly> LiquidityLastDay = Parameter.Day("loans.extension_liquidity_last_day");
    private static readonly Parameter<int> CovidYears = Parameter.Count("loans.extension_covid_years", Unit.TermYears);

    /// <summary>The rule for a reason, set or not.</summary>
    public static IDated Rule(Fact<ExtensionReason> reason, PolicyContext policy) =>
        reason is { IsProven: true, Value: ExtensionReason.CovidPatient } ? policy.Get(CovidYears) : policy.Get(LiquidityLastDay);

    /// <summary>Answers the clause that gives the exceptions (逐条认定); the reason itself is the caller's to answer where another clause asks for it.</summary>
    public static Examination Examine(Examination examined, in Extension extension, PolicyContext policy, bool asksReason)
    {
        var (lastDay, years) = (policy.Get(LiquidityLastDay), policy.Get(CovidYears));
        var isIll = extension.Reason is { IsProven: true, Value: ExtensionReason.CovidPatient };
        examined = examined.AndIf((asksReason && !isIll) || (!isIll && !lastDay.IsSet), lastDay, extension.Reason.IsNot(ExtensionReason.None));
        return extension.Reason switch
        {
            // 21号 三  对流动性遇到暂时困难的小微企业和个人（含个体工商户）创业担保贷款，可给予展期，最长可展期至2020年6月30日，展期期间财政给予正常贴息
            { IsProven: true, Value: ExtensionReason.Liquidity } => examined.AndIf(lastDay.IsSet, lastDay, extension.Until.AtMost(lastDay)),

            // 21号 三  对已发放的个人创业担保贷款，借款人患新冠肺炎的，展期期限原则上不超过1年
            // 邢南政发〔2020〕1号 (十)  展期期限原则上不超过1年，财政部门继续给予贴息支持
            { IsProven: true, Value: ExtensionReason.CovidPatient } => examined
                .And(years, extension.Borrower.Is(BorrowerKind.Personal))
                .AndIf(years.IsSet, years, Proposition.All(
                    extension.MaturesOn.IsEstablished(),
                    extension.MaturesOn.IsProven && years.IsSet ? extension.Until.AtMost(extension.MaturesOn.Value.AddYears(years.Value)) : extension.Until.IsEstablished())),
            _ => examined,
        };
    }
}

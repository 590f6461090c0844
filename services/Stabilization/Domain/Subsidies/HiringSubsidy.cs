using Wenye.Policy;

namespace Wenye.Stabilization.Domain.Subsidies;

/// <summary>Is the firm rewarded for people it took on (一次性吸纳就业补贴)?</summary>
/// <remarks>Pure. Each region and day asks what its documents ask and no more. Readings: docs/decisions/0041-work-training.md.</remarks>
public static class HiringSubsidy
{
    /// <summary>Name of the decision (决定事项).</summary>
    public const string Name = "stabilization.hiring_subsidy";

    /// <summary>Decides (认定).</summary>
    public static Decision<SubsidyGrant> Decide(HiringFacts facts, PolicyContext policy)
    {
        var examined = Decision.On(Name, facts, policy);
        if (!facts.Hire.IsProven)
        {
            return OfUnknownKind(examined, facts, policy).Grant(SubsidyGrant () => throw new InvalidOperationException("Nothing is granted while the kind of hire is unknown."));
        }

        var terms = HiringTerms.Of(facts.Hire.Value);
        examined = Examine(examined.And(policy.Get(terms.Rule), Rewarded(facts, terms, policy)), facts, terms, policy).Using(policy.Get(terms.Amount));
        return (terms.CityAmount is { } city ? examined.Using(policy.Get(city)) : examined).Grant(() => Grant(facts, terms, policy));
    }

    // Every kind that is rewarded here and now asks which it is.
    private static Examination OfUnknownKind(Examination examined, HiringFacts facts, PolicyContext policy)
    {
        var rules = HiringTerms.All.Select(terms => policy.Get(terms.Rule)).ToList();
        foreach (var rule in rules.Exists(rule => rule.IsSet) ? rules.Where(rule => rule.IsSet) : rules)
        {
            examined = examined.And(rule, facts.Hire.IsEstablished());
        }

        return examined;
    }

    // 5号 1、22号 细则二、济政发〔2020〕1号 2  每新吸纳1人，按每人1000元标准给予企业一次性吸纳就业补贴
    // 43号 二、〔2020〕20号 二(三)10  每招用1人，给予最高1000元一次性吸纳就业补贴
    // 邢南政发〔2020〕1号 (十)  按每人1000元标准给予一次性吸纳就业补贴；(十四)  给予一次性吸纳就业补贴
    // 辽政办发〔2020〕25号 (六)  按规定给予一次性吸纳就业补贴
    private static Proposition Rewarded(HiringFacts facts, HiringTerms terms, PolicyContext policy)
    {
        var kind = facts.Hire.IsEstablished();
        var people = facts.People.AtLeast(1);
        return policy.Get(terms.Amount).IsSet || terms.CityAmount is not { } city
            ? Proposition.All(kind, people)
            : Proposition.All(kind, people, CityFigure.IsKnown(policy.Get(city)));
    }

    private static Examination Examine(Examination examined, HiringFacts facts, HiringTerms terms, PolicyContext policy)
    {
        // 43号 二、〔2020〕20号 二(三)10、邢南政发〔2020〕1号 (十四)  中小微企业招用毕业年度高校毕业生
        examined = WhereAsked(examined, policy, terms.Sizes, sizes => facts.Size.OneOf(sizes));

        // 5号 1、济政发〔2020〕1号 2  2020年2月10日起一个月内；22号 细则二  2020年2月10日至3月10日期间
        // 43号 二、〔2020〕20号 二(三)10  2020年3月11日至12月31日；邢南政发〔2020〕1号 (十)  实施期限为2020年1月1日至12月31日
        examined = WhereAsked(examined, policy, terms.From, from => facts.HiredOn.AtLeast(from));
        examined = WhereAsked(examined, policy, terms.Until, until => facts.HiredOn.AtMost(until));

        // 各文件  签订1年以上劳动合同
        examined = WhereAsked(examined, policy, terms.ContractYears, years => facts.ContractYears.AtLeast(years));

        // 5号 1、济政发〔2020〕1号 2、邢南政发〔2020〕1号 (十)、辽政办发〔2020〕25号 (六)  缴纳社会保险
        // 22号 细则二  缴纳职工社会保险费（国家规定的社会保险免征期间，办理就业登记和社会保险登记，并由单位代扣代缴职工应缴社会保险费）
        examined = WhereAsked(examined, policy, terms.Insurance, _ => facts.Insured.Is(true));
        examined = WhereAsked(examined, policy, terms.Registration, _ => facts.RegisteredEmployment.Is(true));

        // 22号 细则二  新吸纳就业人员，须签订劳动合同之前半年内在补贴申报企业无办理就业登记（备案）或缴纳社会保险记录
        examined = WhereAsked(examined, policy, terms.Newcomers, _ => facts.SeenInFirm.Is(false));

        // 43号 二、〔2020〕20号 二(三)10  招用同一名高校毕业生的只补贴1次
        examined = WhereAsked(examined, policy, terms.Once, _ => facts.SubsidisedBefore.Is(false));

        // 邢南政发〔2020〕1号 (十)、辽政办发〔2020〕25号 (六)  登记失业半年以上人员
        return WhereAsked(examined, policy, terms.UnemployedMonths, months => facts.UnemployedMonths.AtLeast(months));
    }

    private static Examination WhereAsked<T>(Examination examined, PolicyContext policy, Parameter<T>? asked, Func<Dated<T>, Proposition> answer)
        where T : notnull => asked is { } parameter && policy.Get(parameter) is { IsSet: true } rule ? examined.And(rule, answer(rule)) : examined;

    private static SubsidyGrant Grant(HiringFacts facts, HiringTerms terms, PolicyContext policy)
    {
        var amount = PerHead(terms, policy) * facts.People.Value;

        // 辽政办发〔2020〕25号 (六)  在阶段性减免社会保险费期限内的符合条件企业，可预拨不超过50%的一次性吸纳就业补贴
        return terms.AdvanceLimit is { } limit && policy.Get(limit) is { IsSet: true } share
            ? new(amount, Money.Round(amount.Yuan * share.Value))
            : new(amount);
    }

    // Where a document states the most (最高1000元), the city may set less; where it states nothing, the city's figure is all there is.
    private static Money PerHead(HiringTerms terms, PolicyContext policy)
    {
        var stated = policy.Get(terms.Amount);
        var city = terms.CityAmount is { } parameter ? policy.Get(parameter) : null;
        return city is not { IsSet: true } || (stated.IsSet && stated.Value < city.Value) ? stated.Value : city.Value;
    }
}

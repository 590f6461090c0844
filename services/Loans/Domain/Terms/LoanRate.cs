using Wenye.Policy;

namespace Wenye.Loans.Domain.Terms;

/// <summary>What loans.rate looks at (贷款利率的事实): the rate a bank and a borrower agree on. What is left out is unproven.</summary>
public sealed record LoanRateFacts : IFacts
{
    /// <summary>借款人类别.</summary>
    public Fact<BorrowerKind> Borrower { get; init => field = value.Named("borrower"); } = Fact.Unproven<BorrowerKind>("borrower");

    /// <summary>Months (贷款期限).</summary>
    public Fact<int> TermMonths { get; init => field = value.Named("term_months"); } = Fact.Unproven<int>("term_months");

    /// <summary>The tenor of the LPR that the contract names (参照期限).</summary>
    public Fact<LprTenor> ReferenceTenor { get; init => field = value.Named("reference_tenor"); } = Fact.Unproven<LprTenor>("reference_tenor");

    /// <summary>Decimal, of the contract's tenor on the signing day (LPR).</summary>
    public Fact<decimal> Lpr { get; init => field = value.Named("lpr"); } = Fact.Unproven<decimal>("lpr");

    /// <summary>Decimal, a year (年利率).</summary>
    public Fact<decimal> AnnualRate { get; init => field = value.Named("annual_rate"); } = Fact.Unproven<decimal>("annual_rate");

    /// <summary>Reads the facts by name (读取).</summary>
    public static LoanRateFacts Read(FactSet given) => new()
    {
        Borrower = given.Choice<BorrowerKind>("borrower"),
        TermMonths = given.Count("term_months"),
        ReferenceTenor = given.Choice<LprTenor>("reference_tenor"),
        Lpr = given.Number("lpr"),
        AnnualRate = given.Number("annual_rate"),
    };

    /// <inheritdoc/>
    public IEnumerable<NamedValue> Recorded() => [Borrower.Recorded, TermMonths.Recorded, ReferenceTenor.Recorded, Lpr.Recorded, AnnualRate.Recorded];
}

/// <summary>The highest rate of a contract (最高利率).</summary>
/// <param name="MaxRate">Decimal, a year; null while the LPR is unknown or no document limits the rate.</param>
public sealed record RateLimit(decimal? MaxRate) : IOutputs
{
    /// <inheritdoc/>
    public IEnumerable<NamedValue> Recorded() => MaxRate is { } rate ? [new("max_rate", PolicyValue.Of(rate))] : [];
}

/// <summary>Is the rate of a contract within the limit on its signing day (贷款利率)? Decided as of that day.</summary>
/// <remarks>Pure. Readings: docs/decisions/0060-loan-eligibility.md.</remarks>
public static class LoanRate
{
    /// <summary>Name of the decision (决定事项).</summary>
    public const string Name = "loans.rate";

    /// <summary>Basis points in a whole (基点).</summary>
    internal const decimal BasisPoint = 0.0001m;

    /// <summary>个人贷款利率加点上限.</summary>
    private static readonly Parameter<decimal> PersonalPoints = Parameter.Number("loans.personal_rate_bp", Unit.BasisPoints);

    // 27号 第十条  各市、县（市、区）经当地人民政府同意，可适当放宽…贷款利率上限
    private static readonly Parameter<decimal> PersonalPointsOfCity = Parameter.Number("loans.personal_rate_bp_city", Unit.BasisPoints);
    private static readonly Parameter<decimal> EnterprisePointsOfCity = Parameter.Number("loans.enterprise_rate_bp_city", Unit.BasisPoints);
    private static readonly Parameter<decimal> EnterprisePoints = Parameter.Number("loans.enterprise_rate_bp", Unit.BasisPoints);
    private static readonly Parameter<bool> Negotiated = Parameter.Rule("loans.enterprise_rate_negotiated");
    private static readonly Parameter<int> OneYearTerm = Parameter.Count("loans.one_year_lpr_term_months", Unit.Months);

    /// <summary>The most points above the LPR (利率加点上限): the document's, or more where the city allows more.</summary>
    internal static Dated<decimal> PointsOf(BorrowerKind borrower, PolicyContext policy)
    {
        var isEnterprise = borrower == BorrowerKind.Enterprise;
        var (printed, ofCity) = (policy.Get(isEnterprise ? EnterprisePoints : PersonalPoints), policy.Get(isEnterprise ? EnterprisePointsOfCity : PersonalPointsOfCity));
        return printed.IsSet && ofCity.IsSet && ofCity.Value > printed.Value ? ofCity : printed;
    }

    /// <summary>Decides (认定).</summary>
    public static Decision<RateLimit> Decide(LoanRateFacts facts, PolicyContext policy)
    {
        var (enterprise, negotiated, oneYear) = (policy.Get(EnterprisePoints), policy.Get(Negotiated), policy.Get(OneYearTerm));
        var isEnterprise = facts.Borrower is { IsProven: true, Value: BorrowerKind.Enterprise };
        var points = PointsOf(isEnterprise ? BorrowerKind.Enterprise : BorrowerKind.Personal, policy);
        var isShort = facts.TermMonths.IsProven && oneYear.IsSet && facts.TermMonths.Value <= oneYear.Value;
        var most = points.IsSet && facts.Lpr.IsProven && facts.Borrower.IsProven ? facts.Lpr.Value + (points.Value * BasisPoint) : default(decimal?);
        var examined = Decision.On(Name, facts, policy);

        // 27号 第八条  贷款利率由经办银行根据借款人的经营状况、信用情况等与借款人协商确定
        if (isEnterprise && !enterprise.IsSet && negotiated.IsSet)
        {
            return examined.And(negotiated, facts.AnnualRate.Above(0m)).Answering(new RateLimit(null));
        }

        return examined

            // 25号 三  低于一年期（含一年）的贷款利率由借贷双方参照一年期LPR确定；超过一年期的贷款，由借贷双方协商选择参照一年期或五年期LPR，并在贷款合同中明确约定
            .AndIf(oneYear.IsSet, oneYear, facts.TermMonths.AtLeast(1))
            .AndIf(oneYear.IsSet, oneYear, isShort ? facts.ReferenceTenor.Is(LprTenor.OneYear) : facts.ReferenceTenor.IsEstablished())

            // 25号 三  金融机构新发放的个人和小微企业创业担保贷款利率不超过LPR+50BP
            // 27号 第七条  可在贷款合同签订日贷款市场报价利率（LPR）的基础上加点100个基点
            .And(points, facts.Borrower.IsEstablished())
            .AndIf(points.IsSet, points, facts.Lpr.Above(0m))
            .AndIf(points.IsSet, points, most is { } rate ? Proposition.All(facts.AnnualRate.Above(0m), facts.AnnualRate.AtMost(rate)) : facts.AnnualRate.IsEstablished())
            .Answering(new RateLimit(most));
    }
}

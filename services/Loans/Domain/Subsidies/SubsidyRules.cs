using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Wenye.Loans.Domain.Terms;
using Wenye.Policy;

namespace Wenye.Loans.Domain.Subsidies;

/// <summary>How contracts signed on one day in one region are subsidised (合同签订日适用的贴息办法), looked up once for all loans of a run.</summary>
public sealed class SubsidyRules
{
    // A run meets more signing days than a parameter set keeps contexts of.
    private static readonly ConditionalWeakTable<ParameterSet, ConcurrentDictionary<(Division Region, DateOnly SigningDay), SubsidyRules>> Known = [];
    private const int Kept = 100_000;
    private static readonly Parameter<bool> PersonalFull = Parameter.Rule("loans.subsidy_personal_full");
    private static readonly Parameter<decimal> EnterpriseLprShare = Parameter.Number("loans.subsidy_enterprise_lpr_share", Unit.Rate);
    private static readonly Parameter<decimal> BornePoints = Parameter.Number("loans.subsidy_borne_bp", Unit.BasisPoints);
    private static readonly Parameter<int> PersonalYears = Parameter.Count("loans.subsidy_personal_years", Unit.TermYears);
    private static readonly Parameter<int> EnterpriseYears = Parameter.Count("loans.subsidy_enterprise_years", Unit.TermYears);
    private readonly Dated<bool> personalFull;
    private readonly Dated<decimal> enterpriseShare;
    private readonly Dated<decimal> borne;
    private readonly Dated<int> personalYears;
    private readonly Dated<int> enterpriseYears;

    private SubsidyRules(PolicyContext signingDay)
    {
        personalFull = signingDay.Get(PersonalFull);
        enterpriseShare = signingDay.Get(EnterpriseLprShare);
        borne = signingDay.Get(BornePoints);
        personalYears = signingDay.Get(PersonalYears);
        enterpriseYears = signingDay.Get(EnterpriseYears);
    }

    /// <summary>The rules of a contract.</summary>
    /// <param name="policy">The region and any day.</param>
    /// <param name="contractDate">The day the contract was signed (合同签订日).</param>
    public static SubsidyRules Of(PolicyContext policy, DateOnly contractDate)
    {
        var known = Known.GetOrCreateValue(policy.Parameters);
        if (known.TryGetValue((policy.Region, contractDate), out var rules))
        {
            return rules;
        }

        if (known.Count >= Kept)
        {
            known.Clear();
        }

        return known.GetOrAdd((policy.Region, contractDate), new SubsidyRules(policy.Parameters.At(policy.Region, contractDate)));
    }

    /// <summary>Whether the rate cannot be told without the LPR of the signing day (是否需要LPR).</summary>
    public bool NeedsLpr(BorrowerKind borrower) => borne.IsSet || (borrower == BorrowerKind.Enterprise && enterpriseShare.IsSet);

    /// <summary>The subsidised rate of a contract (贴息利率); null where no document of the signing day sets one, or without the LPR it needs.</summary>
    /// <param name="borrower">借款人类别.</param>
    /// <param name="annualRate">Decimal, a year.</param>
    /// <param name="lpr">Decimal, of the contract's tenor on the signing day (<see cref="LprTable.On"/>).</param>
    public SubsidyRate? RateOf(BorrowerKind borrower, decimal annualRate, Fact<decimal> lpr) => borrower switch
    {
        _ when NeedsLpr(borrower) && !lpr.IsProven => null,

        // 21号 五  自2021年1月1日起，新发放的个人和小微企业创业担保贷款利息，LPR-150BP以下部分，由借款人和借款企业承担，剩余部分财政给予贴息
        _ when borne.IsSet => SubsidyRate.Above(annualRate, lpr.Value - (borne.Value * LoanRate.BasisPoint)),

        // 27号 第七条  对符合条件的个人创业担保贷款，财政部门给予全额贴息
        BorrowerKind.Personal when personalFull.IsSet => SubsidyRate.Full(annualRate),

        // 27号 第八条  财政部门按照贷款合同签订日贷款市场报价利率的50%对享受创业担保贷款的小微企业给予贴息
        BorrowerKind.Enterprise when enterpriseShare.IsSet => SubsidyRate.OfLpr(annualRate, lpr.Value, enterpriseShare.Value),
        _ => null,
    };

    /// <summary>One rule holds for persons and firms (个人和企业同一办法).</summary>
    internal bool OfEither => borne.IsSet;

    /// <summary>The rule that sets the rate, set or not (贴息办法).</summary>
    internal IDated Rule(BorrowerKind borrower) => borne.IsSet ? borne : borrower == BorrowerKind.Enterprise ? enterpriseShare : personalFull;

    /// <summary>Years of subsidy a loan has at most (每次贴息年限).</summary>
    internal Dated<int> Years(BorrowerKind borrower) => borrower == BorrowerKind.Enterprise ? enterpriseYears : personalYears;
}

using Wenye.Policy;

namespace Wenye.Loans.Domain.Borrowers;

/// <summary>What loans.personal looks at (个人创业担保贷款的事实): the person and the loan asked for. What is left out is unproven.</summary>
public sealed record PersonalLoanFacts : IFacts
{
    /// <summary>The person (借款人).</summary>
    public BorrowerFacts Borrower { get; init; } = new();

    /// <summary>Loans of this kind so far (已获贷款次数).</summary>
    public Fact<int> PriorLoans { get; init => field = value.Named("prior_loans"); } = Fact.Unproven<int>("prior_loans");

    /// <summary>Partners, the applicant included; 1 is alone (合伙人数).</summary>
    public Fact<int> Partners { get; init => field = value.Named("partners"); } = Fact.Unproven<int>("partners");

    /// <summary>Every partner qualifies (合伙人均符合借款人条件): each decided by loans.partner.</summary>
    public Fact<bool> AllPartnersQualify { get; init => field = value.Named("all_partners_qualify"); } = Fact.Unproven<bool>("all_partners_qualify");

    /// <summary>Yuan, of all partners together (申请金额).</summary>
    public Fact<Money> RequestedAmount { get; init => field = value.Named("requested_amount"); } = Fact.Unproven<Money>("requested_amount");

    /// <summary>Months (贷款期限).</summary>
    public Fact<int> TermMonths { get; init => field = value.Named("term_months"); } = Fact.Unproven<int>("term_months");

    /// <summary>Basis points above the LPR of the signing day (利率加点).</summary>
    public Fact<decimal> RateBpOverLpr { get; init => field = value.Named("rate_bp_over_lpr"); } = Fact.Unproven<decimal>("rate_bp_over_lpr");

    /// <summary>Reads the facts by name (读取).</summary>
    /// <exception cref="FactException">A loan of the person or the spouse lacks kind or amount.</exception>
    public static PersonalLoanFacts Read(FactSet given) => new()
    {
        Borrower = BorrowerFacts.Read(given, PersonalLoan.Name),
        PriorLoans = given.Count("prior_loans"),
        Partners = given.Count("partners"),
        AllPartnersQualify = given.Truth("all_partners_qualify"),
        RequestedAmount = given.Money("requested_amount"),
        TermMonths = given.Count("term_months"),
        RateBpOverLpr = given.Number("rate_bp_over_lpr"),
    };

    /// <inheritdoc/>
    public IEnumerable<NamedValue> Recorded() =>
    [
        .. Borrower.Recorded(),
        PriorLoans.Recorded,
        Partners.Recorded,
        AllPartnersQualify.Recorded,
        RequestedAmount.Recorded,
        TermMonths.Recorded,
        RateBpOverLpr.Recorded,
    ];
}

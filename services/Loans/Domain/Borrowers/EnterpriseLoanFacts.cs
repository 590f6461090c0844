using Wenye.Policy;

namespace Wenye.Loans.Domain.Borrowers;

/// <summary>The size of a firm (企业划型), 国统字〔2017〕213号.</summary>
public enum LoanFirmSize
{
    /// <summary>大型.</summary>
    Large = 1,

    /// <summary>中型.</summary>
    Medium,

    /// <summary>小型.</summary>
    Small,

    /// <summary>微型.</summary>
    Micro,
}

/// <summary>What loans.enterprise looks at (小微企业创业担保贷款的事实). What is left out is unproven.</summary>
public sealed record EnterpriseLoanFacts : IFacts
{
    /// <summary>企业划型.</summary>
    public Fact<LoanFirmSize> Size { get; init => field = value.Named("size"); } = Fact.Unproven<LoanFirmSize>("size");

    /// <summary>Staff in post (现有在职职工人数).</summary>
    public Fact<int> Employees { get; init => field = value.Named("employees"); } = Fact.Unproven<int>("employees");

    /// <summary>Qualifying people taken on in the 12 months before the application (申请资格审核前12个月内新招用符合条件人数).</summary>
    public Fact<int> QualifyingHires { get; init => field = value.Named("qualifying_hires_12m"); } = Fact.Unproven<int>("qualifying_hires_12m");

    /// <summary>Their contracts are of a year or more (签订1年以上劳动合同).</summary>
    public Fact<bool> ContractsAtLeast1y { get; init => field = value.Named("contracts_at_least_1y"); } = Fact.Unproven<bool>("contracts_at_least_1y");

    /// <summary>Runs well, can repay, no bad credit record (经营情况良好，具有还款能力，无不良信用记录).</summary>
    public Fact<bool> GoodCredit { get; init => field = value.Named("good_credit"); } = Fact.Unproven<bool>("good_credit");

    /// <summary>Firm, legal representative and main shareholders are of good repute, without breaches of law or major lawsuits; an addition, answered where stated (法定代表人和主要股东社会声誉好).</summary>
    public Fact<bool> GoodRepute { get; init => field = value.Named("good_repute"); } = Fact.Unproven<bool>("good_repute");

    /// <summary>Owes wages or social insurance (拖欠职工工资、欠缴社会保险费).</summary>
    public Fact<bool> WageOrInsuranceArrears { get; init => field = value.Named("wage_or_insurance_arrears"); } = Fact.Unproven<bool>("wage_or_insurance_arrears");

    /// <summary>Loans of this kind so far (已获贷款次数).</summary>
    public Fact<int> PriorLoans { get; init => field = value.Named("prior_loans"); } = Fact.Unproven<int>("prior_loans");

    /// <summary>Yuan (申请金额).</summary>
    public Fact<Money> RequestedAmount { get; init => field = value.Named("requested_amount"); } = Fact.Unproven<Money>("requested_amount");

    /// <summary>Months (贷款期限).</summary>
    public Fact<int> TermMonths { get; init => field = value.Named("term_months"); } = Fact.Unproven<int>("term_months");

    /// <summary>The owner has a personal loan of this kind running (同一法人同期享受个人贷款).</summary>
    public Fact<bool> SameOwnerHasPersonalLoan { get; init => field = value.Named("same_owner_has_personal_loan"); } = Fact.Unproven<bool>("same_owner_has_personal_loan");

    /// <summary>Reads the facts by name (读取).</summary>
    public static EnterpriseLoanFacts Read(FactSet given) => new()
    {
        Size = given.Choice<LoanFirmSize>("size"),
        Employees = given.Count("employees"),
        QualifyingHires = given.Count("qualifying_hires_12m"),
        ContractsAtLeast1y = given.Truth("contracts_at_least_1y"),
        GoodCredit = given.Truth("good_credit"),
        GoodRepute = given.Truth("good_repute"),
        WageOrInsuranceArrears = given.Truth("wage_or_insurance_arrears"),
        PriorLoans = given.Count("prior_loans"),
        RequestedAmount = given.Money("requested_amount"),
        TermMonths = given.Count("term_months"),
        SameOwnerHasPersonalLoan = given.Truth("same_owner_has_personal_loan"),
    };

    /// <inheritdoc/>
    public IEnumerable<NamedValue> Recorded() =>
    [
        Size.Recorded,
        Employees.Recorded,
        QualifyingHires.Recorded,
        ContractsAtLeast1y.Recorded,
        GoodCredit.Recorded,
        GoodRepute.Recorded,
        WageOrInsuranceArrears.Recorded,
        PriorLoans.Recorded,
        RequestedAmount.Recorded,
        TermMonths.Recorded,
        SameOwnerHasPersonalLoan.Recorded,
    ];
}

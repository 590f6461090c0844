using Wenye.Policy;

namespace Wenye.Loans.Domain.Borrowers;

/// <summary>What is asked of every person who borrows, partners too (个人借款人的事实). What is left out is unproven.</summary>
public sealed record BorrowerFacts : IFacts
{
    internal const string OtherLoansName = "other_loans";
    internal const string SpouseOtherLoansName = "spouse_other_loans";

    /// <summary>人员类别.</summary>
    public Fact<LoanCategory> Category { get; init => field = value.Named("category"); } = Fact.Unproven<LoanCategory>("category");

    /// <summary>Years (年龄), asked for of young people from Hong Kong, Macao and Taiwan only.</summary>
    public Fact<int> Age { get; init => field = value.Named("age"); } = Fact.Unproven<int>("age");

    /// <summary>在法定劳动年龄内.</summary>
    public Fact<bool> InStatutoryWorkingAge { get; init => field = value.Named("in_statutory_working_age"); } = Fact.Unproven<bool>("in_statutory_working_age");

    /// <summary>在其他单位就业.</summary>
    public Fact<bool> EmployedElsewhere { get; init => field = value.Named("employed_elsewhere"); } = Fact.Unproven<bool>("employed_elsewhere");

    /// <summary>Has a licence, a certificate of a private institution or a real project (持有营业执照、登记证书或有实际创业项目).</summary>
    public Fact<bool> HasBusiness { get; init => field = value.Named("has_business"); } = Fact.Unproven<bool>("has_business");

    /// <summary>本人其他贷款; null is unproven, an empty list says that there are none.</summary>
    public IReadOnlyList<OtherLoan>? OtherLoans { get; init; }

    /// <summary>配偶其他贷款; null is unproven, an empty list says that there are none, or no spouse.</summary>
    public IReadOnlyList<OtherLoan>? SpouseOtherLoans { get; init; }

    /// <summary>The applicant's and the spouse's credit is good, and they can repay (有良好的个人信用，具有还贷能力).</summary>
    public Fact<bool> GoodCredit { get; init => field = value.Named("good_credit"); } = Fact.Unproven<bool>("good_credit");

    /// <summary>Reads the facts by name (读取).</summary>
    /// <exception cref="FactException">A loan lacks kind or amount.</exception>
    public static BorrowerFacts Read(FactSet given, string program) => new()
    {
        Category = given.Choice<LoanCategory>("category"),
        Age = given.Count("age"),
        InStatutoryWorkingAge = given.Truth("in_statutory_working_age"),
        EmployedElsewhere = given.Truth("employed_elsewhere"),
        HasBusiness = given.Truth("has_business"),
        OtherLoans = OtherLoan.Read(given, OtherLoansName, program),
        SpouseOtherLoans = OtherLoan.Read(given, SpouseOtherLoansName, program),
        GoodCredit = given.Truth("good_credit"),
    };

    /// <inheritdoc/>
    public IEnumerable<NamedValue> Recorded() =>
    [
        Category.Recorded,
        Age.Recorded,
        InStatutoryWorkingAge.Recorded,
        EmployedElsewhere.Recorded,
        HasBusiness.Recorded,
        OtherLoan.Recorded(OtherLoansName, OtherLoans),
        OtherLoan.Recorded(SpouseOtherLoansName, SpouseOtherLoans),
        GoodCredit.Recorded,
    ];
}

using Wenye.Loans.Domain.Borrowers;
using Wenye.Loans.Domain.Subsidies;
using Wenye.Policy;

namespace Wenye.Loans.Domain.Quarters;

/// <summary>What a loan's contract says, as far as its subsidy depends on it (合同要素).</summary>
/// <param name="Borrower">借款人类别.</param>
/// <param name="ContractDate">合同签订日.</param>
/// <param name="DisbursedOn">The first drawdown (发放日).</param>
/// <param name="MaturesOn">到期日 by the contract.</param>
/// <param name="Principal">Yuan (合同金额).</param>
/// <param name="TermMonths">贷款期限.</param>
/// <param name="AnnualRate">Decimal (执行年利率).</param>
/// <param name="Lpr">Decimal, of the tenor it refers to, on the signing day (合同签订日LPR).</param>
/// <param name="Sharing">创业载体, for sharing only.</param>
/// <param name="Partners">Of a person: how many borrow together (合伙人数), 1 alone; of a firm 1.</param>
public sealed record LoanTerms(
    BorrowerKind Borrower,
    DateOnly ContractDate,
    DateOnly DisbursedOn,
    DateOnly MaturesOn,
    Money Principal,
    int TermMonths,
    decimal AnnualRate,
    decimal Lpr,
    SharedBorrowerKind Sharing,
    int Partners);

/// <summary>What is known of a borrower since the loan (贷款后情况), 25号 八. What nobody has established is null.</summary>
/// <param name="EmploymentEstablished">Whether it is known if anyone who borrows works elsewhere.</param>
/// <param name="EmployedSince">First day of work elsewhere since the loan; null: none is known.</param>
/// <param name="BusinessFailed">Whether that follows the failure of the business (期间创业失败).</param>
/// <param name="HiresKept">Of a firm: qualifying people who are still there.</param>
/// <param name="RequiredHires">Of a firm: how many the loan required.</param>
/// <param name="AgreedSubsidisedRate">Of a contract older than the rules: the rate it agreed on as subsidised.</param>
/// <param name="Misuse">What the bank found the money was used for against its purpose (违规使用), 27号 第六条; null: it found nothing.</param>
/// <param name="MisusedSince">First day of that.</param>
public sealed record BorrowerFindings(
    bool EmploymentEstablished,
    DateOnly? EmployedSince = null,
    bool? BusinessFailed = null,
    int? HiresKept = null,
    int? RequiredHires = null,
    decimal? AgreedSubsidisedRate = null,
    LoanUse? Misuse = null,
    DateOnly? MisusedSince = null);

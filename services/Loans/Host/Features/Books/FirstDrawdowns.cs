using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Loans.V1;
using Wenye.Loans.Data;
using CounterGuarantee = Wenye.Loans.Data.CounterGuarantee;
using Loan = Wenye.Loans.Data.Loan;
using LoanApplication = Wenye.Loans.Data.LoanApplication;

namespace Wenye.Loans.Features.Books;

/// <summary>What a first drawdown waits for (首次放款条件): the counter-guarantee that the guarantor asked for, 鲁财金〔2020〕25号 五、八.</summary>
/// <remarks>25号 六 lets the formalities take longer and the bank's term with them; it does not let money go out before them.</remarks>
internal sealed class FirstDrawdowns(LoansDbContext database)
{
    public const string Message = "本笔贷款须提供反担保而尚未登记（鲁财金〔2020〕25号 五），请担保机构登记反担保或免除情形后再放款";

    /// <summary>Those of these loans that need a counter-guarantee of which nothing is recorded (反担保未落实). The caller holds their rows.</summary>
    public async Task<HashSet<Guid>> WithoutCounterGuaranteeAsync(IEnumerable<Loan> loans, CancellationToken cancellation)
    {
        Guid[] ids = [.. loans.Where(one => one.ApplicationId is not null).Select(one => one.Id)];
        return ids.Length == 0 ? [] : await database.Loans
            .Where(loan => ids.Contains(loan.Id)
                && database.Set<LoanApplication>().Any(one => one.Id == loan.ApplicationId && one.CounterGuaranteeRequired == true)
                && !database.Set<CounterGuarantee>().Any(one => one.LoanId == loan.Id))
            .Select(loan => loan.Id).ToHashSetAsync(cancellation);
    }
}

using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Loans.V1;
using Wenye.Loans.Data;
using Wenye.Loans.Domain.Guarantee;
using Wenye.Persistence;
using Wenye.Policy;

namespace Wenye.Loans.Features.Subsidies;

/// <summary>What the award of a place's year is reckoned by (奖励测算), 27号 第十五条.</summary>
internal sealed class AwardBases(LoansDbContext database, ParameterSet parameters, TimeProvider time)
{
    /// <summary>What each bank newly lent there in the year (当年新发放创业担保贷款): drawn in the year of loans first paid out in it; loans taken over were another system's.</summary>
    public async Task<IReadOnlyList<AwardBasis>> LentAsync(string division, int year, CancellationToken cancellation)
    {
        var (from, to) = DivisionRange.Of(division);
        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        var rows = await database.Loans.AsNoTracking()
            .Where(loan => string.Compare(loan.Division, from) >= 0 && string.Compare(loan.Division, to) < 0 && loan.DisbursedOn >= first && loan.DisbursedOn <= last)
            .Select(loan => new
            {
                loan.BankId,
                IsAtLpr = loan.AnnualRate <= loan.Lpr,
                Fen = loan.Entries.Where(entry => (entry.Kind == LoanEntryKind.Drawdown || (entry.Kind == LoanEntryKind.Reversal && entry.PrincipalFen < 0)) && entry.On <= last)
                    .Sum(entry => entry.PrincipalFen),
            })
            .GroupBy(one => one.BankId)
            .Select(group => new { Bank = group.Key, Fen = group.Sum(one => one.Fen), AtLpr = group.Sum(one => one.IsAtLpr ? one.Fen : 0) })
            .Join(database.Partners, one => one.Bank, bank => bank.Id, (one, bank) => new { one.Bank, bank.Name, one.Fen, one.AtLpr })
            .OrderBy(one => one.Name).ThenBy(one => one.Bank).ToListAsync(cancellation);
        return [.. rows.Select(one => new AwardBasis { BankId = one.Bank.ToString(), BankName = one.Name, LentFen = one.Fen, LentAtLprFen = one.AtLpr })];
    }

    /// <summary>The place's award (奖励资金总额), or whether one of its banks may be favoured; by the rules of today.</summary>
    /// <param name="division">Where.</param>
    /// <param name="lentFen">Newly lent there, by all.</param>
    /// <param name="bank">Of whom; null: of nobody, or a guarantor.</param>
    /// <param name="outstanding">工作成效突出; null: not stated.</param>
    public Decision<AwardMoney> Decide(string division, long lentFen, AwardBasis? bank = null, bool? outstanding = null) => LoanAward.Decide(
        new LoanAwardFacts
        {
            NewLoans = Money.FromFen(lentFen),
            Outstanding = Fact.From(outstanding),
            BankLoans = bank is null ? default(Fact<Money>) : Money.FromFen(bank.LentFen),
            BankLoansAtLpr = bank is null ? default(Fact<Money>) : Money.FromFen(bank.LentAtLprFen),
        },
        parameters.At(Division.Parse(division), ChinaTime.Today(time)));

    /// <summary>What was divided of it so far (已分配).</summary>
    public Task<List<LoanAwardShare>> DividedAsync(string division, int year, CancellationToken cancellation) =>
        database.Set<LoanAwardShare>().AsNoTracking().Where(one => one.Year == year && one.Division == division).OrderBy(one => one.Id).ToListAsync(cancellation);

    public static AwardShare ToContract(LoanAwardShare share) => new() { PartnerId = share.PartnerId.ToString(), AmountFen = share.AmountFen, PayableId = share.PayableId.ToString() };
}

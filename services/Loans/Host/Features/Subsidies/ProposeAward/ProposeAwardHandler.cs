using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Loans.V1;
using Wenye.Loans.Data;
using Wenye.Loans.Domain.Guarantee;
using Wenye.Persistence;
using Wenye.Policy;
using Wenye.ServiceDefaults;

namespace Wenye.Loans.Features.Subsidies.ProposeAward;

/// <summary>What the award of a year is reckoned by (奖励性补助资金测算), 27号 第十五条: to whom it goes the place decides.</summary>
internal sealed class ProposeAwardHandler(LoansDbContext database, ParameterSet parameters, TimeProvider time)
{
    public async Task<ProposeAwardResponse> HandleAsync(ProposeAwardRequest request, Caller caller, CancellationToken cancellation)
    {
        var faults = new RequestFaults();
        var place = faults.Division(request.Division, "division");
        faults.Year(request.Year);
        faults.ThrowIfAny();
        caller.DemandDivision(request.Division);
        var policy = parameters.At(place, ChinaTime.Today(time));
        var banks = await LentAsync(request, cancellation);
        var lent = banks.Sum(bank => bank.LentFen);
        var decision = LoanAward.Decide(new() { NewLoans = Money.FromFen(lent) }, policy);
        foreach (var bank in banks)
        {
            var its = new LoanAwardFacts { NewLoans = Money.FromFen(lent), BankLoans = Money.FromFen(bank.LentFen), BankLoansAtLpr = Money.FromFen(bank.LentAtLprFen) };
            bank.MayBeFavoured = LoanAward.Decide(its, policy).Result?.Preferred ?? false;
        }

        return new() { Banks = { banks }, LentFen = lent, Decision = decision.ToContract(), AwardFen = decision.Result?.Pool?.Fen ?? 0 };
    }

    // 27号 第十五条  当年新发放创业担保贷款总额: what was drawn in the year of loans first paid out in it; loans taken over were another system's.
    private async Task<List<AwardBasis>> LentAsync(ProposeAwardRequest request, CancellationToken cancellation)
    {
        var (from, to) = DivisionRange.Of(request.Division);
        var (first, last) = (new DateOnly(request.Year, 1, 1), new DateOnly(request.Year, 12, 31));
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
}

using Microsoft.EntityFrameworkCore;
using Wenye.Loans.Data;
using Wenye.Loans.Domain.Guarantee;
using Wenye.Policy;
using FundYear = Wenye.Loans.Data.FundYear;
using GuaranteeFund = Wenye.Loans.Data.GuaranteeFund;

namespace Wenye.Loans.Features.Funds;

/// <summary>What a fund may guarantee (担保限额), decided by loans.guarantee_capacity on today's balance, exposure and last year's rate.</summary>
/// <remarks>Who books by it holds the fund's row.</remarks>
internal sealed class FundLimits(LoansDbContext database, ParameterSet parameters, LoanFields fields)
{
    // Nothing is asked for when a fund is only looked at: the least there is, so that the decision says whether anything is left.
    private static readonly Money Least = Money.FromFen(1);

    /// <summary>Whether the fund may guarantee so much more (能否再担保).</summary>
    /// <param name="fund">With today's balance and exposure.</param>
    /// <param name="requestedFen">Fen, above zero; null: the least there is.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task<Decision<GuaranteeLimit>> DecideAsync(GuaranteeFund fund, long? requestedFen, CancellationToken cancellation)
    {
        var lastYear = fields.Today.Year - 1;
        var stated = await database.Set<FundYear>().AsNoTracking().SingleOrDefaultAsync(one => one.FundId == fund.Id && one.Year == lastYear, cancellation);
        var facts = new GuaranteeCapacityFacts
        {
            FundBalance = Money.FromFen(fund.BalanceFen),
            Exposure = Money.FromFen(fund.ExposureFen),
            RequestedAmount = requestedFen is { } fen ? Money.FromFen(fen) : Least,
            DueLastYear = Fact.From(stated is null ? (Money?)null : Money.FromFen(stated.DueFen)),
            RecoveredLastYear = Fact.From(stated is null ? (Money?)null : Money.FromFen(stated.RecoveredFen)),
        };
        return GuaranteeCapacity.Decide(facts, parameters.At(Division.Parse(fund.Division), fields.Today));
    }
}

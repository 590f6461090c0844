using System.Text;
using Microsoft.EntityFrameworkCore;
using Wenye.Loans.Data;
using Wenye.Loans.Domain.Guarantee;
using Wenye.Policy;
using Compensation = Wenye.Loans.Data.Compensation;
using Loan = Wenye.Loans.Data.Loan;
using Rule = Wenye.Loans.Domain.Guarantee.Compensation;

namespace Wenye.Loans.Features.Compensations;

/// <summary>Decides whether a fund compensates and with how much (代偿认定), by loans.compensation of today.</summary>
internal sealed class CompensationDecisions(LoansDbContext database, ParameterSet parameters, LoanFields fields)
{
    /// <summary>Decides with what is known (认定).</summary>
    /// <param name="one">What is asked for.</param>
    /// <param name="loan">Held.</param>
    /// <param name="isOverdue">Whether it is overdue today.</param>
    /// <param name="ceilingBaseFen">代偿率的计算基数; null: not stated.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task<Decision<LossShares>> DecideAsync(Compensation one, Loan loan, bool isOverdue, long? ceilingBaseFen, CancellationToken cancellation)
    {
        var begin = new DateOnly(fields.Today.Year, 1, 1);
        var paid = await database.Set<Compensation>().Where(other => other.FundId == one.FundId && other.Id != one.Id && other.SettledOn >= begin)
            .SumAsync(other => other.FundFen, cancellation);
        var facts = new CompensationFacts
        {
            Overdue = isOverdue,
            Pursued = Fact.From(one.Pursued),
            CounterGuarantorSettled = Fact.From(one.CounterGuarantorSettled),
            Principal = Money.FromFen(one.PrincipalFen),
            Interest = Money.FromFen(one.InterestFen),
            OverdueInterest = Money.FromFen(one.OverdueInterestFen),
            FundShare = Fact.From(one.FundShare),
            CompensatedThisYear = Money.FromFen(paid),
            CeilingBase = Fact.From(ceilingBaseFen is { } fen ? Money.FromFen(fen) : (Money?)null),
        };
        return Rule.Decide(facts, parameters.At(Division.Parse(loan.Division), fields.Today));
    }

    /// <summary>As it is stored (入库).</summary>
    public static string Stored(Decision decision) => Encoding.UTF8.GetString(DecisionJson.Write(decision));
}

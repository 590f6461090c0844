using Wenye.Loans.Domain.Guarantee;
using Wenye.Loans.Domain.Terms;
using Wenye.Policy;

namespace Wenye.Loans.Domain.Borrowers;

/// <summary>What a person may borrow at most (个人贷款额度、利率上限与反担保), whatever the outcome.</summary>
/// <param name="MaxAmount">Yuan, of all partners together (最高额度); null while the partners are unknown or no document sets one.</param>
/// <param name="MaxRateBp">Basis points above the LPR (最高加点); null where no document limits them.</param>
/// <param name="CounterGuaranteeRequired">False where the amount alone frees from it; loans.counter_guarantee knows the other grounds (是否需要反担保).</param>
public sealed record PersonalLoanTerms(Money? MaxAmount, decimal? MaxRateBp, bool? CounterGuaranteeRequired) : IOutputs
{
    /// <inheritdoc/>
    public IEnumerable<NamedValue> Recorded()
    {
        if (MaxAmount is { } amount)
        {
            yield return new("max_amount", PolicyValue.Of(amount));
        }

        if (MaxRateBp is { } points)
        {
            yield return new("max_rate_bp", PolicyValue.Of(points));
        }

        if (CounterGuaranteeRequired is { } required)
        {
            yield return new("counter_guarantee_required", PolicyValue.Of(required));
        }
    }
}

/// <summary>May this person have this start-up guaranteed loan (个人创业担保贷款)?</summary>
/// <remarks>Pure. The rules are those of the day of the decision. Readings: docs/decisions/0060-loan-eligibility.md.</remarks>
public static class PersonalLoan
{
    /// <summary>Name of the decision (决定事项).</summary>
    public const string Name = "loans.personal";

    private static readonly Parameter<int> Times = Parameter.Count("loans.personal_times", Unit.Times);
    private static readonly Parameter<int> TermMonths = Parameter.Count("loans.personal_term_months", Unit.Months);

    /// <summary>Decides (认定).</summary>
    public static Decision<PersonalLoanTerms> Decide(PersonalLoanFacts facts, PolicyContext policy)
    {
        var limits = new PersonalLimits(policy);
        var (times, term, rate) = (policy.Get(Times), policy.Get(TermMonths), LoanRate.PointsOf(BorrowerKind.Personal, policy));
        var free = policy.Get(CounterGuarantee.FreeAmount);
        var examined = BorrowerConditions.Examine(Decision.On(Name, facts, policy), facts.Borrower, policy)

            // 27号 第七条  贷款期限一次最长不超过3年，累计次数不超过3次
            .AndIf(times.IsSet, times, facts.PriorLoans.Below(times))
            .AndIf(term.IsSet, term, Proposition.All(facts.TermMonths.AtLeast(1), facts.TermMonths.AtMost(term)));
        examined = limits.Examine(examined, facts)

            // 27号 第七条  贷款利率可在贷款合同签订日贷款市场报价利率（LPR）的基础上加点100个基点
            // 25号 三  金融机构新发放的个人和小微企业创业担保贷款利率不超过LPR+50BP
            .AndIf(rate.IsSet, rate, facts.RateBpOverLpr.AtMost(rate));
        return (free.IsSet ? examined.Using(free) : examined)
            .Answering(new PersonalLoanTerms(limits.Most(facts), rate.IsSet ? rate.Value : null, CounterGuarantee.IsRequired(facts.RequestedAmount, free)));
    }
}

using Wenye.Policy;

namespace Wenye.Loans.Domain.Borrowers;

/// <summary>What a firm may borrow at most and whom it must have taken on (小微企业贷款额度与招用人数), whatever the outcome.</summary>
/// <param name="MaxAmount">Yuan (最高额度); null where no document sets one.</param>
/// <param name="RequiredHires">Qualifying people to be taken on (应新招用人数), rounded up; null while the staff is unknown or no document asks.</param>
public sealed record EnterpriseLoanTerms(Money? MaxAmount, int? RequiredHires) : IOutputs
{
    /// <inheritdoc/>
    public IEnumerable<NamedValue> Recorded()
    {
        if (MaxAmount is { } amount)
        {
            yield return new("max_amount", PolicyValue.Of(amount));
        }

        if (RequiredHires is { } hires)
        {
            yield return new("required_hires", PolicyValue.Of((decimal)hires));
        }
    }
}

/// <summary>May this small or micro enterprise have this start-up guaranteed loan (小微企业创业担保贷款)?</summary>
/// <remarks>Pure. The rules are those of the day of the decision. Readings: docs/decisions/0060-loan-eligibility.md.</remarks>
public static class EnterpriseLoan
{
    /// <summary>Name of the decision (决定事项).</summary>
    public const string Name = "loans.enterprise";

    private static readonly Parameter<Terms<LoanFirmSize>> Sizes = Parameter.Terms<LoanFirmSize>("loans.enterprise_sizes");
    private static readonly Parameter<decimal> HireShare = Parameter.Number("loans.enterprise_hire_share", Unit.Rate);
    private static readonly Parameter<decimal> LargeStaffHireShare = Parameter.Number("loans.enterprise_large_staff_hire_share", Unit.Rate);
    private static readonly Parameter<int> LargeStaff = Parameter.Count("loans.enterprise_large_staff", Unit.People);
    private static readonly Parameter<int> ContractYears = Parameter.Count("loans.enterprise_contract_years", Unit.TermYears);
    private static readonly Parameter<bool> Standing = Parameter.Rule("loans.enterprise_standing");
    private static readonly Parameter<bool> Repute = Parameter.Rule("loans.enterprise_repute");
    private static readonly Parameter<bool> NoArrears = Parameter.Rule("loans.enterprise_no_arrears");
    private static readonly Parameter<Money> Amount = Parameter.Money("loans.enterprise_amount");
    private static readonly Parameter<Money> AmountOfCity = Parameter.Money("loans.enterprise_amount_city");
    private static readonly Parameter<int> TermMonths = Parameter.Count("loans.enterprise_term_months", Unit.Months);
    private static readonly Parameter<int> Times = Parameter.Count("loans.enterprise_times", Unit.Times);

    /// <summary>A firm's conditions "as provided" (邢南政发〔2020〕1号 (十)): nothing else is asked.</summary>
    private static readonly Parameter<bool> AsProvided = Parameter.Rule("loans.enterprise_as_provided");
    private static readonly Parameter<bool> OneLoanOfOwner = Parameter.Rule("loans.one_loan_of_owner");

    /// <summary>Decides (认定).</summary>
    public static Decision<EnterpriseLoanTerms> Decide(EnterpriseLoanFacts facts, PolicyContext policy)
    {
        var (amount, ofCity) = (policy.Get(Amount), policy.Get(AmountOfCity));
        var most = ofCity.IsSet && (!amount.IsSet || ofCity.Value > amount.Value) ? ofCity : amount;
        var (term, times, oneLoan) = (policy.Get(TermMonths), policy.Get(Times), policy.Get(OneLoanOfOwner));
        var share = ShareFor(facts.Employees, policy);
        var required = share.IsSet && facts.Employees.IsProven ? (int)decimal.Ceiling(share.Value * facts.Employees.Value) : default(int?);
        return OfFirm(TakenOn(Decision.On(Name, facts, policy), facts, policy, share, required), facts, policy)

            // 27号 第八条、4号 13  贷款额度最高不超过300万元，贷款期限一次最长不超过2年，累计次数不超过3次
            .AndIf(most.IsSet, most, Proposition.All(facts.RequestedAmount.Above(Money.Zero), facts.RequestedAmount.AtMost(most)))
            .AndIf(term.IsSet, term, Proposition.All(facts.TermMonths.AtLeast(1), facts.TermMonths.AtMost(term)))
            .AndIf(times.IsSet, times, facts.PriorLoans.Below(times))

            // 27号 第九条  同为一个法人的借款人不能在同一贷款期限内申请个人和小微企业创业担保贷款
            .AndIf(oneLoan.IsSet, oneLoan, facts.SameOwnerHasPersonalLoan.Is(false))
            .Answering(new EnterpriseLoanTerms(most.IsSet ? most.Value : null, required));
    }

    // 27号 第五条  当年（申请资格审核前12个月内）新招用符合创业担保贷款申请条件的人员…数量达到企业现有在职职工人数20%（超过100人的企业达到10%）以上，并与其签订1年以上劳动合同的小微企业
    // 25号 一(二)  …15%（超过100人的企业达到8%）以上…
    private static Examination TakenOn(Examination examined, EnterpriseLoanFacts facts, PolicyContext policy, Dated<decimal> share, int? required)
    {
        var (sizes, contracts) = (policy.Get(Sizes), policy.Get(ContractYears));
        return examined
            .And(sizes, facts.Size.OneOf(sizes))
            .And(share, facts.Employees.AtLeast(1))
            .AndIf(share.IsSet, share, required is { } hires ? facts.QualifyingHires.AtLeast(hires) : facts.QualifyingHires.IsEstablished())
            .AndIf(contracts.IsSet, contracts, facts.ContractsAtLeast1y.Is(true));
    }

    private static Examination OfFirm(Examination examined, EnterpriseLoanFacts facts, PolicyContext policy)
    {
        var (standing, repute, arrears, asProvided) = (policy.Get(Standing), policy.Get(Repute), policy.Get(NoArrears), policy.Get(AsProvided));
        return examined

            // 27号 附件1二(一)1  经营情况良好，具有还款能力，无不良信用记录
            .AndIf(standing.IsSet || !asProvided.IsSet, standing, facts.GoodCredit.Is(true))

            // 27号 附件1二(一)2  企业、法定代表人和主要股东社会声誉好，无不良信用记录，无违法乱纪行为，无重大诉讼案件
            .AndIf(repute.IsSet && facts.GoodRepute.IsProven, repute, facts.GoodRepute.Is(true))

            // 27号 附件1二(一)3  无拖欠职工工资欠缴社会保险费等严重违法违规信用记录
            .AndIf(arrears.IsSet, arrears, facts.WageOrInsuranceArrears.Is(false));
    }

    // "超过100人": a firm of exactly 100 is measured by the higher share.
    private static Dated<decimal> ShareFor(Fact<int> employees, PolicyContext policy)
    {
        var largeStaff = policy.Get(LargeStaff);
        var isLarge = employees.IsProven && largeStaff.IsSet && employees.Value > largeStaff.Value;
        return policy.Get(isLarge ? LargeStaffHireShare : HireShare);
    }
}

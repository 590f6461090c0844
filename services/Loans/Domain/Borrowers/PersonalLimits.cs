using Wenye.Policy;

namespace Wenye.Loans.Domain.Borrowers;

/// <summary>How much a person or a partnership may borrow on a day (个人及合伙创业贷款额度). Readings: docs/decisions/0060-loan-eligibility.md.</summary>
internal sealed class PersonalLimits(PolicyContext policy)
{
    private static readonly Parameter<Money> Amount = Parameter.Money("loans.personal_amount");
    private static readonly Parameter<Money> AmountOfCity = Parameter.Money("loans.personal_amount_city");
    private static readonly Parameter<Money> PartnershipAmount = Parameter.Money("loans.partnership_amount");
    private static readonly Parameter<int> PartnersLimit = Parameter.Count("loans.partners_limit", Unit.People);
    private static readonly Parameter<decimal> RaiseOfCity = Parameter.Number("loans.partnership_raise_city", Unit.Rate);
    private static readonly Parameter<decimal> RaiseLimit = Parameter.Number("loans.partnership_raise_limit", Unit.Rate);

    private readonly Dated<Money> amount = policy.Get(Amount);
    private readonly Dated<Money> ofCity = policy.Get(AmountOfCity);
    private readonly Dated<Money> partnership = policy.Get(PartnershipAmount);
    private readonly Dated<int> partners = policy.Get(PartnersLimit);
    private readonly Dated<decimal> raise = policy.Get(RaiseOfCity);
    private readonly Dated<decimal> raiseLimit = policy.Get(RaiseLimit);

    /// <summary>Answers the clauses on amounts and partners (逐条认定).</summary>
    public Examination Examine(Examination examined, PersonalLoanFacts facts)
    {
        var isPartnership = facts.Partners is { IsProven: true, Value: > 1 };
        var governing = isPartnership && partnership.IsSet ? partnership : IsRaised ? ofCity : amount;

        // 27号 第七条、25号 二、4号 13  合伙人、组织成员均符合借款人条件，按照每个创业企业借款人最多不超过（含）3名合伙人
        examined = examined
            .AndIf(partners.IsSet, partners, Proposition.All(facts.Partners.AtLeast(1), facts.Partners.AtMost(partners)))
            .AndIf(!partners.IsSet, amount, facts.Partners.AtLeast(1))
            .AndIf(isPartnership, governing, facts.AllPartnersQualify.Is(true))

            // 27号 第七条  可申请最高15万元…可申请不超过45万元贷款；25号 二  最高额度由15万元提高至20万元…由45万元提高至60万元
            .And(governing, Most(facts) is { } most
                ? Proposition.All(facts.RequestedAmount.Above(Money.Zero), facts.RequestedAmount.AtMost(most))
                : facts.RequestedAmount.IsEstablished());

        // 21号 二  合伙创业的，可根据合伙创业人数适当提高贷款额度，最高不超过符合条件个人贷款总额度的10%
        examined = isPartnership ? examined.Using(IsRaised ? ofCity : amount) : examined;
        return isPartnership && !partnership.IsSet && raise.IsSet ? examined.Using(raise) : examined;
    }

    /// <summary>Yuan for all partners together (最高额度); null when their number is unknown or no document sets an amount.</summary>
    public Money? Most(PersonalLoanFacts facts)
    {
        if (facts.Partners is not { IsProven: true, Value: >= 1 } || !amount.IsSet)
        {
            return null;
        }

        var people = partners.IsSet ? Math.Min(facts.Partners.Value, partners.Value) : facts.Partners.Value;
        var each = IsRaised ? ofCity.Value : amount.Value;
        if (people == 1)
        {
            return each;
        }

        return partnership.IsSet && partners.IsSet
            ? Higher(each * people, Money.Round(partnership.Value.Yuan * people / partners.Value))
            : Floor(each.Yuan * people * (1 + Raise));
    }

    private bool IsRaised => ofCity.IsSet && (!amount.IsSet || ofCity.Value > amount.Value);

    private decimal Raise => raise.IsSet && raiseLimit.IsSet ? Math.Min(raise.Value, raiseLimit.Value) : 0m;

    private static Money Higher(Money one, Money other) => one > other ? one : other;

    private static Money Floor(decimal yuan) => Money.FromYuan(decimal.Floor(yuan * 100) / 100);
}

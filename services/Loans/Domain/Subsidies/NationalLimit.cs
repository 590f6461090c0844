using Wenye.Policy;

namespace Wenye.Loans.Domain.Subsidies;

/// <summary>How much of a loan the nation's rules provide for (中央规定的贷款额度) on its signing day: what a place lent above it, it subsidises itself.</summary>
/// <remarks>Readings: docs/decisions/0061-interest-subsidy.md.</remarks>
internal sealed class NationalLimit
{
    private static readonly Parameter<Money> Personal = Parameter.Money("loans.national_personal_amount");
    private static readonly Parameter<Money> Enterprise = Parameter.Money("loans.national_enterprise_amount");
    private static readonly Parameter<decimal> Raise = Parameter.Number("loans.partnership_raise_limit", Unit.Rate);

    private readonly bool isPersonal;
    private readonly Dated<Money> amount;
    private readonly Dated<decimal> raise;

    private NationalLimit(bool isPersonal, Dated<Money> amount, Dated<decimal> raise) => (this.isPersonal, this.amount, this.raise) = (isPersonal, amount, raise);

    /// <summary>That of the borrower's kind (按借款人类别); null: the kind is not stated, or no document known here tells the nation's limit.</summary>
    public static NationalLimit? Of(FiscalShareFacts facts, PolicyContext signed)
    {
        if (!facts.Borrower.IsProven)
        {
            return null;
        }

        var ofPerson = facts.Borrower.Value == BorrowerKind.Personal;
        var most = signed.Get(ofPerson ? Personal : Enterprise);
        return most.IsSet ? new(ofPerson, most, signed.Get(Raise)) : null;
    }

    /// <summary>Asks for what the limit depends on (认定): the amount, and of a person how many borrow together.</summary>
    public Examination Examine(Examination examined, IDated ownRaise, FiscalShareFacts facts)
    {
        // 27号 第十条  自行提高标准的，超出部分产生的贴息由同级财政承担
        examined = examined.And(
            ownRaise, isPersonal ? Proposition.All(facts.Amount.IsEstablished(), facts.Partners.IsEstablished()) : facts.Amount.IsEstablished()).Using(amount);
        return isPersonal && !(facts.Partners is { IsProven: true, Value: <= 1 }) && raise.IsSet ? examined.Using(raise) : examined;
    }

    /// <summary>What of the loan is above it (超出部分); null: nothing.</summary>
    public RaisedPart? RaisedBy(FiscalShareFacts facts)
    {
        var above = facts.Amount.Value - Most(facts);
        return above > Money.Zero ? new(above, facts.Amount.Value) : null;
    }

    // 21号 二  合伙创业的，可根据合伙创业人数适当提高贷款额度，最高不超过符合条件个人贷款总额度的10%: each one's limit, and a tenth more together.
    private Money Most(FiscalShareFacts facts)
    {
        if (!isPersonal || facts.Partners.Value <= 1)
        {
            return amount.Value;
        }

        var together = amount.Value * facts.Partners.Value;
        return raise.IsSet ? Money.FromYuan(decimal.Floor(together.Yuan * (1 + raise.Value) * 100) / 100) : together;
    }
}

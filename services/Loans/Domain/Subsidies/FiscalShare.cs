using Wenye.Policy;

namespace Wenye.Loans.Domain.Subsidies;

/// <summary>For whose business a loan is, as far as sharing depends on it (创业载体), 辽政办发〔2020〕25号 (九).</summary>
public enum SharedBorrowerKind
{
    /// <summary>Any other (其他).</summary>
    Ordinary = 1,

    /// <summary>Without work before, starts up through the night economy, a small shop or ride-hailing (未就业人员借助“夜经济”“小店经济”以及网约车等创业载体).</summary>
    NightEconomy,
}

/// <summary>What loans.fiscal_share looks at (贴息分担的事实). What is left out is unproven.</summary>
public sealed record FiscalShareFacts : IFacts
{
    /// <summary>创业载体.</summary>
    public Fact<SharedBorrowerKind> BorrowerKind { get; init => field = value.Named("borrower_kind"); } = Fact.Unproven<SharedBorrowerKind>("borrower_kind");

    /// <summary>合同签订日.</summary>
    public Fact<DateOnly> ContractDate { get; init => field = value.Named("contract_date"); } = Fact.Unproven<DateOnly>("contract_date");

    /// <summary>Yuan, the loan (贷款金额).</summary>
    public Fact<Money> Amount { get; init => field = value.Named("amount"); } = Fact.Unproven<Money>("amount");

    /// <summary>Months (贷款期限).</summary>
    public Fact<int> TermMonths { get; init => field = value.Named("term_months"); } = Fact.Unproven<int>("term_months");

    /// <summary>Who borrows; an addition: where it is stated the nation's limit is looked for (借款人类别).</summary>
    public Fact<BorrowerKind> Borrower { get; init => field = value.Named("borrower"); } = Fact.Unproven<BorrowerKind>("borrower");

    /// <summary>Of a person: how many borrow together, 1 alone; an addition (合伙人数).</summary>
    public Fact<int> Partners { get; init => field = value.Named("partners"); } = Fact.Unproven<int>("partners");

    /// <summary>The subsidy comes of a standard that the place raised by itself; an addition, taken as no where not stated (自行提高标准的超出部分).</summary>
    public Fact<bool> AboveStandard { get; init => field = value.Named("above_standard"); } = Fact.Unproven<bool>("above_standard");

    /// <summary>Reads the facts by name (读取).</summary>
    public static FiscalShareFacts Read(FactSet given) => new()
    {
        BorrowerKind = given.Choice<SharedBorrowerKind>("borrower_kind"),
        ContractDate = given.Day("contract_date"),
        Amount = given.Money("amount"),
        TermMonths = given.Count("term_months"),
        Borrower = given.Choice<BorrowerKind>("borrower"),
        Partners = given.Count("partners"),
        AboveStandard = given.Truth("above_standard"),
    };

    /// <inheritdoc/>
    public IEnumerable<NamedValue> Recorded() => 
    [
        BorrowerKind.Recorded, ContractDate.Recorded, Amount.Recorded, TermMonths.Recorded, Borrower.Recorded, Partners.Recorded, AboveStandard.Recorded,
    ];
}

/// <summary>Who pays which share (分担比例); the three add up to 1.</summary>
/// <param name="Central">中央财政.</param>
/// <param name="Province">省财政.</param>
/// <param name="Local">市县财政.</param>
public sealed record FiscalShares(decimal Central, decimal Province, decimal Local) : IOutputs
{
    /// <summary>What of the principal is above the nation's limit (超出中央规定的本金); null: nothing. The shares are of the rest.</summary>
    public RaisedPart? Raised { get; init; }

    /// <inheritdoc/>
    public IEnumerable<NamedValue> Recorded()
    {
        yield return new("central", PolicyValue.Of(Central));
        yield return new("province", PolicyValue.Of(Province));
        yield return new("local", PolicyValue.Of(Local));
        if (Raised is { } raised)
        {
            yield return new("above_amount", PolicyValue.Of(raised.Above));
        }
    }

    /// <summary>Splits an amount (分担) into parts none of which is below zero; what rounding leaves is the locality's, so that they add up to the fen.</summary>
    /// <remarks>
    /// First the part of what the place raised by itself, rounded, which is the locality's; then the rest by the shares. Where centre and
    /// province both round up, the province gives way: a locality without a share pays nothing and gets nothing back. What is taken
    /// back (an amount below zero) is split as it was paid.
    /// </remarks>
    public SharedAmount Split(Money amount)
    {
        if (amount < Money.Zero)
        {
            var back = Split(Money.Zero - amount);
            return new(Money.Zero - back.Central, Money.Zero - back.Province, Money.Zero - back.Local, Money.Zero - back.Above);
        }

        var above = Raised is { } raised ? Money.Round(amount.Yuan * raised.Above.Yuan / raised.Of.Yuan) : Money.Zero;
        var within = amount - above;
        var central = Money.Round(within.Yuan * Central);
        var (rest, rounded) = (within - central, Money.Round(within.Yuan * Province));
        var province = rounded < rest ? rounded : rest;
        return new(central, province, rest - province + above, above);
    }
}

/// <summary>An amount by level of government (分担金额), yuan; centre, province and locality add up to it.</summary>
/// <param name="Central">中央财政.</param>
/// <param name="Province">省财政.</param>
/// <param name="Local">市县财政, with what comes of its own raise.</param>
/// <param name="Above">Of the locality's: what comes of its own raise (自行提高标准的超出部分).</param>
public readonly record struct SharedAmount(Money Central, Money Province, Money Local, Money Above);

/// <summary>The part of a principal that is above the nation's limit (超出部分), yuan.</summary>
/// <param name="Above">Above zero.</param>
/// <param name="Of">The principal, above it.</param>
public sealed record RaisedPart(Money Above, Money Of);

/// <summary>How is the subsidy of a loan shared by levels of government (贴息分担比例)?</summary>
/// <remarks>Pure. The rules are those of the signing day. Readings: docs/decisions/0061-interest-subsidy.md.</remarks>
public static class FiscalShare
{
    /// <summary>Name of the decision (决定事项).</summary>
    public const string Name = "loans.fiscal_share";

    private static readonly Parameter<bool> Shared = Parameter.Rule("loans.fiscal_shared");
    private static readonly Parameter<decimal> Central = Parameter.Number("loans.fiscal_central_share", Unit.Rate);
    private static readonly Parameter<decimal> Province = Parameter.Number("loans.fiscal_province_share", Unit.Rate);
    private static readonly Parameter<decimal> CentralOfCity = Parameter.Number("loans.fiscal_central_share_city", Unit.Rate);
    private static readonly Parameter<decimal> ProvinceOfCity = Parameter.Number("loans.fiscal_province_share_city", Unit.Rate);
    private static readonly Parameter<decimal> NightProvince = Parameter.Number("loans.fiscal_night_province_share", Unit.Rate);
    private static readonly Parameter<Money> NightAmount = Parameter.Money("loans.fiscal_night_amount");
    private static readonly Parameter<int> NightMonths = Parameter.Count("loans.fiscal_night_months", Unit.Months);
    private static readonly Parameter<bool> OwnRaise = Parameter.Rule("loans.fiscal_own_raise");

    /// <summary>Decides (认定).</summary>
    public static Decision<FiscalShares> Decide(FiscalShareFacts facts, PolicyContext policy)
    {
        var signed = facts.ContractDate.IsProven ? policy.On(facts.ContractDate.Value) : policy;
        var (shared, ownRaise, night) = (policy.Get(Shared), policy.Get(OwnRaise), signed.Get(NightProvince));
        var examined = Decision.On(Name, facts, policy);
        if (ownRaise.IsSet && facts.AboveStandard.IsProven)
        {
            // 27号 第十条  自行提高标准的，超出部分产生的贴息由同级财政承担
            examined = examined.And(ownRaise, facts.AboveStandard.IsEstablished());
            if (facts.AboveStandard.Value)
            {
                return examined.Grant(() => new FiscalShares(0m, 0m, 1m));
            }
        }

        var isNight = facts.BorrowerKind is { IsProven: true, Value: SharedBorrowerKind.NightEconomy } && night.IsSet;
        var (raisable, limit) = (signed.Get(OwnRaise), NationalLimit.Of(facts, signed));
        Finding[] grounds = isNight ? Grounds(facts, signed, night) : [];
        var (central, province, isPrinted) = Shares(policy, isNight && grounds[0].Answer == Answer.Met ? night : null);

        // 27号 第十条  符合中央规定的贴息资金，由各级财政按规定比例分担
        examined = examined.And(shared, Proposition.All(facts.BorrowerKind.IsEstablished(), facts.ContractDate.IsEstablished()));
        examined = (isNight ? examined.WhenAnyOf(night, grounds) : examined)
            .AndIf(shared.IsSet && !isPrinted, shared, Proposition.All(
                SetShare(central, 1m),
                SetShare(province, central.IsSet ? 1m - central.Value : 1m)));
        return (limit is not null && raisable.IsSet ? limit.Examine(examined, raisable, facts) : examined)
            .Using(central).Using(province)
            .Grant(() => new FiscalShares(central.Value, province.Value, 1m - central.Value - province.Value) { Raised = raisable.IsSet ? limit?.RaisedBy(facts) : null });
    }

    // 辽 (九)  自本文印发之日起到2020年12月31日，…新申请最高不超过10万元的创业担保贷款，…中央财政按现行政策承担30%，省财政承担比例由现行25%增加到50%，市县财政承担比例由现行45%减少到20%，期限12个月
    // The second ground is the reverse of the first: beyond the limits the present shares hold.
    private static Finding[] Grounds(FiscalShareFacts facts, PolicyContext signed, Dated<decimal> night)
    {
        var (amount, months) = (signed.Get(NightAmount), signed.Get(NightMonths));
        return
        [
            new(night.Clause, Proposition.All(facts.Amount.AtMost(amount), facts.TermMonths.AtMost(months)), night.Use),
            new(night.Clause, Proposition.Any(facts.Amount.Above(amount), facts.TermMonths.Above(months)), night.Use),
        ];
    }

    private static (Dated<decimal> Central, Dated<decimal> Province, bool IsPrinted) Shares(PolicyContext policy, Dated<decimal>? raised)
    {
        var (central, province) = (policy.Get(Central), raised ?? policy.Get(Province));
        return central.IsSet && province.IsSet ? (central, province, true) : (policy.Get(CentralOfCity), policy.Get(ProvinceOfCity), false);
    }

    private static Proposition SetShare(Dated<decimal> share, decimal most) =>
        share.IsSet ? Fact.Known(share.Name, share.Value).AtMost(most) : Proposition.Unproven(share.Name, share.Use);
}

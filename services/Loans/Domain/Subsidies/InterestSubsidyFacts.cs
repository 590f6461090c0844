using Wenye.Policy;

namespace Wenye.Loans.Domain.Subsidies;

/// <summary>How a loan stands in a period (贷款状态).</summary>
public enum LoanStanding
{
    /// <summary>Within its term (正常).</summary>
    Normal = 1,

    /// <summary>Beyond its term by agreement (展期).</summary>
    Extended,

    /// <summary>Beyond its term without one (逾期).</summary>
    Overdue,
}

/// <summary>Why a loan was extended (展期原因).</summary>
public enum ExtensionReason
{
    /// <summary>Not extended, or for another reason than these (无、其他).</summary>
    None = 1,

    /// <summary>Short of money for a time (流动性遇到暂时困难).</summary>
    Liquidity,

    /// <summary>The borrower has the epidemic's illness (借款人患新冠肺炎).</summary>
    CovidPatient,
}

/// <summary>What loans.interest_subsidy looks at (贴息的事实): one loan in a period in which it stands one way. What is left out is unproven.</summary>
public sealed record InterestSubsidyFacts : IFacts
{
    private const string BalancesName = "balances";

    /// <summary>借款人类别.</summary>
    public Fact<BorrowerKind> Borrower { get; init => field = value.Named("borrower"); } = Fact.Unproven<BorrowerKind>("borrower");

    /// <summary>合同签订日: which rules hold.</summary>
    public Fact<DateOnly> ContractDate { get; init => field = value.Named("contract_date"); } = Fact.Unproven<DateOnly>("contract_date");

    /// <summary>The day the loan was paid out, an addition; unproven: the signing day (发放日). The years of subsidy begin on it.</summary>
    public Fact<DateOnly> DisbursedOn { get; init => field = value.Named("disbursed_on"); } = Fact.Unproven<DateOnly>("disbursed_on");

    /// <summary>Yuan, all through the period (本金余额); not asked for where balances are given.</summary>
    public Fact<Money> Principal { get; init => field = value.Named("principal"); } = Fact.Unproven<Money>("principal");

    /// <summary>Balances that change within the period, an addition (余额时段); null: the principal stands all through.</summary>
    public IReadOnlyList<BalanceSegment>? Balances { get; init; }

    /// <summary>Decimal, a year (年利率).</summary>
    public Fact<decimal> AnnualRate { get; init => field = value.Named("annual_rate"); } = Fact.Unproven<decimal>("annual_rate");

    /// <summary>Decimal, of the contract's reference tenor on the signing day (合同签订日LPR); asked for only where the rule needs it.</summary>
    public Fact<decimal> Lpr { get; init => field = value.Named("lpr"); } = Fact.Unproven<decimal>("lpr");

    /// <summary>Decimal, a year, as a contract agreed that was in force before any of our documents; an addition (原合同约定贴息利率).</summary>
    public Fact<decimal> AgreedSubsidisedRate { get; init => field = value.Named("agreed_subsidised_rate"); } = Fact.Unproven<decimal>("agreed_subsidised_rate");

    /// <summary>First day (起).</summary>
    public Fact<DateOnly> From { get; init => field = value.Named("from"); } = Fact.Unproven<DateOnly>("from");

    /// <summary>The day after the last, not counted (止，不含).</summary>
    public Fact<DateOnly> To { get; init => field = value.Named("to"); } = Fact.Unproven<DateOnly>("to");

    /// <summary>贷款状态.</summary>
    public Fact<LoanStanding> Standing { get; init => field = value.Named("standing"); } = Fact.Unproven<LoanStanding>("standing");

    /// <summary>展期原因.</summary>
    public Fact<ExtensionReason> ExtensionReason { get; init => field = value.Named("extension_reason"); } = Fact.Unproven<ExtensionReason>("extension_reason");

    /// <summary>Last day of the extension (展期至).</summary>
    public Fact<DateOnly> ExtendedUntil { get; init => field = value.Named("extended_until"); } = Fact.Unproven<DateOnly>("extended_until");

    /// <summary>The day the loan fell due before it was extended, an addition; unproven: the period's first day, which is not earlier (原到期日).</summary>
    public Fact<DateOnly> MaturesOn { get; init => field = value.Named("matures_on"); } = Fact.Unproven<DateOnly>("matures_on");

    /// <summary>Reads the facts by name (读取).</summary>
    /// <exception cref="FactException">A balance lacks a day or its principal, overlaps another, has no days or is negative.</exception>
    public static InterestSubsidyFacts Read(FactSet given) => new()
    {
        Borrower = given.Choice<BorrowerKind>("borrower"),
        ContractDate = given.Day("contract_date"),
        DisbursedOn = given.Day("disbursed_on"),
        Principal = given.Money("principal"),
        Balances = given.Records(BalancesName) is { } balances ? BalancesOf(balances) : null,
        AnnualRate = given.Number("annual_rate"),
        Lpr = given.Number("lpr"),
        AgreedSubsidisedRate = given.Number("agreed_subsidised_rate"),
        From = given.Day("from"),
        To = given.Day("to"),
        Standing = given.Choice<LoanStanding>("standing"),
        ExtensionReason = given.Choice<ExtensionReason>("extension_reason"),
        ExtendedUntil = given.Day("extended_until"),
        MaturesOn = given.Day("matures_on"),
    };

    /// <inheritdoc/>
    public IEnumerable<NamedValue> Recorded() =>
    [
        Borrower.Recorded,
        ContractDate.Recorded,
        DisbursedOn.Recorded,
        Principal.Recorded,
        new(BalancesName, Balances is null ? default : PolicyValue.Of([.. Balances.Select(Recorded)])),
        AnnualRate.Recorded,
        Lpr.Recorded,
        AgreedSubsidisedRate.Recorded,
        From.Recorded,
        To.Recorded,
        Standing.Recorded,
        ExtensionReason.Recorded,
        ExtendedUntil.Recorded,
        MaturesOn.Recorded,
    ];

    /// <summary>The highest balance of the period, under the name it is asked by (本金).</summary>
    internal Fact<Money> Owed => Balances is not { Count: > 0 } balances ? Principal : Fact.Known("principal", balances.Max(one => one.Principal));

    private static List<BalanceSegment> BalancesOf(IReadOnlyList<FactSet> given)
    {
        var balances = new List<BalanceSegment>(given.Count);
        foreach (var one in given)
        {
            var (from, to, principal) = (one.Day("from"), one.Day("to"), one.Money("principal"));
            one.DemandAllRead(InterestSubsidy.Name);
            if (!from.IsProven || !to.IsProven || !principal.IsProven || to.Value <= from.Value || principal.Value < Money.Zero
                || (balances.Count > 0 && from.Value < balances[^1].To))
            {
                throw new FactException(BalancesName, $"事实“{BalancesName}”的每一项应有起（from）、止（to，不含）和本金（principal），按日期先后，互不重叠，本金不为负。");
            }

            balances.Add(new(from.Value, to.Value, principal.Value));
        }

        return balances;
    }

    private static PolicyValue Recorded(BalanceSegment one)
    {
        NamedValue[] entries = [new("from", PolicyValue.Of(one.From)), new("to", PolicyValue.Of(one.To)), new("principal", PolicyValue.Of(one.Principal))];
        return PolicyValue.Of(entries);
    }
}

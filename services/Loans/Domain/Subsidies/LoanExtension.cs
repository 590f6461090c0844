using Wenye.Policy;

namespace Wenye.Loans.Domain.Subsidies;

/// <summary>What loans.extension looks at (展期的事实). What is left out is unproven.</summary>
public sealed record LoanExtensionFacts : IFacts
{
    /// <summary>借款人类别.</summary>
    public Fact<BorrowerKind> Borrower { get; init => field = value.Named("borrower"); } = Fact.Unproven<BorrowerKind>("borrower");

    /// <summary>展期原因.</summary>
    public Fact<ExtensionReason> ExtensionReason { get; init => field = value.Named("extension_reason"); } = Fact.Unproven<ExtensionReason>("extension_reason");

    /// <summary>The day the loan falls due before it (原到期日).</summary>
    public Fact<DateOnly> MaturesOn { get; init => field = value.Named("matures_on"); } = Fact.Unproven<DateOnly>("matures_on");

    /// <summary>展期至.</summary>
    public Fact<DateOnly> ExtendedUntil { get; init => field = value.Named("extended_until"); } = Fact.Unproven<DateOnly>("extended_until");

    /// <summary>Reads the facts by name (读取).</summary>
    public static LoanExtensionFacts Read(FactSet given) => new()
    {
        Borrower = given.Choice<BorrowerKind>("borrower"),
        ExtensionReason = given.Choice<ExtensionReason>("extension_reason"),
        MaturesOn = given.Day("matures_on"),
        ExtendedUntil = given.Day("extended_until"),
    };

    /// <inheritdoc/>
    public IEnumerable<NamedValue> Recorded() => [Borrower.Recorded, ExtensionReason.Recorded, MaturesOn.Recorded, ExtendedUntil.Recorded];
}

/// <summary>Does an extension keep the subsidy (展期期间是否继续贴息)? Refused: the bank may extend, the treasury pays nothing meanwhile.</summary>
public static class LoanExtension
{
    /// <summary>Name of the decision (决定事项).</summary>
    public const string Name = "loans.extension";

    private static readonly Parameter<bool> WithinTerm = Parameter.Rule("loans.subsidy_within_term");

    /// <summary>Decides (认定).</summary>
    public static Decision<NoOutputs> Decide(LoanExtensionFacts facts, PolicyContext policy)
    {
        var withinTerm = policy.Get(WithinTerm);

        // 27号 第九条  对展期、逾期的创业担保贷款，财政部门不予贴息
        var examined = Decision.On(Name, facts, policy)
            .AndIf(withinTerm.IsSet, withinTerm, facts.ExtensionReason.IsNot(ExtensionReason.None));
        return ExtensionTerms.Examine(examined, new(facts.Borrower, facts.ExtensionReason, facts.MaturesOn, facts.ExtendedUntil), policy, asksReason: !withinTerm.IsSet).Grant();
    }
}

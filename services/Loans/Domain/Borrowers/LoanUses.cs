using Wenye.Policy;

namespace Wenye.Loans.Domain.Borrowers;

/// <summary>What a loan is used for (贷款用途), 27号 第六条.</summary>
public enum LoanUse
{
    /// <summary>创业的开办经费.</summary>
    StartUpCosts = 1,

    /// <summary>经营所需资金.</summary>
    Operation,

    /// <summary>转借他人使用.</summary>
    LentOn,

    /// <summary>Shares, futures and other securities (购买股票、期货等有价证券).</summary>
    Securities,

    /// <summary>从事股本权益性投资.</summary>
    EquityInvestment,

    /// <summary>违反国家有关法律、法规的用途.</summary>
    Unlawful,
}

/// <summary>What loans.use looks at (贷款用途的事实).</summary>
public sealed record LoanUseFacts : IFacts
{
    /// <summary>贷款用途.</summary>
    public Fact<LoanUse> Use { get; init => field = value.Named("use"); } = Fact.Unproven<LoanUse>("use");

    /// <summary>Reads the facts by name (读取).</summary>
    public static LoanUseFacts Read(FactSet given) => new() { Use = given.Choice<LoanUse>("use") };

    /// <inheritdoc/>
    public IEnumerable<NamedValue> Recorded() => [Use.Recorded];
}

/// <summary>May a loan be used for this (贷款用途)?</summary>
public static class LoanUses
{
    /// <summary>Name of the decision (决定事项).</summary>
    public const string Name = "loans.use";

    private static readonly Parameter<Terms<LoanUse>> Allowed = Parameter.Terms<LoanUse>("loans.allowed_uses");

    /// <summary>Decides (认定).</summary>
    public static Decision<NoOutputs> Decide(LoanUseFacts facts, PolicyContext policy) =>
        Decision.On(Name, facts, policy).When(policy.Get(Allowed), facts.Use.OneOf(policy.Get(Allowed))).Grant();

    // 27号 第六条  应当用于借款人创业的开办经费或经营所需资金，不得转借他人使用，不得用于购买股票、期货等有价证券和从事股本权益性投资，不得用于违反国家有关法律、法规的用途
    internal static Examination Examine(Examination examined, Fact<LoanUse> use, PolicyContext policy)
    {
        var allowed = policy.Get(Allowed);
        return examined.AndIf(allowed.IsSet, allowed, use.OneOf(allowed));
    }
}

using Wenye.Policy;

namespace Wenye.Loans.Domain.Procedure;

/// <summary>What loans.same_owner looks at (同一法人的事实).</summary>
public sealed record SameOwnerFacts : IFacts
{
    /// <summary>Someone who borrows has a loan of the other kind running, as a person or as a firm's legal representative (同期有另一类贷款).</summary>
    public Fact<bool> OtherKindRunning { get; init => field = value.Named("other_kind_running"); } = Fact.Unproven<bool>("other_kind_running");

    /// <summary>Reads the facts by name (读取).</summary>
    public static SameOwnerFacts Read(FactSet given) => new() { OtherKindRunning = given.Truth("other_kind_running") };

    /// <inheritdoc/>
    public IEnumerable<NamedValue> Recorded() => [OtherKindRunning.Recorded];
}

/// <summary>Does nobody borrow as a person and as a firm at the same time (同一贷款期限内不同时申请个人和小微企业贷款)?</summary>
/// <remarks>loans.enterprise answers it for firms; this one for people too.</remarks>
public static class SameOwner
{
    /// <summary>Name of the decision (决定事项).</summary>
    public const string Name = "loans.same_owner";

    private static readonly Parameter<bool> OneLoan = Parameter.Rule("loans.one_loan_of_owner");

    /// <summary>Decides (认定).</summary>
    // 27号 第九条  同为一个法人的借款人不能在同一贷款期限内申请个人和小微企业创业担保贷款
    public static Decision<NoOutputs> Decide(SameOwnerFacts facts, PolicyContext policy)
    {
        var rule = policy.Get(OneLoan);
        return Decision.On(Name, facts, policy).AndIf(rule.IsSet, rule, facts.OtherKindRunning.Is(false)).Grant();
    }
}

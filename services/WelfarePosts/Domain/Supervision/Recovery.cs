using Wenye.Policy;

namespace Wenye.WelfarePosts.Domain.Supervision;

/// <summary>What welfare_posts.recovery looks at (补贴收回的事实). What is left out is unproven.</summary>
public sealed record RecoveryFacts : IFacts
{
    /// <summary>Someone not in hardship was placed (安置非就业困难人员).</summary>
    public Fact<bool> NotInHardship { get; init => field = value.Named("not_in_hardship"); } = Fact.Unproven<bool>("not_in_hardship");

    /// <summary>False claims or claims in others' names (虚报冒领骗取补贴).</summary>
    public Fact<bool> FalseClaim { get; init => field = value.Named("false_claim"); } = Fact.Unproven<bool>("false_claim");

    /// <summary>Paid without working (“吃空饷”).</summary>
    public Fact<bool> PaidWithoutWork { get; init => field = value.Named("paid_without_work"); } = Fact.Unproven<bool>("paid_without_work");

    /// <summary>Yuan drawn wrongly so far, less what came back (违规领取未收回金额).</summary>
    public Fact<Money> WronglyDrawn { get; init => field = value.Named("wrongly_drawn"); } = Fact.Unproven<Money>("wrongly_drawn");

    /// <summary>Reads the facts by name (读取).</summary>
    public static RecoveryFacts Read(FactSet given) => new()
    {
        NotInHardship = given.Truth("not_in_hardship"),
        FalseClaim = given.Truth("false_claim"),
        PaidWithoutWork = given.Truth("paid_without_work"),
        WronglyDrawn = given.Money("wrongly_drawn"),
    };

    /// <inheritdoc/>
    public IEnumerable<NamedValue> Recorded() => [NotInHardship.Recorded, FalseClaim.Recorded, PaidWithoutWork.Recorded, WronglyDrawn.Recorded];
}

/// <summary>What is to be taken back (收回).</summary>
/// <param name="Recover">Yuan (收回金额).</param>
public sealed record RecoveryResult(Money Recover) : IOutputs
{
    /// <inheritdoc/>
    public IEnumerable<NamedValue> Recorded() => [new("recover", PolicyValue.Of(Recover))];
}

/// <summary>Is money to be taken back (收回补贴资金)? Granted: it is.</summary>
public static class Recovery
{
    /// <summary>Name of the decision (决定事项).</summary>
    public const string Name = "welfare_posts.recovery";

    private static readonly Parameter<bool> TakenBack = Parameter.Rule("welfare_posts.recovery");

    /// <summary>Decides (认定).</summary>
    public static Decision<RecoveryResult> Decide(RecoveryFacts facts, PolicyContext policy)
    {
        var rule = policy.Get(TakenBack);

        // 36号 第二十二条  对安置非就业困难人员、虚报冒领骗取补贴、“吃空饷”等违法违规情形及时纠正查处，…按规定收回相关补贴资金
        return Decision.On(Name, facts, policy)
            .When(rule, Proposition.Any(facts.NotInHardship.Is(true), facts.FalseClaim.Is(true), facts.PaidWithoutWork.Is(true)))
            .AndIf(rule.IsSet, rule, facts.WronglyDrawn.Above(Money.Zero))
            .Grant(() => new RecoveryResult(facts.WronglyDrawn.Value));
    }
}

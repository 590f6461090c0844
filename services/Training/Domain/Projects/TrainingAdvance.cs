using Wenye.Policy;

namespace Wenye.Training.Domain.Projects;

/// <summary>What training.advance looks at (培训补贴预拨的事实): one firm or institution. What is left out is unproven.</summary>
public sealed record TrainingAdvanceFacts : IFacts
{
    /// <summary>An institution or firm that is designated for skill training (职业技能培训定点机构或企业).</summary>
    public Fact<bool> Designated { get; init => field = value.Named("designated"); } = Fact.Unproven<bool>("designated");

    /// <summary>The epidemic is being fought (疫情防控期间).</summary>
    public Fact<bool> EpidemicPeriod { get; init => field = value.Named("epidemic_period"); } = Fact.Unproven<bool>("epidemic_period");

    /// <summary>Yuan of training subsidy expected (培训补贴资金).</summary>
    public Fact<Money> ExpectedAmount { get; init => field = value.Named("expected_amount"); } = Fact.Unproven<Money>("expected_amount");

    /// <summary>Yuan asked for in advance (申请预拨金额).</summary>
    public Fact<Money> RequestedAmount { get; init => field = value.Named("requested_amount"); } = Fact.Unproven<Money>("requested_amount");

    /// <summary>Reads the facts by name (读取).</summary>
    public static TrainingAdvanceFacts Read(FactSet given) => new()
    {
        Designated = given.Truth("designated"),
        EpidemicPeriod = given.Truth("epidemic_period"),
        ExpectedAmount = given.Money("expected_amount"),
        RequestedAmount = given.Money("requested_amount"),
    };

    /// <inheritdoc/>
    public IEnumerable<NamedValue> Recorded() => [Designated.Recorded, EpidemicPeriod.Recorded, ExpectedAmount.Recorded, RequestedAmount.Recorded];
}

/// <summary>How much may be paid in advance (预拨额度).</summary>
/// <param name="UpTo">Yuan at most (预拨上限), the part of a fen left off; null while the expected amount is unknown.</param>
public sealed record AdvanceLimit(Money? UpTo) : IOutputs
{
    /// <inheritdoc/>
    public IEnumerable<NamedValue> Recorded() => UpTo is { } limit ? [new("advance_up_to", PolicyValue.Of(limit))] : [];
}

/// <summary>May this much of a training subsidy be paid in advance (预拨培训补贴资金)? The limit is told whatever the outcome.</summary>
public static class TrainingAdvance
{
    /// <summary>Name of the decision (决定事项).</summary>
    public const string Name = "training.advance";

    private const decimal FenAYuan = 100m;
    private static readonly Parameter<decimal> Share = Parameter.Number("training.advance_share", Unit.Rate);

    /// <summary>Decides (认定).</summary>
    public static Decision<AdvanceLimit> Decide(TrainingAdvanceFacts facts, PolicyContext policy)
    {
        var share = policy.Get(Share);
        Money? limit = share.IsSet && facts.ExpectedAmount.IsProven ? Money.FromYuan(decimal.Floor(facts.ExpectedAmount.Value.Yuan * share.Value * FenAYuan) / FenAYuan) : null;
        return Decision.On(Name, facts, policy)

            // 邢南政发〔2020〕1号 (十七)  疫情防控期间大力实施线上培训…可向职业技能培训定点机构或企业预拨不高于40%的培训补贴资金
            .When(share, Proposition.All(facts.Designated.Is(true), facts.EpidemicPeriod.Is(true)))
            .AndIf(share.IsSet, share, facts.ExpectedAmount.Above(Money.Zero))
            .AndIf(share.IsSet, share, limit is { } most ? facts.RequestedAmount.AtMost(most) : facts.RequestedAmount.IsEstablished())
            .Answering(new AdvanceLimit(limit));
    }
}

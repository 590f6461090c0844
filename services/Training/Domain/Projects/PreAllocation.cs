using Wenye.Policy;

namespace Wenye.Training.Domain.Projects;

/// <summary>What training.tranches looks at (培训补贴预拨的事实): one class. What is left out is unproven.</summary>
public sealed record PreAllocationFacts : IFacts
{
    /// <summary>Yuan expected for the class (预计补贴数额).</summary>
    public Fact<Money> ExpectedAmount { get; init => field = value.Named("expected_amount"); } = Fact.Unproven<Money>("expected_amount");

    /// <summary>The day on which the class began (开班日期).</summary>
    public Fact<DateOnly> StartedOn { get; init => field = value.Named("started_on"); } = Fact.Unproven<DateOnly>("started_on");

    /// <summary>The day on which half of it was done (达到正常进度一半之日).</summary>
    public Fact<DateOnly> HalfReachedOn { get; init => field = value.Named("half_reached_on"); } = Fact.Unproven<DateOnly>("half_reached_on");

    /// <summary>Last day of publicity without objection (公示无异议期满日).</summary>
    public Fact<DateOnly> PublicityEndedOn { get; init => field = value.Named("publicity_ended_on"); } = Fact.Unproven<DateOnly>("publicity_ended_on");

    /// <summary>The class was accepted after its end (验收合格).</summary>
    public Fact<bool> Accepted { get; init => field = value.Named("accepted"); } = Fact.Unproven<bool>("accepted");

    /// <summary>Yuan really paid before the acceptance (已预拨金额), an addition for recovery; unproven: the tranches that fell due.</summary>
    public Fact<Money> Prepaid { get; init => field = value.Named("prepaid"); } = Fact.Unproven<Money>("prepaid");

    /// <summary>Reads the facts by name (读取).</summary>
    public static PreAllocationFacts Read(FactSet given) => new()
    {
        ExpectedAmount = given.Money("expected_amount"),
        StartedOn = given.Day("started_on"),
        HalfReachedOn = given.Day("half_reached_on"),
        PublicityEndedOn = given.Day("publicity_ended_on"),
        Accepted = given.Truth("accepted"),
        Prepaid = given.Money("prepaid"),
    };

    /// <inheritdoc/>
    public IEnumerable<NamedValue> Recorded() =>
    [
        ExpectedAmount.Recorded,
        StartedOn.Recorded,
        HalfReachedOn.Recorded,
        PublicityEndedOn.Recorded,
        Accepted.Recorded,
        Prepaid.Recorded,
    ];
}

/// <summary>One payment (一次拨付).</summary>
/// <param name="Share">Share of the expected amount, as the clause states it (比例).</param>
/// <param name="Amount">Yuan (金额); the last one is what the others leave.</param>
/// <param name="Due">The last day on which to pay (最迟拨付日).</param>
public sealed record Tranche(decimal Share, Money Amount, DateOnly Due);

/// <summary>The payments so far, and what comes back (拨付与收回).</summary>
/// <param name="Tranches">The payments whose ground is established, in order.</param>
/// <param name="Recover">Yuan to take back (应收回); null unless the class failed its acceptance.</param>
public sealed record TranchePlan(IReadOnlyList<Tranche> Tranches, Money? Recover = null) : IOutputs
{
    /// <inheritdoc/>
    public IEnumerable<NamedValue> Recorded()
    {
        yield return new("tranches", PolicyValue.Of([.. Tranches.Select(Recorded)]));
        if (Recover is { } recover)
        {
            yield return new("recover", PolicyValue.Of(recover));
        }
    }

    private static PolicyValue Recorded(Tranche one)
    {
        NamedValue[] entries = [new("share", PolicyValue.Of(one.Share)), new("amount", PolicyValue.Of(one.Amount)), new("due", PolicyValue.Of(one.Due))];
        return PolicyValue.Of(entries);
    }
}

/// <summary>When is how much of a class's subsidy paid ahead, and what comes back (培训补贴预拨)?</summary>
/// <remarks>Pure. The payments that already have their ground are given whatever the outcome. Readings: docs/decisions/0050-training-decisions.md.</remarks>
public static class PreAllocation
{
    /// <summary>Name of the decision (决定事项).</summary>
    public const string Name = "training.tranches";

    private static readonly Parameter<decimal> StartShare = Parameter.Number("training.tranche_start_share", Unit.Rate);
    private static readonly Parameter<int> StartDays = Parameter.Count("training.tranche_start_days", Unit.WorkingDays);
    private static readonly Parameter<decimal> HalfShare = Parameter.Number("training.tranche_half_share", Unit.Rate);
    private static readonly Parameter<bool> Acceptance = Parameter.Rule("training.tranche_acceptance");
    private static readonly Parameter<int> RestDays = Parameter.Count("training.tranche_rest_days", Unit.WorkingDays);

    /// <summary>Decides (认定).</summary>
    public static Decision<TranchePlan> Decide(PreAllocationFacts facts, PolicyContext policy)
    {
        var (startDays, restDays, acceptance) = (policy.Get(StartDays), policy.Get(RestDays), policy.Get(Acceptance));
        var start = startDays.IsSet ? policy.Calendar.Due(facts.StartedOn, startDays.Value) : facts.StartedOn;
        var rest = restDays.IsSet ? policy.Calendar.Due(facts.PublicityEndedOn, restDays.Value) : facts.PublicityEndedOn;
        var failed = facts.Accepted is { IsProven: true, Value: false };
        return Decision.On(Name, facts, policy)

            // 辽 (十二)  在培训机构开展培训后10个工作日内，按照预计补贴数额的50%预拨资金
            .When(policy.Get(StartShare), facts.ExpectedAmount.Above(Money.Zero))
            .AndIf(acceptance.IsSet, startDays, start.IsEstablished())

            // 辽 (十二)  培训结束验收合格并经公示无异议后，5个工作日内拨付剩余补贴资金；对未通过验收的，据实收回预拨的资金
            .AndIf(acceptance.IsSet, acceptance, facts.Accepted.Is(true))

            // 辽 (十二)  培训达到正常进度一半时再拨付25%
            .AndIf(acceptance.IsSet && !failed, policy.Get(HalfShare), facts.HalfReachedOn.IsEstablished())
            .AndIf(acceptance.IsSet && !failed, restDays, rest.IsEstablished())
            .Answering(Plan(facts, policy, start, failed ? default : rest));
    }

    private static TranchePlan Plan(PreAllocationFacts facts, PolicyContext policy, Fact<DateOnly> start, Fact<DateOnly> rest)
    {
        var (first, half) = (policy.Get(StartShare), policy.Get(HalfShare));
        var tranches = new List<Tranche>(3);
        if (!first.IsSet || facts.ExpectedAmount is not { IsProven: true, Value.Yuan: > 0 } || !start.IsProven)
        {
            return new(tranches);
        }

        var expected = facts.ExpectedAmount.Value;
        tranches.Add(new(first.Value, Money.Round(expected.Yuan * first.Value), start.Value));
        if (facts.HalfReachedOn.IsProven)
        {
            tranches.Add(new(half.Value, Money.Round(expected.Yuan * half.Value), facts.HalfReachedOn.Value));
        }

        var paid = tranches.Aggregate(Money.Zero, (sum, one) => sum + one.Amount);
        if (facts.HalfReachedOn.IsProven && facts.Accepted is { IsProven: true, Value: true } && rest.IsProven)
        {
            tranches.Add(new(1 - first.Value - half.Value, expected - paid, rest.Value));
        }

        return facts.Accepted is { IsProven: true, Value: false } ? new(tranches, facts.Prepaid.IsProven ? facts.Prepaid.Value : paid) : new(tranches);
    }
}

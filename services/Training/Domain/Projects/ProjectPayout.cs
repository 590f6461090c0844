using Wenye.Policy;

namespace Wenye.Training.Domain.Projects;

/// <summary>What training.project_payout looks at (项目制培训的事实). What is left out is unproven.</summary>
public sealed record ProjectPayoutFacts : IFacts
{
    /// <summary>Yuan of the contract (合同金额).</summary>
    public Fact<Money> ContractAmount { get; init => field = value.Named("contract_amount"); } = Fact.Unproven<Money>("contract_amount");

    /// <summary>Share of the trained who work (培训后就业率), 0 to 1.</summary>
    public Fact<decimal> EmploymentRate { get; init => field = value.Named("employment_rate"); } = Fact.Unproven<decimal>("employment_rate");

    /// <summary>Share of the trained who passed (培训合格率), 0 to 1.</summary>
    public Fact<decimal> PassRate { get; init => field = value.Named("pass_rate"); } = Fact.Unproven<decimal>("pass_rate");

    /// <summary>Reads the facts by name (读取).</summary>
    /// <exception cref="FactException">A rate is below 0 or above 1.</exception>
    public static ProjectPayoutFacts Read(FactSet given) => new()
    {
        ContractAmount = given.Money("contract_amount"),
        EmploymentRate = Share(given.Number("employment_rate")),
        PassRate = Share(given.Number("pass_rate")),
    };

    /// <inheritdoc/>
    public IEnumerable<NamedValue> Recorded() => [ContractAmount.Recorded, EmploymentRate.Recorded, PassRate.Recorded];

    private static Fact<decimal> Share(Fact<decimal> rate) => !rate.IsProven || rate.Value is >= 0 and <= 1
        ? rate
        : throw new FactException(rate.Name, $"事实“{rate.Name}”应为0至1的小数，例如85%写作0.85。");
}

/// <summary>What is paid for a project (项目制培训拨付).</summary>
/// <param name="Advance">Yuan that may be paid first (先行拨付).</param>
/// <param name="Total">Yuan in all (拨付总额); null while a rate is unknown.</param>
public sealed record ProjectPayment(Money Advance, Money? Total = null) : IOutputs
{
    /// <summary>Yuan left to pay after the advance (余款); below zero what has to come back, where a city pays less than the advance.</summary>
    public Money? Balance => Total - Advance;

    /// <inheritdoc/>
    public IEnumerable<NamedValue> Recorded()
    {
        yield return new("advance", PolicyValue.Of(Advance));
        if (Total is { } total)
        {
            yield return new("total", PolicyValue.Of(total));
            yield return new("balance", PolicyValue.Of(total - Advance));
        }
    }
}

/// <summary>What is paid for training that was bought as a project (项目制培训)?</summary>
/// <remarks>Pure. The advance holds also while the rates are unknown. Readings: docs/decisions/0050-training-decisions.md.</remarks>
public static class ProjectPayout
{
    /// <summary>Name of the decision (决定事项).</summary>
    public const string Name = "training.project_payout";

    private static readonly Parameter<decimal> AdvanceShare = Parameter.Number("training.project_advance_share", Unit.Rate);
    private static readonly Parameter<decimal> EmploymentGoal = Parameter.Number("training.project_employment_rate", Unit.Rate);
    private static readonly Parameter<decimal> PassGoal = Parameter.Number("training.project_pass_rate", Unit.Rate);
    private static readonly Parameter<decimal> ReducedShare = Parameter.Number("training.project_reduced_share", Unit.Rate);

    /// <summary>Less than that, where the city says so (市定未达标拨付比例). Set by the operator.</summary>
    private static readonly Parameter<decimal> ReducedShareOfCity = Parameter.Number("training.project_reduced_share_city", Unit.Rate);

    /// <summary>Decides (认定).</summary>
    public static Decision<ProjectPayment> Decide(ProjectPayoutFacts facts, PolicyContext policy)
    {
        var (advance, employment, pass) = (policy.Get(AdvanceShare), policy.Get(EmploymentGoal), policy.Get(PassGoal));
        var (reduced, ofCity) = (policy.Get(ReducedShare), policy.Get(ReducedShareOfCity));
        var reached = Proposition.Any(facts.EmploymentRate.AtLeast(employment), facts.PassRate.AtLeast(pass));
        var examined = Decision.On(Name, facts, policy)

            // 55号 第六条(四)  培训实施后可先行拨付60%的培训补贴资金
            .When(advance, facts.ContractAmount.Above(Money.Zero));
        if (!advance.IsSet || facts.ContractAmount is not { IsProven: true, Value.Yuan: > 0 })
        {
            return examined.AndIf(advance.IsSet && reached.Answer == Answer.Unproven, employment, reached).Grant<ProjectPayment>(Unreachable);
        }

        var contract = facts.ContractAmount.Value;
        var paid = Money.Round(contract.Yuan * advance.Value);

        // 55号 第六条(四)  培训后就业率达到85%或培训合格率达到95%的，全额拨付培训补贴资金
        if (reached.Answer != Answer.NotMet)
        {
            return examined.And(employment, reached)
                .Answering(reached.Answer == Answer.Met ? new ProjectPayment(paid, contract) : new(paid));
        }

        // 55号 第六条(四)  两项指标均未达到要求的，拨付培训补贴资金不高于全额资金的80%
        var total = Money.Round(contract.Yuan * (ofCity.IsSet && ofCity.Value < reduced.Value ? ofCity.Value : reduced.Value));
        return examined
            .And(reduced, Proposition.All(facts.EmploymentRate.Below(employment), facts.PassRate.Below(pass)))
            .Using(ofCity)
            .Answering(new ProjectPayment(paid, total));
    }

    private static ProjectPayment Unreachable() => throw new InvalidOperationException("A project without a contract amount is not paid.");
}

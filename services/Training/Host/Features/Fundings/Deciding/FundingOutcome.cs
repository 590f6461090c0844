using Wenye.Policy;
using FundingStage = Wenye.Contracts.Training.V1.FundingStage;

namespace Wenye.Training.Features.Fundings.Deciding;

/// <summary>A payment that has its ground (应拨付).</summary>
/// <param name="Stage">拨付环节.</param>
/// <param name="Amount">Yuan.</param>
/// <param name="GroundOn">The day its ground was established.</param>
/// <param name="DueOn">最迟拨付日; null: no document sets one, or it is not known yet.</param>
/// <param name="IsPublic">Whether it is made public before it is approved.</param>
internal sealed record StageDue(FundingStage Stage, Money Amount, DateOnly GroundOn, DateOnly? DueOn, bool IsPublic);

/// <summary>What a funding comes to (资金安排认定).</summary>
/// <param name="Decisions">The whole funding's, or one for each line of apprentices.</param>
/// <param name="Due">What has its ground, paid or not.</param>
internal sealed record FundingOutcome(IReadOnlyList<Decision> Decisions, IReadOnlyList<StageDue> Due)
{
    /// <summary>Refused when nothing of it is left, granted when all of it is.</summary>
    public Outcome Outcome => Decisions.All(one => one.Outcome == Outcome.Refused) ? Outcome.Refused
        : Decisions.Any(one => one.Outcome == Outcome.Incomplete) ? Outcome.Incomplete
        : Outcome.Granted;

    /// <summary>What a settlement finds (清算): null while it cannot be told.</summary>
    public Settlement? Settlement { get; init; }
}

/// <summary>What was paid against what is due in all (清算).</summary>
/// <param name="Total">Due in all, yuan.</param>
/// <param name="Ground">Why, in Chinese.</param>
internal sealed record Settlement(Money Total, string Ground);

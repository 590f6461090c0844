using Wenye.Policy;
using Wenye.ServiceDefaults;
using Wenye.Stabilization.Data;
using Wenye.Stabilization.Domain.RefundHandling;
using Wenye.Stabilization.Domain.Refunds;

namespace Wenye.Stabilization.Screenings;

/// <summary>Sets what a later run found of a firm against what an earlier one found and what the firm holds (重新认定).</summary>
/// <remarks>One a call: it keeps the rules of the regions and days it met. The one place where 补差 and 追回 are worked out.</remarks>
/// <param name="parameters">Of now.</param>
/// <param name="earlier">The earlier run.</param>
/// <param name="later">The later run.</param>
internal sealed class Reassessment(ParameterSet parameters, StoredScreening earlier, StoredScreening later)
{
    private readonly Dictionary<(string Division, DateOnly Day), PolicyContext> policies = [];

    /// <summary>What the earlier run made due (前次应返还); null when it did not hold the firm.</summary>
    public EarlierDue? Earlier(StoredScreeningResult? then)
    {
        if (then is null)
        {
            return null;
        }

        var facts = RefundFactBytes.Read(then.Facts);
        if (IsDecidedAlike(earlier, then))
        {
            var decision = Refund.Decide(RefundDue.Undrawn(facts, facts.Drawn), PolicyOf(then.Division, earlier.AsOf));
            return new(RefundDue.Of(decision), facts, decision);
        }

        // Under parameters that are no longer known here: what was stored, and what had been paid by then.
        var paid = facts.AlreadyPaid.IsProven ? facts.AlreadyPaid.Value : Money.Zero;
        return new(new(OutcomeOf(then.Outcome), then.AmountFen > 0 ? Money.FromFen(then.AmountFen) + paid : Money.Zero, Money.Zero), facts, null);
    }

    /// <summary>What follows for the firm (差额).</summary>
    /// <exception cref="Grpc.Core.RpcException">FAILED_PRECONDITION, reason PARAMETERS_CHANGED: the later run was decided under other parameters, to another result.</exception>
    public RefundBalance Balance(StoredScreeningResult now, EarlierDue? then, RefundPosition position)
    {
        if (!IsDecidedAlike(later, now))
        {
            throw RpcErrors.FailedPrecondition("PARAMETERS_CHANGED", "筛查之后政策参数有变，按现行参数重新认定的结果与筛查不同，请重新筛查后办理");
        }

        var granted = position.GrantedOn.Append(earlier.AsOf).Distinct().Select(day => PolicyOf(now.Division, day));
        return RefundBalance.Of(RefundFactBytes.Read(now.Facts), PolicyOf(now.Division, later.AsOf), then?.Due, position.Held, granted);
    }

    private static Outcome OutcomeOf(short number) =>
        number == ScreeningOutcome.NumberOf(Outcome.Granted) ? Outcome.Granted
        : number == ScreeningOutcome.NumberOf(Outcome.Refused) ? Outcome.Refused
        : Outcome.Incomplete;

    // Deciding again is needed only where the parameters are not those of the run.
    private bool IsDecidedAlike(StoredScreening screening, StoredScreeningResult stored) =>
        screening.ParameterVersion == parameters.Version || Redecision.Of(screening, stored, parameters).IsSame;

    private PolicyContext PolicyOf(string division, DateOnly day)
    {
        if (!policies.TryGetValue((division, day), out var policy))
        {
            policies[(division, day)] = policy = parameters.At(Division.Parse(division), day);
        }

        return policy;
    }
}

/// <summary>What an earlier run made due, with what it was decided on (前次应返还).</summary>
/// <param name="Due">应返还额.</param>
/// <param name="Facts">事实.</param>
/// <param name="Decision">Null when it cannot be decided again under the parameters of now.</param>
internal sealed record EarlierDue(RefundDue Due, RefundFacts Facts, Decision<RefundGrant>? Decision);

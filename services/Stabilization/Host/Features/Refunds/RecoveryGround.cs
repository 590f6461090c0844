using Wenye.Stabilization.Domain.RefundHandling;

namespace Wenye.Stabilization.Features.Refunds;

/// <summary>Why something is asked back (追回依据), in Chinese.</summary>
internal static class RecoveryGround
{
    /// <summary>The clauses not met; else what the firm is due.</summary>
    public static string Of(RefundBalance balance) => balance.Decision.RefusedBy is { Count: > 0 } clauses
        ? string.Join('、', clauses.Select(clause => clause.Citation))
        : $"应返还总额为{balance.Decision.Result?.Entitlement}元";
}

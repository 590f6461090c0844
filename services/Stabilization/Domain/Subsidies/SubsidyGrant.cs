using Wenye.Policy;

namespace Wenye.Stabilization.Domain.Subsidies;

/// <summary>What is paid (补贴金额).</summary>
/// <param name="Amount">Yuan (应付金额).</param>
/// <param name="AdvanceUpTo">Yuan of it that may be paid in advance while contributions are reduced (预拨上限); null where no document provides for that.</param>
public sealed record SubsidyGrant(Money Amount, Money? AdvanceUpTo = null) : IOutputs
{
    /// <inheritdoc/>
    public IEnumerable<NamedValue> Recorded()
    {
        yield return new("amount", PolicyValue.Of(Amount));
        if (AdvanceUpTo is { } limit)
        {
            yield return new("advance_up_to", PolicyValue.Of(limit));
        }
    }
}

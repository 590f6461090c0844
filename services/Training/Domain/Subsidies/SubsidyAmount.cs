using Wenye.Policy;

namespace Wenye.Training.Domain.Subsidies;

/// <summary>What is paid for one person and certificate (职业培训补贴金额).</summary>
/// <param name="Amount">Yuan (应付金额).</param>
/// <param name="Share">Share of the city's standard that was paid (补贴比例), 1 for the whole.</param>
public sealed record SubsidyAmount(Money Amount, decimal Share) : IOutputs
{
    /// <inheritdoc/>
    public IEnumerable<NamedValue> Recorded() => [new("amount", PolicyValue.Of(Amount)), new("share", PolicyValue.Of(Share))];
}

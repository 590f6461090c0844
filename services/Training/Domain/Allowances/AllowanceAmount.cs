using Wenye.Policy;

namespace Wenye.Training.Domain.Allowances;

/// <summary>What is paid for living (生活费补贴金额).</summary>
/// <param name="Amount">Yuan (应付金额).</param>
public sealed record AllowanceAmount(Money Amount) : IOutputs
{
    /// <inheritdoc/>
    public IEnumerable<NamedValue> Recorded() => [new("amount", PolicyValue.Of(Amount))];
}

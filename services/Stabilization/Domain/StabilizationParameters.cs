using Wenye.Policy;

namespace Wenye.Stabilization.Domain;

/// <summary>The dated parameters of stabilization (援企稳岗政策参数): each decision's folder names its own, values and clauses are in the files of Policies.</summary>
public static class StabilizationParameters
{
    /// <summary>The parameters that ship with the domain (内置参数).</summary>
    public static ParameterSet Shipped { get; } = ParameterSet.Load(typeof(StabilizationParameters).Assembly);
}

using Wenye.Policy;

namespace Wenye.Stabilization.Domain.Subsidies;

/// <summary>A figure that a document leaves to the city (由各市确定的标准).</summary>
internal static class CityFigure
{
    /// <summary>The city has set it (已确定): unproven, by the parameter's name, until the operator does.</summary>
    public static Proposition IsKnown(Dated<Money> set) =>
        set.IsSet ? Fact.Known(set.Name, true).IsEstablished() : Proposition.Unproven(set.Name, set.Use);
}

using Wenye.Policy;

namespace Wenye.Stabilization.Screenings;

/// <summary>The pools of a city or province (统筹地区范围) as a range of their codes, in byte order.</summary>
/// <param name="First">Lowest code.</param>
/// <param name="Last">Highest code, included.</param>
internal readonly record struct PoolRange(string First, string Last)
{
    /// <summary>A city is a pool; a province has those of its cities.</summary>
    public static PoolRange Of(Division region) => region.Level == DivisionLevel.Province
        ? new(region.Code, $"{region.Code[..2]}9999")
        : new(region.Code, region.Code);
}

using System.Globalization;
using Wenye.Policy;

namespace Wenye.Stabilization.Domain.EnterpriseSizes;

/// <summary>What an indicator must reach to be small, medium, large (下限).</summary>
internal readonly record struct Floors(decimal Small, decimal Medium, decimal Large)
{
    /// <summary>The size by this indicator alone.</summary>
    public FirmSize SizeOf(decimal value) =>
        value >= Large ? FirmSize.Large
        : value >= Medium ? FirmSize.Medium
        : value >= Small ? FirmSize.Small
        : FirmSize.Micro;
}

/// <summary>The floors of one industry by indicator (行业划型标准); null where the indicator is not looked at.</summary>
/// <param name="Employees">从业人员, people.</param>
/// <param name="Revenue">营业收入, ten thousand yuan.</param>
/// <param name="Assets">资产总额, ten thousand yuan.</param>
internal sealed record SizeFloors(Floors? Employees, Floors? Revenue, Floors? Assets)
{
    private const int Words = 4;

    /// <summary>A parameter whose terms read <c>employees 20 300 1000</c>: the indicator with its floors for small, medium, large.</summary>
    public static Parameter<SizeFloors> Parameter(string name) => new(name, Unit.Terms, value => Read(name, value));

    private static SizeFloors Read(string name, PolicyValue value)
    {
        var floors = value.Items.Select(item => item.ToString().Split(' ')).ToDictionary(words => words[0], words => Of(name, words), StringComparer.Ordinal);
        return new(Find(floors, "employees"), Find(floors, "revenue_wan"), Find(floors, "assets_wan"));
    }

    private static Floors? Find(Dictionary<string, Floors> floors, string indicator) => floors.TryGetValue(indicator, out var found) ? found : null;

    private static Floors Of(string name, string[] words) => words.Length == Words
        ? new(Number(words[1]), Number(words[2]), Number(words[3]))
        : throw new InvalidDataException($"参数 {name} 的每一项应为：指标 小型下限 中型下限 大型下限。");

    private static decimal Number(string text) => decimal.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
}

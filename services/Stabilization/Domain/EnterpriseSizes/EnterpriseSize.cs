using Wenye.Policy;

namespace Wenye.Stabilization.Domain.EnterpriseSizes;

/// <summary>How large is this firm (中小企业划型)? 工信部联企业〔2011〕300号.</summary>
public static class EnterpriseSize
{
    /// <summary>Name of the decision (决定事项).</summary>
    public const string Name = "reference.enterprise_size";

    /// <summary>Industries that the standard applies to (适用行业).</summary>
    internal static readonly Parameter<Terms<SizeIndustry>> Industries = Parameter.Terms<SizeIndustry>("reference.enterprise_size_industries");

    /// <summary>The floors of each industry (各行业划型标准).</summary>
    internal static readonly IReadOnlyDictionary<SizeIndustry, Parameter<SizeFloors>> FloorsOf = Enum.GetValues<SizeIndustry>()
        .Where(industry => industry != SizeIndustry.NotCovered)
        .ToDictionary(industry => industry, industry => SizeFloors.Parameter($"{Name}_{Term<SizeIndustry>.Text(industry)}"));

    /// <summary>Decides (认定).</summary>
    public static Decision<FoundSize> Decide(EnterpriseSizeFacts facts, PolicyContext policy)
    {
        var industry = facts.Industry.IsProven && IndustryCodes.IndustryOf(facts.Industry.Value) is { } known
            ? Fact.Known(facts.Industry.Name, known)
            : Fact.Unproven<SizeIndustry>(facts.Industry.Name);

        // 300号 三  本规定适用的行业包括：农、林、牧、渔业，工业…其他未列明行业
        var examined = Decision.On(Name, facts, policy).When(policy.Get(Industries), industry.OneOf(policy.Get(Industries)));
        if (!industry.IsProven || !FloorsOf.TryGetValue(industry.Value, out var parameter))
        {
            return examined.Grant<FoundSize>(() => throw new InvalidOperationException("An industry without floors is not granted."));
        }

        // 300号 四  各行业划型标准为…以上的为中型…以上的为小型…以下的为微型
        var dated = policy.Get(parameter);
        var floors = dated.IsSet ? dated.Value : new SizeFloors(null, null, null);
        var isMicro = SizeOf(facts, floors) == FirmSize.Micro;
        return examined
            .AndIf(Asks(floors.Employees, facts.Employees, isMicro), dated, facts.Employees.IsEstablished())
            .AndIf(Asks(floors.Revenue, facts.Revenue, isMicro), dated, facts.Revenue.IsEstablished())
            .AndIf(Asks(floors.Assets, facts.Assets, isMicro), dated, facts.Assets.IsEstablished())
            .Grant(() => new FoundSize(SizeOf(facts, floors)));
    }

    /// <summary>The size that <see cref="Decide"/> grants (企业规模), without findings, for batches; null when it does not grant.</summary>
    /// <param name="industry">GB/T 4754.</param>
    /// <param name="employees">从业人员; unproven when nobody established it, as the next two.</param>
    /// <param name="revenueWan">营业收入, ten thousand yuan.</param>
    /// <param name="assetsWan">资产总额, ten thousand yuan.</param>
    /// <param name="policy">Where and when.</param>
    public static FirmSize? Of(string industry, Fact<decimal> employees, Fact<decimal> revenueWan, Fact<decimal> assetsWan, PolicyContext policy)
    {
        if (IndustryCodes.IndustryOf(industry) is not { } known
            || policy.Get(Industries) is not { IsSet: true } covered || !covered.Value.Contains(known)
            || !FloorsOf.TryGetValue(known, out var parameter) || policy.Get(parameter) is not { IsSet: true, Value: var floors })
        {
            return null;
        }

        var size = Smaller(SizeBy(floors.Employees, employees), Smaller(SizeBy(floors.Revenue, revenueWan), SizeBy(floors.Assets, assetsWan)));
        return size == FirmSize.Micro || (Suffices(floors.Employees, employees) && Suffices(floors.Revenue, revenueWan) && Suffices(floors.Assets, assetsWan))
            ? size
            : null;
    }

    private static bool Suffices(Floors? floors, Fact<decimal> indicator) => floors is null || indicator.IsProven;

    // One indicator below the lowest floor makes a firm micro whatever the others are: they are not asked for.
    private static bool Asks(Floors? floors, Fact<decimal> indicator, bool isMicro) => floors is not null && (indicator.IsProven || !isMicro);

    // A firm is of a size when every indicator reaches the floor (且); one below it puts the firm in the next size down (或).
    private static FirmSize SizeOf(EnterpriseSizeFacts facts, SizeFloors floors) =>
        Smaller(SizeBy(floors.Employees, facts.Employees), Smaller(SizeBy(floors.Revenue, facts.Revenue), SizeBy(floors.Assets, facts.Assets)));

    private static FirmSize SizeBy(Floors? floors, Fact<decimal> indicator) =>
        floors is { } known && indicator.IsProven ? known.SizeOf(indicator.Value) : FirmSize.Large;

    private static FirmSize Smaller(FirmSize one, FirmSize other) => one > other ? one : other;
}

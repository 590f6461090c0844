using Wenye.Policy;

namespace Wenye.Stabilization.Domain.EnterpriseSizes;

/// <summary>What reference.enterprise_size looks at (企业划型的事实). What is left out is unproven.</summary>
public sealed record EnterpriseSizeFacts : IFacts
{
    /// <summary>Industry by GB/T 4754 (行业): section letter, number, or both.</summary>
    public Fact<string> Industry { get; init => field = value.Named("industry"); } = Fact.Unproven<string>("industry");

    /// <summary>从业人员, people.</summary>
    public Fact<decimal> Employees { get; init => field = value.Named("employees"); } = Fact.Unproven<decimal>("employees");

    /// <summary>营业收入, ten thousand yuan.</summary>
    public Fact<decimal> Revenue { get; init => field = value.Named("revenue_wan"); } = Fact.Unproven<decimal>("revenue_wan");

    /// <summary>资产总额, ten thousand yuan.</summary>
    public Fact<decimal> Assets { get; init => field = value.Named("assets_wan"); } = Fact.Unproven<decimal>("assets_wan");

    /// <summary>Reads the facts by name (读取).</summary>
    public static EnterpriseSizeFacts Read(FactSet given) => new()
    {
        Industry = given.Text("industry"),
        Employees = given.Number("employees"),
        Revenue = given.Number("revenue_wan"),
        Assets = given.Number("assets_wan"),
    };

    /// <inheritdoc/>
    public IEnumerable<NamedValue> Recorded() => [Industry.Recorded, Employees.Recorded, Revenue.Recorded, Assets.Recorded];
}

/// <summary>The size found (划型结果).</summary>
/// <param name="Size">企业规模.</param>
public sealed record FoundSize(FirmSize Size) : IOutputs
{
    /// <inheritdoc/>
    public IEnumerable<NamedValue> Recorded() => [new("size", PolicyValue.From(Size))];
}

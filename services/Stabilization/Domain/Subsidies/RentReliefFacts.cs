using Wenye.Policy;

namespace Wenye.Stabilization.Domain.Subsidies;

/// <summary>Rent waived for one month (某月减免租金).</summary>
/// <param name="Month">月份.</param>
/// <param name="Amount">Yuan, not negative (减免金额), for medium, small and micro tenants.</param>
public readonly record struct RentWaiver(YearMonth Month, Money Amount);

/// <summary>What stabilization.rent_relief looks at (运营补贴的事实). What is left out is unproven.</summary>
public sealed record RentReliefFacts : IFacts
{
    internal const string WaivedName = "monthly_rent_waived";

    /// <summary>The province certified the base or park (省级认定).</summary>
    public Fact<bool> BaseCertified { get; init => field = value.Named("base_certified_provincial"); } = Fact.Unproven<bool>("base_certified_provincial");

    /// <summary>Rent waived, month by month (减免租金); null is unproven, an empty list says that none was.</summary>
    public IReadOnlyList<RentWaiver>? Waived { get; init; }

    /// <summary>Reads the facts by name (读取).</summary>
    /// <exception cref="FactException">A month has no month, no amount or an amount below zero.</exception>
    public static RentReliefFacts Read(FactSet given) => new()
    {
        BaseCertified = given.Truth("base_certified_provincial"),
        Waived = given.Records(WaivedName) is { } months ? [.. months.Select(Waiver)] : null,
    };

    /// <inheritdoc/>
    public IEnumerable<NamedValue> Recorded() =>
    [
        BaseCertified.Recorded,
        new(WaivedName, Waived is null ? default : PolicyValue.Of([.. Waived.Select(Recorded)])),
    ];

    private static RentWaiver Waiver(FactSet given)
    {
        var month = given.Month("month");
        var amount = given.Money("amount");
        given.DemandAllRead(RentRelief.Name);
        return month.IsProven && amount is { IsProven: true, Value.Yuan: >= 0 }
            ? new(month.Value, amount.Value)
            : throw new FactException(WaivedName, $"事实“{WaivedName}”的每一项应有月份（month）和不小于零的金额（amount）。");
    }

    private static PolicyValue Recorded(RentWaiver one)
    {
        NamedValue[] entries = [new("month", PolicyValue.Of(one.Month)), new("amount", PolicyValue.Of(one.Amount))];
        return PolicyValue.Of(entries);
    }
}

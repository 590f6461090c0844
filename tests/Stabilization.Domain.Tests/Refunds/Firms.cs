using Wenye.Policy;
using Wenye.Stabilization.Domain.Refunds;

namespace Wenye.Stabilization.Domain.Tests.Refunds;

/// <summary>Firms that meet every condition, and the decision on them.</summary>
internal static class Firms
{
    public static readonly Division Zibo = Division.Parse("370300");
    public static readonly Division Jinan = Division.Parse("370100");

    public static RefundFacts Ordinary { get; } = new()
    {
        Kind = RefundKind.General,
        Contributions = Money.FromYuan(100_000),
        MonthsContributed = 24,
        FullyPaid = true,
        Insured = 200,
        LaidOff = 1,
        IndustryPolicyOk = true,
        Size = FirmSize.Large,
        FundMonths = 30m,
        Unsound = false,
        Drawn = RefundDrawn.None,
        ToRecover = Money.Zero,
        Priority = RefundPriority.None,
    };

    public static RefundFacts InDifficulty { get; } = Ordinary with
    {
        Kind = RefundKind.Difficult,
        LossMaking = true,
        DebtRatio = 0.5m,
        RevenueDrop = 0.5m,
        CountyBenefit = Money.FromYuan(1557),
    };

    public static Decision<RefundGrant> On(this RefundFacts facts, DateOnly day, Division? region = null) =>
        Refund.Decide(facts, StabilizationParameters.Shipped.At(region ?? Zibo, day));
}

using Wenye.Policy;
using Wenye.Stabilization.Domain;
using Wenye.Stabilization.Domain.Refunds;

namespace Wenye.Benchmarks;

/// <summary>An invented firm as a row of plain values, as a table holds it. Some are refunded and some are not.</summary>
internal sealed record SyntheticFirm(
    decimal Contributions, int Months, bool FullyPaid, int Insured, int LaidOff, bool PolicyOk, FirmSize Size, bool Unsound, RefundDrawn Drawn, decimal AlreadyPaid, decimal ToRecover)
{
    public const int Count = 1024;
    private const decimal FundMonths = 18.5m;

    public static SyntheticFirm[] Some()
    {
        var random = new Random(63);
        var firms = new SyntheticFirm[Count];
        for (var i = 0; i < Count; i++)
        {
            var insured = random.Next(1, 80);
            var drawn = random.Next(9) == 0 ? RefundDrawn.General : RefundDrawn.None;
            var contributions = random.Next(100_000, 90_000_000) / 100m;
            firms[i] = new(
                contributions,
                Months: random.Next(10) == 0 ? 9 : 40,
                FullyPaid: random.Next(20) != 0,
                insured,
                LaidOff: random.Next(0, 1 + (insured / 10)),
                PolicyOk: random.Next(50) != 0,
                (FirmSize)random.Next((int)FirmSize.Large, (int)FirmSize.Micro + 1),
                Unsound: random.Next(60) == 0,
                drawn,
                AlreadyPaid: drawn == RefundDrawn.General ? decimal.Round(contributions / 2, 2) : 0,
                ToRecover: random.Next(100) == 0 ? 500 : 0);
        }
        return firms;
    }

    public RefundFacts Facts() => new()
    {
        Kind = RefundKind.General,
        Contributions = Money.FromYuan(Contributions),
        MonthsContributed = Months,
        FullyPaid = FullyPaid,
        Insured = Insured,
        LaidOff = LaidOff,
        IndustryPolicyOk = PolicyOk,
        Size = Size,
        FundMonths = FundMonths,
        Unsound = Unsound,
        Drawn = Drawn,
        AlreadyPaid = Money.FromYuan(AlreadyPaid),
        ToRecover = Money.FromYuan(ToRecover),
        Priority = RefundPriority.None,
    };

    /// <summary>What the firm is paid by the rules of 63号, written as a programmer would who need not explain it; null when nothing.</summary>
    public decimal? RefundByIfs()
    {
        if (FundMonths < 12 || !PolicyOk || Months < 12 || !FullyPaid || Unsound || LaidOff > (Insured <= 30 ? 0.2m : 0.055m) * Insured)
        {
            return null;
        }
        var isRaised = Size != FirmSize.Large;
        var due = decimal.Round(Contributions * (isRaised ? 1 : 0.5m), 2, MidpointRounding.AwayFromZero);
        if (Drawn != RefundDrawn.None)
        {
            if (Drawn != RefundDrawn.General || !isRaised || AlreadyPaid >= due)
            {
                return null;
            }
            due -= AlreadyPaid;
        }
        return due - Math.Min(ToRecover, due);
    }
}

using System.Buffers;
using Wenye.Policy;
using Wenye.Stabilization.Domain;
using Wenye.Stabilization.Domain.Refunds;

namespace Wenye.Stabilization.Screenings;

/// <summary>The facts of stabilization.refund in few bytes (返还事实的紧凑编码), exact to every digit.</summary>
/// <remarks>
/// A version, a bit for each fact that is established, then those facts in the order below: a choice or yes/no in one byte,
/// numbers as variable-length integers, money in fen, decimals with their scale. The order is part of the version: a fact
/// that is added later goes to the end under a new one, and what is stored stays readable.
/// </remarks>
internal static class RefundFactBytes
{
    /// <summary>Longest encoding, bytes: version, bits, 4 truths, 4 choices, 3 counts, 4 amounts, 3 decimals.</summary>
    public const int MaxLength = 1 + 3 + 4 + 4 + (3 * 5) + (4 * 10) + (3 * 15);

    private const byte Version = 1;

    /// <summary>Writes the facts.</summary>
    /// <param name="facts">Of one firm.</param>
    /// <param name="into">At least <see cref="MaxLength"/> bytes.</param>
    /// <returns>Bytes written.</returns>
    public static int Write(RefundFacts facts, Span<byte> into)
    {
        var bytes = new CompactWriter(into, Version);
        bytes.Choice(facts.Kind);
        bytes.Amount(facts.Contributions);
        bytes.Count(facts.MonthsContributed);
        bytes.Truth(facts.FullyPaid);
        bytes.Count(facts.Insured);
        bytes.Count(facts.LaidOff);
        bytes.Truth(facts.IndustryPolicyOk);
        bytes.Choice(facts.Size);
        bytes.Number(facts.FundMonths);
        bytes.Truth(facts.LossMaking);
        bytes.Number(facts.DebtRatio);
        bytes.Number(facts.RevenueDrop);
        bytes.Amount(facts.CountyBenefit);
        bytes.Truth(facts.Unsound);
        bytes.Choice(facts.Drawn);
        bytes.Amount(facts.AlreadyPaid);
        bytes.Amount(facts.ToRecover);
        bytes.Choice(facts.Priority);
        return bytes.End();
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="InvalidDataException">The bytes are none of this, or of a version unknown here.</exception>
    public static RefundFacts Read(ReadOnlySpan<byte> from)
    {
        var bytes = new CompactReader(from, Version);
        var facts = new RefundFacts
        {
            Kind = bytes.Choice<RefundKind>(),
            Contributions = bytes.Amount(),
            MonthsContributed = bytes.Count(),
            FullyPaid = bytes.Truth(),
            Insured = bytes.Count(),
            LaidOff = bytes.Count(),
            IndustryPolicyOk = bytes.Truth(),
            Size = bytes.Choice<FirmSize>(),
            FundMonths = bytes.Number(),
            LossMaking = bytes.Truth(),
            DebtRatio = bytes.Number(),
            RevenueDrop = bytes.Number(),
            CountyBenefit = bytes.Amount(),
            Unsound = bytes.Truth(),
            Drawn = bytes.Choice<RefundDrawn>(),
            AlreadyPaid = bytes.Amount(),
            ToRecover = bytes.Amount(),
            Priority = bytes.Choice<RefundPriority>(),
        };
        bytes.End();
        return facts;
    }
}

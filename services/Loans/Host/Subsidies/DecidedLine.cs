using Wenye.Loans.Domain.Quarters;
using Wenye.Policy;

namespace Wenye.Loans.Subsidies;

/// <summary>A loan-quarter set against what was booked for it (贴息明细行): what the claim brings, and whose money it is.</summary>
/// <param name="Decided">What it is due.</param>
/// <param name="BookedFen">Booked for it before.</param>
/// <param name="AmountFen">What this line books.</param>
/// <param name="Shares">Of the amount; null: nobody says how it is shared.</param>
/// <param name="IsWorthAWord">Whether it is a line: something is claimed, changed or to be established.</param>
internal sealed record DecidedLine(QuarterSubsidy Decided, long BookedFen, long AmountFen, SplitFen? Shares, bool IsWorthAWord)
{
    /// <summary>Outcomes as they are stored: by the contract's numbers, which never change.</summary>
    public short OutcomeNumber => Decided.Outcome switch
    {
        Outcome.Granted => 1,
        Outcome.Refused => 2,
        _ => 3,
    };

    /// <summary>Sets it against what was booked.</summary>
    /// <param name="decided">What it is due.</param>
    /// <param name="bookedFen">Booked for it before.</param>
    /// <param name="isOfClaim">Whether the claim is for this quarter, and not only corrects it.</param>
    public static DecidedLine Of(QuarterSubsidy decided, long bookedFen, bool isOfClaim)
    {
        // What is unproven asks for material; it takes nothing back.
        var difference = decided.Due.Fen - bookedFen;
        var amount = decided.Outcome == Outcome.Incomplete ? Math.Max(difference, 0) : difference;
        var isOpen = decided.Outcome == Outcome.Incomplete || (bookedFen == 0 && decided.Lines.Count > 0);
        var shares = decided.Shares?.Split(Money.FromFen(amount)) is { } split ? new SplitFen(split.Central.Fen, split.Province.Fen, split.Local.Fen, split.Above.Fen) : null;
        return new(decided, bookedFen, amount, shares, amount != 0 || (isOfClaim && isOpen));
    }
}

/// <summary>An amount by level of government, fen (分担); the last is the part of the locality's that comes of what it raised by itself.</summary>
internal sealed record SplitFen(long CentralFen, long ProvinceFen, long LocalFen, long AboveFen);

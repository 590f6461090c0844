using System.Globalization;
using Wenye.Loans.Domain.Books;
using Wenye.Loans.Domain.Subsidies;
using Wenye.Policy;

namespace Wenye.Loans.Domain.Quarters;

/// <summary>Some days of a loan-quarter on which nothing changes (贴息时段), with what was decided of them.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Not counted.</param>
/// <param name="Principal">Yuan (本金余额), above zero.</param>
/// <param name="Standing">贷款状态.</param>
/// <param name="DueOn">The day on which the loan falls due as agreed by then.</param>
/// <param name="Ground">Why it was extended, where it was.</param>
/// <param name="AnnualRate">Decimal.</param>
/// <param name="SubsidisedRate">Decimal; zero where these days are not subsidised.</param>
/// <param name="Outcome">Whether they are.</param>
public readonly record struct QuarterLine(
    DateOnly From,
    DateOnly To,
    Money Principal,
    BookStanding Standing,
    DateOnly DueOn,
    ExtensionGround? Ground,
    decimal AnnualRate,
    decimal SubsidisedRate,
    Outcome Outcome)
{
    /// <summary>Calendar days (天数).</summary>
    public int Days => To.DayNumber - From.DayNumber;

    /// <summary>Exact (利息).</summary>
    public ExactInterest Interest => ExactInterest.Of(Principal, AnnualRate, Days);

    /// <summary>Exact, at most the interest (贴息).</summary>
    public ExactInterest Subsidy => ExactInterest.Of(Principal, SubsidisedRate, Days);

    /// <summary>The arithmetic as it is printed (算式), for example <c>200000.00 × 0.0435 × 92 ÷ 360</c>; empty where nothing is subsidised.</summary>
    public string Arithmetic => Outcome == Outcome.Granted
        ? string.Create(CultureInfo.InvariantCulture, $"{Principal} × {new Rate(SubsidisedRate)} × {Days} ÷ {ExactInterest.DaysOfYear}")
        : "";
}

/// <summary>What a loan is due for a quarter (一笔贷款一个季度的贴息).</summary>
/// <param name="Outcome">Incomplete when any of its days is; else granted when any of them is, or when it has none.</param>
/// <param name="Lines">In order of time; none on days without a balance.</param>
/// <param name="Interest">Yuan, of all its days, rounded once.</param>
/// <param name="Due">Yuan, of its subsidised days, rounded once; at most the interest.</param>
/// <param name="Shares">How it is shared; null: not established.</param>
/// <param name="RefusedBy">Citations of the clauses that refuse some of its days, each once.</param>
/// <param name="Missing">Facts to be established, each once; those of the shares are not among them, for the bank waits for none of them.</param>
/// <param name="Trace">The answer to every clause, compact: check, days, shares.</param>
public sealed record QuarterSubsidy(
    Outcome Outcome,
    IReadOnlyList<QuarterLine> Lines,
    Money Interest,
    Money Due,
    FiscalShares? Shares,
    IReadOnlyList<string> RefusedBy,
    IReadOnlyList<string> Missing,
    byte[] Trace)
{
    /// <summary>Days with a balance (计息天数).</summary>
    public int Days => Lines.Sum(line => line.Days);
}

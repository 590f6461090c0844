using Wenye.Policy;

namespace Wenye.WelfarePosts.Domain.Months;

/// <summary>What a month comes to for someone in post (月度核算结果).</summary>
/// <param name="Outcome">Refused when any decision refuses; granted when all grant.</param>
/// <param name="PostSubsidy">Due for the month (岗位补贴); none unless granted.</param>
/// <param name="InsuranceSubsidy">The same (社会保险补贴).</param>
/// <param name="BookedFen">Booked for it before.</param>
/// <param name="AmountFen">Due less booked: above zero to be paid, below to be taken back; of what is unproven not below zero.</param>
/// <param name="RefusedBy">Clauses not met, of a refusal.</param>
/// <param name="ExitGrounds">Grounds for leaving that arose in a former month.</param>
/// <param name="Missing">Facts to be established, of what is incomplete.</param>
/// <param name="Trace">Every answer, compact, decision after decision.</param>
public sealed record MonthDecided(
    Outcome Outcome,
    Money PostSubsidy,
    Money InsuranceSubsidy,
    long BookedFen,
    long AmountFen,
    IReadOnlyList<string> RefusedBy,
    IReadOnlyList<string> ExitGrounds,
    IReadOnlyList<string> Missing,
    byte[] Trace);

using Wenye.Policy;
using Wenye.WelfarePosts.Domain.Subsidies;
using Wenye.WelfarePosts.Domain.Supervision;
using Wenye.WelfarePosts.Domain.Terms;

namespace Wenye.WelfarePosts.Domain.Months;

/// <summary>Decides what is paid for someone in post and a month (月度核算): may it be paid, how much, and what of it is new.</summary>
/// <remarks>
/// Pure; the rules are those of the programs it asks: welfare_posts.exit over the months before, welfare_posts.payment_check,
/// welfare_posts.subsidy, and welfare_posts.recovery where less is due than was booked. One for each thread. Readings:
/// docs/decisions/0072-post-months.md.
/// </remarks>
public sealed class PostMonth
{
    private const int RoomForOne = 512;

    private readonly List<string> refusedBy = [];
    private readonly List<string> exitGrounds = [];
    private readonly List<string> missing = [];
    private byte[] trace = new byte[RoomForOne];
    private int traced;

    /// <summary>Told of each decision as it is taken, where its findings are wanted; null: their bytes are enough.</summary>
    public Action<Decision>? Taken { get; init; }

    /// <summary>Decides (认定).</summary>
    /// <param name="facts">What is known.</param>
    /// <param name="bookedFen">Booked for the month before.</param>
    /// <param name="policy">Where and when; may be of a batch.</param>
    public MonthDecided Decide(MonthFacts facts, long bookedFen, MonthPolicy policy)
    {
        refusedBy.Clear();
        exitGrounds.Clear();
        missing.Clear();
        traced = 0;
        var (ground, open) = GroundBefore(facts, policy.Before);
        var check = Take(PaymentCheck.Decide(
            new()
            {
                InHardshipWhenPlaced = Fact.From(facts.InHardshipWhenPlaced), Attended = Attended(facts),
                ExitGroundInFormerMonth = ground, PostsHeld = facts.PostsHeld,
            },
            policy.Month)).Outcome;
        Note(missing, missing.Contains("exit_ground_in_former_month") ? open : []);
        var subsidy = Take(PostSubsidy.Decide(SubsidyFacts(facts), policy.Month));
        var outcome = check == Outcome.Refused || subsidy.Outcome == Outcome.Refused ? Outcome.Refused
            : check == Outcome.Granted && subsidy.Outcome == Outcome.Granted ? Outcome.Granted : Outcome.Incomplete;
        return Set(outcome, outcome == Outcome.Granted ? subsidy.Result! : null, facts, bookedFen, policy.Month);
    }

    // 36号 第二十条  有以下退出情形之一的，即时退出…从终止聘用关系的下月起停止发放: a ground of a month before this one.
    private (Fact<bool> Arose, IReadOnlyList<string> Open) GroundBefore(MonthFacts facts, PolicyContext before)
    {
        var (first, last) = (facts.Month.FirstDay, before.AsOf);
        var exit = PostExit.Decide(
            new()
            {
                EmployedElsewhere = facts.EmployedSince <= last,
                TermEnded = facts.Until is { } until ? until < first : default(Fact<bool>),
                ReceivesPension = facts.PensionSince <= last,
                Died = facts.DiedOn <= last,
                AbsentDaysInARow = facts.AbsentInARow,
                AbsentDaysInYear = facts.AbsentInYear,

                // What the employer reports of these three ends the employment itself.
                CannotWork = false,
                SeriousBreach = false,
                CriminalLiability = false,
            },
            before);
        if (Take(exit).Outcome == Outcome.Granted)
        {
            exitGrounds.AddRange(exit.Findings.Select(finding => finding.Clause.Citation));
        }

        // Where no document rules on leaving yet, nobody had to leave by it; else only the term can be open.
        return exit.Outcome == Outcome.Incomplete && facts.Until is null ? (default, exit.Missing) : (exit.Outcome == Outcome.Granted, []);
    }

    private static PostSubsidyFacts SubsidyFacts(MonthFacts facts) => new()
    {
        Post = facts.Post,
        MonthlyMinimumWage = Fact.From(facts.MonthlyMinimumWage),
        HourlyMinimumWage = Fact.From(facts.HourlyMinimumWage),
        Hours = Fact.From(facts.Hours),
        RuralHourlyRate = Fact.From(facts.RuralHourlyRate),
        EmployerContributionsPaid = Fact.From(facts.ContributionsPaid),
        TerminatedOn = Fact.From(facts.EndedOn),
        Until = Fact.From(facts.Until),
        Month = facts.Month,
    };

    // What is unproven asks for material; it takes nothing back.
    private MonthDecided Set(Outcome outcome, MonthSubsidy? due, MonthFacts facts, long bookedFen, PolicyContext policy)
    {
        var difference = (due is null ? 0 : due.PostSubsidy.Fen + due.InsuranceSubsidy.Fen) - bookedFen;
        var amount = outcome == Outcome.Incomplete ? Math.Max(difference, 0) : difference;
        if (amount < 0)
        {
            Take(Recovery.Decide(WronglyDrawn(facts, Money.FromFen(-amount)), policy));
        }

        return new(
            outcome, due?.PostSubsidy ?? Money.Zero, due?.InsuranceSubsidy ?? Money.Zero, bookedFen, amount, outcome == Outcome.Refused ? [.. refusedBy] : [],
            [.. exitGrounds], outcome == Outcome.Incomplete ? [.. missing] : [], trace[..traced]);
    }

    // 36号 第二十二条  对安置非就业困难人员、虚报冒领骗取补贴、“吃空饷”等…收回: whether a claim was false no record says.
    private static RecoveryFacts WronglyDrawn(MonthFacts facts, Money amount) => new()
    {
        NotInHardship = facts.InHardshipWhenPlaced is { } placed ? !placed : default(Fact<bool>),
        PaidWithoutWork = facts.DaysWorked == 0 || facts.EndedOn < facts.Month.FirstDay || facts.DiedOn < facts.Month.FirstDay,
        WronglyDrawn = amount,
    };

    private static Fact<bool> Attended(MonthFacts facts) => facts.DaysWorked is { } days ? days > 0 : default(Fact<bool>);

    // Decisions of a batch share the memory of their findings: what is kept of one is kept before the next.
    private Decision<T> Take<T>(Decision<T> decision)
        where T : class, IOutputs
    {
        if (trace.Length - traced < RoomForOne)
        {
            Array.Resize(ref trace, trace.Length + RoomForOne);
        }

        traced += CompactDecision.Write(decision, trace.AsSpan(traced));
        if (decision.Program is PaymentCheck.Name or PostSubsidy.Name && decision.Outcome != Outcome.Granted)
        {
            Note(refusedBy, decision.Outcome == Outcome.Refused ? decision.RefusedBy.Select(clause => clause.Citation) : []);
            Note(missing, decision.Missing);
        }

        Taken?.Invoke(decision);
        return decision;
    }

    private static void Note(List<string> noted, IEnumerable<string> found) => noted.AddRange(found.Except(noted).ToList());
}

using Wenye.Loans.Domain.Books;
using Wenye.Loans.Domain.Subsidies;
using Wenye.Policy;

namespace Wenye.Loans.Domain.Quarters;

/// <summary>Decides what a loan is due for a quarter (按季贴息), day by day, rounded once.</summary>
/// <remarks>
/// Pure. Days on which balance, standing, the check of the borrower or the years of subsidy differ are lines of their own, each with
/// its own decision; their exact subsidies are added before the one rounding. One for each thread. Readings: docs/decisions/0064-subsidy-claims.md.
/// </remarks>
public sealed class LoanQuarter
{
    private const int UsualTrace = 512;

    private readonly List<QuarterLine> lines = [];
    private readonly List<string> refusedBy = [];
    private readonly List<string> missing = [];
    private byte[] trace = new byte[UsualTrace];
    private int traced;

    /// <summary>Told of each decision as it is taken, where its findings are wanted; null: their bytes are enough.</summary>
    public Action<Decision>? Taken { get; init; }

    /// <summary>Decides (认定).</summary>
    /// <param name="terms">The contract.</param>
    /// <param name="segments">Days of the quarter by balance and standing, in order.</param>
    /// <param name="findings">What is known of the borrower.</param>
    /// <param name="policy">Where and when; may be of a batch.</param>
    public QuarterSubsidy Decide(LoanTerms terms, IReadOnlyList<BookSegment> segments, BorrowerFindings findings, PolicyContext policy)
    {
        lines.Clear();
        refusedBy.Clear();
        missing.Clear();
        traced = 0;
        var checks = Checks(terms, segments, findings, policy);
        var years = SubsidyRules.Of(policy, terms.ContractDate).Years(terms.Borrower);
        var last = years.IsSet ? terms.DisbursedOn.AddYears(years.Value) : DateOnly.MaxValue;
        foreach (var segment in segments)
        {
            if (segment.PrincipalFen > 0)
            {
                Split(segment, findings, last, part => Line(terms, part, findings, checks, policy));
            }
        }

        var shares = Shares(terms, policy);
        return Sum(shares);
    }

    private static void Split(BookSegment segment, BorrowerFindings findings, DateOnly last, Action<BookSegment> each)
    {
        Span<DateOnly> cuts = [last, findings.EmployedSince ?? last, findings.MisusedSince ?? last, segment.To];
        cuts[..^1].Sort();
        var from = segment.From;
        foreach (var cut in cuts)
        {
            if (cut > from && cut <= segment.To)
            {
                each(segment with { From = from, To = cut });
                from = cut;
            }
        }
    }

    // 25号 八  贴息时审核借款人贷款后有无其他单位就业（不含期间创业失败人员）及小微企业吸纳就业情况: of the days before other work began it is as if there were none.
    // 27号 第六条  不得转借他人使用，不得用于购买股票、期货等有价证券…: since the money is used otherwise nothing is subsidised.
    private (Outcome Before, Outcome Since, Outcome Misused) Checks(LoanTerms terms, IReadOnlyList<BookSegment> segments, BorrowerFindings findings, PolicyContext policy)
    {
        if (segments.Count == 0)
        {
            return (Outcome.Granted, Outcome.Granted, Outcome.Granted);
        }

        var facts = new QuarterlyCheckFacts
        {
            Borrower = terms.Borrower,
            EmployedElsewhereSince = findings.EmploymentEstablished ? false : default(Fact<bool>),
            BusinessFailed = Fact.From(findings.BusinessFailed),
            HiresKept = Fact.From(findings.HiresKept),
            RequiredHires = Fact.From(findings.RequiredHires),
        };
        var isWithin = findings.EmployedSince is { } since && since < segments[^1].To;
        var before = !isWithin || findings.EmployedSince > segments[0].From ? Take(QuarterlyCheck.Decide(facts, policy)).Outcome : Outcome.Granted;
        var employed = isWithin ? Take(QuarterlyCheck.Decide(facts with { EmployedElsewhereSince = true }, policy)).Outcome : before;
        return (before, employed, findings is { Misuse: { } use, MisusedSince: { } misused } && misused < segments[^1].To
            ? Take(QuarterlyCheck.Decide(facts with { Use = use }, policy)).Outcome
            : before);
    }

    private void Line(LoanTerms terms, BookSegment part, BorrowerFindings findings, (Outcome Before, Outcome Since, Outcome Misused) checks, PolicyContext policy)
    {
        var facts = new InterestSubsidyFacts
        {
            Borrower = terms.Borrower,
            ContractDate = terms.ContractDate,
            DisbursedOn = terms.DisbursedOn,
            Principal = Money.FromFen(part.PrincipalFen),
            AnnualRate = terms.AnnualRate,
            Lpr = terms.Lpr,
            AgreedSubsidisedRate = Fact.From(findings.AgreedSubsidisedRate),
            From = part.From,
            To = part.To,
            Standing = StandingOf(part.Standing),
            ExtensionReason = ReasonOf(part.Ground),
            ExtendedUntil = part.Standing == BookStanding.Extended ? part.DueOn : default(Fact<DateOnly>),
            MaturesOn = terms.MaturesOn,
        };
        var decision = Take(InterestSubsidy.Decide(facts, policy));
        var check = part.From >= findings.MisusedSince ? checks.Misused : part.From >= findings.EmployedSince ? checks.Since : checks.Before;
        var outcome = decision.Outcome == Outcome.Refused || check == Outcome.Refused ? Outcome.Refused
            : decision.Outcome == Outcome.Granted && check == Outcome.Granted ? Outcome.Granted : Outcome.Incomplete;
        var rate = outcome == Outcome.Granted ? decision.Result!.SubsidisedRate : 0m;
        lines.Add(new(part.From, part.To, Money.FromFen(part.PrincipalFen), part.Standing, part.DueOn, part.Ground, terms.AnnualRate, rate, outcome));
    }

    private FiscalShares? Shares(LoanTerms terms, PolicyContext policy) => Take(FiscalShare.Decide(
        new FiscalShareFacts
        {
            BorrowerKind = terms.Sharing,
            ContractDate = terms.ContractDate,
            Amount = terms.Principal,
            TermMonths = terms.TermMonths,
            Borrower = terms.Borrower,
            Partners = terms.Partners,
        },
        policy)).Result;

    private QuarterSubsidy Sum(FiscalShares? shares)
    {
        var (interest, subsidy) = (ExactInterest.Zero, ExactInterest.Zero);
        var outcome = lines.Count == 0 ? Outcome.Granted : Outcome.Refused;
        foreach (var line in lines)
        {
            (interest, subsidy) = (interest + line.Interest, subsidy + line.Subsidy);
            outcome = outcome == Outcome.Incomplete || line.Outcome == Outcome.Incomplete ? Outcome.Incomplete
                : line.Outcome == Outcome.Granted ? Outcome.Granted : outcome;
        }

        return new(outcome, [.. lines], interest.Rounded, subsidy.Rounded, shares, [.. refusedBy], [.. missing], trace[..traced]);
    }

    // Decisions of a batch share the memory of their findings: what is kept of one is kept before the next.
    private Decision<T> Take<T>(Decision<T> decision)
        where T : class, IOutputs
    {
        if (trace.Length - traced < UsualTrace)
        {
            Array.Resize(ref trace, trace.Length * 2);
        }

        traced += CompactDecision.Write(decision, trace.AsSpan(traced));
        if (decision.Outcome != Outcome.Granted && decision.Program != FiscalShare.Name)
        {
            Note(refusedBy, decision.Outcome == Outcome.Refused ? decision.RefusedBy.Select(clause => clause.Citation) : []);
            Note(missing, decision.Missing);
        }

        Taken?.Invoke(decision);
        return decision;
    }

    private static void Note(List<string> noted, IEnumerable<string> found) => noted.AddRange(found.Except(noted).ToList());

    private static Subsidies.LoanStanding StandingOf(BookStanding standing) => standing switch
    {
        BookStanding.Normal => Subsidies.LoanStanding.Normal,
        BookStanding.Extended => Subsidies.LoanStanding.Extended,
        _ => Subsidies.LoanStanding.Overdue,
    };

    private static ExtensionReason ReasonOf(ExtensionGround? ground) => ground switch
    {
        ExtensionGround.Liquidity => ExtensionReason.Liquidity,
        ExtensionGround.CovidPatient => ExtensionReason.CovidPatient,
        _ => ExtensionReason.None,
    };
}

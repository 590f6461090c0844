using Wenye.Benchmarks.Harness;
using Wenye.Policy;
using Wenye.Registration.Domain;
using Wenye.Stabilization.Domain;
using Wenye.Stabilization.Domain.Refunds;
using Comparison = Wenye.Benchmarks.Harness.Comparison;

namespace Wenye.Benchmarks;

/// <summary>Decisions a second of one core that answer and cite every clause, beside the bare conditions as ifs.</summary>
/// <remarks>A second of processor time of the whole process, the collector's work included: what else the machine does hardly matters.</remarks>
internal static class DecisionsBenchmark
{
    private const int Decisions = 500_000;
    private const int Texts = 50_000;
    private const int Longest = 256;
    private static readonly Division Zibo = Division.Parse("370302");
    private static readonly DateOnly Raised = new(2020, 6, 10);
    private static readonly DateOnly Birth = new(1985, 6, 1);
    private static readonly SyntheticFirm[] Firms = SyntheticFirm.Some();
    private static readonly RefundFacts[] Facts = [.. Firms.Select(firm => firm.Facts())];
    private static readonly PolicyContext Pool = StabilizationParameters.Shipped.At(Zibo, Raised);
    private static readonly PolicyContext Batch = Pool.ForBatch();
    private static readonly PolicyContext Untraced = Pool.ForBatch(BatchFindings.LeftOut);
    private static readonly PolicyContext Office = RegistrationParameters.Shipped.At(Division.Parse("370102"), new(2026, 3, 2));
    private static readonly EligibilityFacts Person = new()
    {
        BirthDate = Birth,
        ReceivesPension = false,
        AbleToWork = true,
        WantsWork = true,
        Employed = false,
        Place = RegistrationPlace.Household,
    };

    private static readonly byte[] Bytes = new byte[Longest];
    private static long _granted;

    /// <summary>stabilization.refund: ten clauses and an amount.</summary>
    public static Task<Comparison> OfRefundsAsync()
    {
        DemandSameAnswers();
        return Comparison.RunAsync(
            "refund decisions/s", aim: null, warmUps: 3, rounds: 7,
            new Contender("traced: a decision with all its findings", () => RateAsync(i => Refund.Decide(Facts[i], Pool).Outcome == Outcome.Granted)),
            new Contender("the conditions as ifs", () => RateAsync(i => Firms[i].RefundByIfs() is not null)),
            new Contender("traced in a batch, answers written", () => RateAsync(i => CompactDecision.WriteAnswers(Refund.Decide(Facts[i], Batch), Bytes) > 0)),
            new Contender("the same from a row of plain values, outputs written too", () => RateAsync(i => CompactDecision.Write(Refund.Decide(Firms[i].Facts(), Batch), Bytes) > 0)),
            new Contender("untraced: outcome and amount", () => RateAsync(i => Refund.Decide(Facts[i], Untraced).Outcome == Outcome.Granted)),
            new Contender("traced, with its canonical JSON", () => RateAsync(i => DecisionJson.Write(Refund.Decide(Facts[i], Pool)).Length > 0, Texts)));
    }

    /// <summary>registration.eligibility: six clauses.</summary>
    public static Task<Comparison> OfEligibilityAsync()
    {
        var batch = Office.ForBatch();
        var untraced = Office.ForBatch(BatchFindings.LeftOut);
        return Comparison.RunAsync(
            "eligibility decisions/s", aim: null, warmUps: 3, rounds: 7,
            new Contender("traced: a decision with all its findings", () => RateAsync(_ => Eligibility.Decide(Person, Office).Outcome == Outcome.Granted)),
            new Contender("the conditions as ifs", () => RateAsync(_ => IsEligible(Birth, false, true, true, false, RegistrationPlace.Household))),
            new Contender("traced in a batch, answers written", () => RateAsync(_ => CompactDecision.WriteAnswers(Eligibility.Decide(Person, batch), Bytes) > 0)),
            new Contender("untraced: the outcome", () => RateAsync(_ => Eligibility.Decide(Person, untraced).Outcome == Outcome.Granted)),
            new Contender("traced, with its canonical JSON", () => RateAsync(_ => DecisionJson.Write(Eligibility.Decide(Person, Office)).Length > 0, Texts)));
    }

    // The baseline would be worth nothing if it decided something else.
    private static void DemandSameAnswers()
    {
        for (var i = 0; i < Firms.Length; i++)
        {
            if (Refund.Decide(Facts[i], Pool).Result?.Amount.Yuan != Firms[i].RefundByIfs())
            {
                throw new InvalidOperationException($"Decision and ifs differ for {Firms[i]}.");
            }
        }
    }

    private static bool IsEligible(DateOnly birth, bool pension, bool able, bool wants, bool employed, RegistrationPlace place)
    {
        if (birth.AddYears(16) > Office.AsOf || pension || !able)
        {
            return false;
        }
        return wants && !employed && place is RegistrationPlace.Household or RegistrationPlace.Residence;
    }

    private static Task<double> RateAsync(Func<int, bool> decide, int decisions = Decisions)
    {
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var started = Environment.CpuUsage.TotalTime;
        for (var i = 0; i < decisions; i++)
        {
            if (decide(i & (SyntheticFirm.Count - 1)))
            {
                _granted++;
            }
        }
        var seconds = (Environment.CpuUsage.TotalTime - started).TotalSeconds;
        Console.Error.Write($"{(GC.GetAllocatedBytesForCurrentThread() - allocated) / decisions:N0} bytes allocated a decision; ");
        return Task.FromResult(decisions / seconds);
    }
}

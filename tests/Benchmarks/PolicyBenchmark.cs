using System.Diagnostics;
using Wenye.Benchmarks.Harness;
using Wenye.Policy;
using Wenye.Registration.Domain;
using Comparison = Wenye.Benchmarks.Harness.Comparison;

namespace Wenye.Benchmarks;

/// <summary>Nanoseconds of one thread for a decision that answers and cites every clause, beside the bare conditions as ifs.</summary>
internal static class PolicyBenchmark
{
    private const int Decisions = 200_000;
    private static readonly DateOnly Day = new(2026, 3, 2);
    private static readonly DateOnly Birth = new(1985, 6, 1);
    private static readonly Division Jinan = Division.Parse("370102");
    private static long _granted;

    public static Task<Comparison> RunAsync() => Comparison.RunAsync(
        "ns a decision", aim: null, warmUps: 3, rounds: 7,
        new Contender("Eligibility.Decide", () => MeasureAsync(() => Decide().Outcome == Outcome.Granted)),
        new Contender("with its canonical JSON", () => MeasureAsync(() => DecisionJson.Write(Decide()).Length > 0)),
        new Contender("the conditions as ifs", () => MeasureAsync(() => IsEligible(Birth, false, true, true, false, RegistrationPlace.Household))));

    private static Decision<NoOutputs> Decide() => Eligibility.Decide(
        new EligibilityFacts
        {
            BirthDate = Birth,
            ReceivesPension = false,
            AbleToWork = true,
            WantsWork = true,
            Employed = false,
            Place = RegistrationPlace.Household,
        },
        RegistrationParameters.Shipped.At(Jinan, Day));

    private static bool IsEligible(DateOnly birth, bool pension, bool able, bool wants, bool employed, RegistrationPlace place)
    {
        if (birth.AddYears(16) > Day || pension || !able)
        {
            return false;
        }
        return wants && !employed && place is RegistrationPlace.Household or RegistrationPlace.Residence;
    }

    private static Task<double> MeasureAsync(Func<bool> decide)
    {
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var started = Stopwatch.GetTimestamp();
        for (var i = 0; i < Decisions; i++)
        {
            if (decide())
            {
                _granted++;
            }
        }
        var each = Stopwatch.GetElapsedTime(started).TotalNanoseconds / Decisions;
        Console.Error.Write($"{(GC.GetAllocatedBytesForCurrentThread() - allocated) / Decisions:N0} bytes allocated a decision; ");
        return Task.FromResult(each);
    }
}

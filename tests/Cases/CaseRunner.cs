using System.Reflection;
using Wenye.CodeTables;
using Wenye.Loans.Domain;
using Wenye.Policy;
using Wenye.Registration.Domain;
using Wenye.Stabilization.Domain;
using Wenye.Statistics.Domain;
using Wenye.Training.Domain;
using Wenye.WelfarePosts.Domain;

namespace Wenye.Cases;

/// <summary>How one case came out.</summary>
/// <param name="File">Name of the file.</param>
/// <param name="Name">Name of the case.</param>
/// <param name="Expected">What was expected where it differs; empty when passed.</param>
/// <param name="Got">What came instead; empty when passed.</param>
/// <param name="Decision">The decision, where one was taken.</param>
public sealed record CaseResult(string File, string Name, string Expected, string Got, Decision? Decision)
{
    /// <summary>Whether everything expected came.</summary>
    public bool Passed => Expected.Length == 0;
}

/// <summary>Runs cases against the programs of every domain.</summary>
public static class CaseRunner
{
    /// <summary>The assemblies of the domains.</summary>
    public static IReadOnlyList<Assembly> Domains { get; } =
        [typeof(RegistrationPrograms).Assembly, typeof(LoansPrograms).Assembly, typeof(StabilizationPrograms).Assembly, typeof(StatisticsPrograms).Assembly, typeof(TrainingPrograms).Assembly, typeof(WelfarePostsPrograms).Assembly];

    /// <summary>Every program there is, by name.</summary>
    public static IReadOnlyDictionary<string, PolicyProgram> Programs { get; } =
        RegistrationPrograms.Over(CodeTableSet.Shipped).Concat(LoansPrograms.All).Concat(StabilizationPrograms.All).Concat(StatisticsPrograms.All).Concat(TrainingPrograms.All).Concat(WelfarePostsPrograms.All)
            .ToDictionary(program => program.Name, StringComparer.Ordinal);

    /// <summary>The parameters of every domain.</summary>
    public static ParameterSet Parameters { get; } = ParameterSet.Load([.. Domains]);

    /// <summary>Runs the cases of a file whose programs are wanted. A file that cannot be read is one failed case.</summary>
    public static IEnumerable<CaseResult> Run(CaseFile file, Func<string, bool> wants) => file.Fault is { } fault
        ? [new(file.File, "(文件)", "用例文件", fault, null)]
        : file.Cases.Where(one => wants(one.Program)).Select(one => Run(file.File, one));

    private static CaseResult Run(string file, PolicyCase one)
    {
        if (!Programs.TryGetValue(one.Program, out var program))
        {
            return new(file, one.Name, one.Program, "not built yet", null);
        }

        try
        {
            var decision = program.Decide(one.Given, one.Under(Parameters).At(one.Region, one.AsOf));
            var differences = one.Expected.Select(expected => Expectation.Of(expected.Key, expected.Value, decision)).OfType<Difference>().ToList();
            return new(
                file,
                one.Name,
                string.Join("; ", differences.Select(difference => $"{difference.Key}: {difference.Expected}")),
                string.Join("; ", differences.Select(difference => $"{difference.Key}: {difference.Got}")),
                decision);
        }
        catch (Exception fault)
        {
            // Whatever a program throws is that case's failure; the other cases still run.
            return new(file, one.Name, "a decision", fault.Message, null);
        }
    }
}

using Wenye.Policy;

namespace Wenye.Testing;

/// <summary>Takes the decisions of every program again from their records. Compiled into the tests of a domain that name it.</summary>
internal static class ProgramReplays
{
    /// <summary>A case for each set of facts given; a program without any fails here.</summary>
    public static TheoryData<string, string> Of(IEnumerable<PolicyProgram> programs, IReadOnlyDictionary<string, string[]> given)
    {
        var cases = new TheoryData<string, string>();
        foreach (var (program, facts) in programs.SelectMany(program => given[program.Name].Select(facts => (program, facts))))
        {
            cases.Add(program.Name, facts);
        }

        return cases;
    }

    /// <summary>Decides in each place and on each day, and decides again from what would be stored: the same bytes.</summary>
    public static void ShouldReplay(
        IReadOnlyList<PolicyProgram> programs, ParameterSet parameters, string name, string given, params IEnumerable<(string Region, DateOnly Day)> places)
    {
        var program = programs.Single(one => one.Name == name);
        foreach (var (region, day) in places)
        {
            var stored = DecisionJson.Write(program.Decide(FactSet.Parse(given), parameters.At(Division.Parse(region), day)));
            Replay.Run(stored, programs, parameters, out _).ShouldBe(ReplayResult.Same);
        }
    }
}

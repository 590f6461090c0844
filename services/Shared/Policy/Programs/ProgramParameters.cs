using System.Globalization;
using System.Reflection;

namespace Wenye.Policy;

/// <summary>Which parameters the decisions of each program read (事项所用参数).</summary>
/// <remarks>
/// Nobody writes this down: a program reads its parameters where it needs them. So it is observed: every policy case that the domain
/// carries is decided once, and what was read is noted. Cases cover every clause (tests see to it); a reading that none of them comes
/// by stays unknown, and so do the few rules that a host reads outside of decisions.
/// </remarks>
public static class ProgramParameters
{
    private const string Suffix = ".cases.yaml";

    /// <summary>Names of parameters by name of program (按事项); a program without cases reads none.</summary>
    /// <exception cref="PolicyDataException">A file of cases is at fault.</exception>
    public static IReadOnlyDictionary<string, IReadOnlySet<string>> Observe(IReadOnlyList<PolicyProgram> programs)
    {
        var read = programs.ToDictionary(program => program.Name, _ => new HashSet<string>(StringComparer.Ordinal), StringComparer.Ordinal);
        var known = programs.ToDictionary(program => program.Name, StringComparer.Ordinal);
        foreach (var domain in programs.Select(program => program.Domain).Distinct())
        {
            var shipped = ParameterSet.Load(domain);
            foreach (var (name, example) in Cases(domain).Where(one => known.ContainsKey(one.Program)))
            {
                Decide(known[name], example, shipped, read[name]);
            }
        }

        return read.ToDictionary(one => one.Key, one => (IReadOnlySet<string>)one.Value, StringComparer.Ordinal);
    }

    private static void Decide(PolicyProgram program, DataNode.Map example, ParameterSet shipped, HashSet<string> read)
    {
        var parameters = example.Find("settings") is { } settings ? shipped.With(program.Name, settings) : shipped;
        var day = DateOnly.ParseExact(Text(example, "as_of"), "yyyy-MM-dd", CultureInfo.InvariantCulture);
        var facts = example.Find("given") is DataNode.Map given ? new FactSet(given) : FactSet.Empty;
        var decision = program.Decide(facts, parameters.Noting(read, Division.Parse(Text(example, "region")), day));

        // What the result says it was computed with may come from a context that the program made for itself.
        read.UnionWith(decision.Parameters.Select(use => use.Name));
    }

    private static IEnumerable<(string Program, DataNode.Map Case)> Cases(Assembly domain)
    {
        foreach (var source in domain.GetManifestResourceNames().Where(name => name.EndsWith(Suffix, StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(domain.GetManifestResourceStream(source)!);
            foreach (var example in ((DataNode.List)YamlText.Parse(source, reader.ReadToEnd())).Items.OfType<DataNode.Map>())
            {
                yield return (Text(example, "program"), example);
            }
        }
    }

    private static string Text(DataNode.Map example, string key) => ((DataNode.Scalar)example.Find(key)!).Text;
}

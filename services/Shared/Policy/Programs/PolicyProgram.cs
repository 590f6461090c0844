using System.Reflection;

namespace Wenye.Policy;

/// <summary>A named decision over named facts (决定事项): one path for services, cases and replay.</summary>
public sealed class PolicyProgram
{
    private readonly Func<FactSet, PolicyContext, Decision> decide;

    private PolicyProgram(string name, IReadOnlyList<FactDescription> facts, Assembly domain, Func<FactSet, PolicyContext, Decision> decide)
    {
        Name = name;
        Facts = facts;
        Domain = domain;
        this.decide = decide;
    }

    /// <summary>Name (事项名称), <c>service.decision</c>.</summary>
    public string Name { get; }

    /// <summary>The facts it knows (事实).</summary>
    public IReadOnlyList<FactDescription> Facts { get; }

    /// <summary>The assembly that holds the decision, with its parameters and cases (领域程序集).</summary>
    public Assembly Domain { get; }

    /// <summary>Makes a program of a typed decision.</summary>
    /// <param name="name">Name, <c>service.decision</c>.</param>
    /// <param name="read">Reads the typed facts of named ones.</param>
    /// <param name="decide">The decision itself.</param>
    public static PolicyProgram Of<TFacts>(string name, Func<FactSet, TFacts> read, Func<TFacts, PolicyContext, Decision> decide)
    {
        var description = FactSet.Empty;
        read(description);
        return new(name, description.Read, decide.Method.Module.Assembly, (given, policy) =>
        {
            var facts = read(given);
            given.DemandAllRead(name);
            return decide(facts, policy);
        });
    }

    /// <summary>Decides (决定).</summary>
    /// <exception cref="FactException">A fact is unknown to the program or of another type.</exception>
    public Decision Decide(FactSet given, PolicyContext policy) => decide(given, policy);
}

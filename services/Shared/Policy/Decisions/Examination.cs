namespace Wenye.Policy;

/// <summary>A decision in the making (逐条审查). Every clause is answered: nothing stops at the first refusal.</summary>
/// <remarks>A value without allocation of its own but the list of findings, so that a batch of a million stays cheap.</remarks>
public readonly struct Examination
{
    private const int UsualClauses = 6;

    internal Examination(string program, IFacts facts, PolicyContext policy)
        : this(program, facts, policy, new(UsualClauses), null, Outcome.Granted)
    {
    }

    private Examination(string program, IFacts facts, PolicyContext policy, List<Finding> findings, List<ParameterUse>? used, Outcome outcome)
    {
        Program = program;
        Facts = facts;
        Policy = policy;
        Findings = findings;
        Used = used;
        Outcome = outcome;
    }

    internal string Program { get; }

    internal IFacts Facts { get; }

    internal PolicyContext Policy { get; }

    internal List<Finding> Findings { get; }

    internal List<ParameterUse>? Used { get; }

    internal Outcome Outcome { get; }

    /// <summary>Answers a clause (认定).</summary>
    public Examination When(Clause clause, Proposition proposition) => Add(new(clause, proposition));

    /// <summary>Answers a further clause (并认定).</summary>
    public Examination And(Clause clause, Proposition proposition) => Add(new(clause, proposition));

    /// <summary>Answers the clause that a dated rule supplies for this region and day; unproven when none is in force.</summary>
    public Examination When(IDated rule, Proposition proposition) => And(rule, proposition);

    /// <inheritdoc cref="When(IDated, Proposition)"/>
    public Examination And(IDated rule, Proposition proposition) => Add(rule.Use.IsSet
        ? new(rule.Use.Clause, proposition, rule.Use)
        : new(rule.Use.Clause, Proposition.Unproven(rule.Use.Name, rule.Use), rule.Use));

    /// <summary>Answers a clause only where it governs the case (适用时认定), for example one for a special group.</summary>
    public Examination AndIf(bool applies, Clause clause, Proposition proposition) => applies ? And(clause, proposition) : this;

    /// <inheritdoc cref="AndIf(bool, Clause, Proposition)"/>
    public Examination AndIf(bool applies, IDated rule, Proposition proposition) => applies ? And(rule, proposition) : this;

    /// <summary>Answers a clause that offers several grounds (下列情形之一): the ground that holds is cited, all are kept.</summary>
    /// <param name="rule">The clause that lists the grounds, cited when none holds.</param>
    /// <param name="grounds">Each ground with its own clause.</param>
    public Examination WhenAnyOf(IDated rule, IReadOnlyList<Finding> grounds)
    {
        if (!rule.Use.IsSet)
        {
            return And(rule, default);
        }

        foreach (var ground in grounds)
        {
            if (ground.Answer == Answer.Met)
            {
                return Add(ground with { Alternatives = grounds });
            }
        }

        var none = Proposition.Any([.. grounds.Select(ground => ground.Proposition)]);
        return Add(new(rule.Use.Clause, none, rule.Use, grounds));
    }

    /// <summary>Records a parameter that the result is computed with (所用参数), beside those that findings compare with.</summary>
    public Examination Using(IDated parameter)
    {
        var all = Used ?? [];
        all.Add(parameter.Use);
        return new(Program, Facts, Policy, Findings, all, Outcome);
    }

    /// <summary>Grants when every clause is met (决定); <paramref name="result"/> runs only then.</summary>
    public Decision<T> Grant<T>(Func<T> result)
        where T : class, IOutputs => new(this, Outcome == Outcome.Granted ? result() : null);

    /// <summary>Grants without outputs when every clause is met (决定).</summary>
    public Decision<NoOutputs> Grant() => new(this, NoOutputs.Instance);

    /// <summary>Decides with outputs that hold whatever the outcome (决定并说明).</summary>
    public Decision<T> Answering<T>(T result)
        where T : class, IOutputs => new(this, result);

    private Examination Add(in Finding finding)
    {
        Findings.Add(finding);
        var outcome = (Outcome, finding.Answer) switch
        {
            (Outcome.Refused, _) or (_, Answer.NotMet) => Outcome.Refused,
            (Outcome.Incomplete, _) or (_, Answer.Unproven) => Outcome.Incomplete,
            _ => Outcome.Granted,
        };
        return new(Program, Facts, Policy, Findings, Used, outcome);
    }
}

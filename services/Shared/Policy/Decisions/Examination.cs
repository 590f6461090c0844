namespace Wenye.Policy;

/// <summary>A decision in the making (逐条审查). Every clause is answered: nothing stops at the first refusal.</summary>
/// <remarks>One decision has one of its own; the decisions of a batch share one, in turn (<see cref="PolicyContext.ForBatch"/>).</remarks>
public sealed class Examination
{
    private readonly bool isShared;
    private readonly bool keepsFindings = true;
    private Finding[] findings;
    private int count;
    private List<ParameterUse>? used;
    private bool anyNotMet;
    private bool anyUnproven;
    private bool isOpen;

    /// <summary>The examination that all decisions of a batch share.</summary>
    internal Examination(BatchFindings kept)
    {
        isShared = true;
        keepsFindings = kept == BatchFindings.Kept;
        (Program, Facts, Policy) = (null!, null!, null!);
        findings = [];
    }

    private Examination(string program, IFacts facts, PolicyContext policy)
    {
        (Program, Facts, Policy) = (program, facts, policy);
        findings = new Finding[policy.UsualClauses];
    }

    internal string Program { get; private set; }

    internal IFacts Facts { get; private set; }

    internal PolicyContext Policy { get; private set; }

    /// <summary>Counts the decisions of a batch: findings stand for the decision of this turn only.</summary>
    internal int Turn { get; private set; }

    internal Outcome Outcome => anyNotMet ? Outcome.Refused : anyUnproven ? Outcome.Incomplete : Outcome.Granted;

    /// <summary>Answers a clause (认定).</summary>
    public Examination When(Clause clause, in Proposition proposition) => And(clause, proposition);

    /// <summary>Answers a further clause (并认定).</summary>
    public Examination And(Clause clause, in Proposition proposition) => Add(clause, proposition);

    /// <summary>Answers the clause that a dated rule supplies for this region and day; unproven when none is in force.</summary>
    public Examination When(IDated rule, in Proposition proposition) => And(rule, proposition);

    /// <inheritdoc cref="When(IDated, in Proposition)"/>
    public Examination And(IDated rule, in Proposition proposition)
    {
        var use = rule.Use;
        return use.IsSet
            ? Add(use, proposition)
            : Add(use, Proposition.Unproven(use.Name, use));
    }

    /// <summary>Answers a clause only where it governs the case (适用时认定), for example one for a special group.</summary>
    public Examination AndIf(bool applies, Clause clause, in Proposition proposition) => applies ? And(clause, proposition) : this;

    /// <inheritdoc cref="AndIf(bool, Clause, in Proposition)"/>
    public Examination AndIf(bool applies, IDated rule, in Proposition proposition) => applies ? And(rule, proposition) : this;

    /// <summary>Answers a clause that offers several grounds (下列情形之一): the ground that holds is cited, all are kept.</summary>
    /// <param name="rule">The clause that lists the grounds, cited when none holds.</param>
    /// <param name="grounds">Each ground with its own clause.</param>
    public Examination WhenAnyOf(IDated rule, IReadOnlyList<Finding> grounds)
    {
        if (!rule.Use.IsSet)
        {
            return And(rule, default);
        }

        for (var i = 0; i < grounds.Count; i++)
        {
            if (grounds[i] is { Answer: Answer.Met } ground)
            {
                return Add(new Cited(ground.Clause, ground.Governing, grounds), ground.Proposition);
            }
        }

        var none = Proposition.Any([.. grounds.Select(ground => ground.Proposition)]);
        return Add(new Cited(rule.Use.Clause, rule.Use, grounds), none);
    }

    /// <summary>Records a parameter that the result is computed with (所用参数), beside those that findings compare with.</summary>
    public Examination Using(IDated parameter)
    {
        if (keepsFindings)
        {
            (used ??= []).Add(parameter.Use);
        }

        return this;
    }

    /// <summary>Grants when every clause is met (决定); <paramref name="result"/> runs only then.</summary>
    public Decision<T> Grant<T>(Func<T> result)
        where T : class, IOutputs => Close(Outcome == Outcome.Granted ? result() : null);

    /// <summary>The same without a closure, for programs that decide a million cases: what the result needs is <paramref name="state"/>.</summary>
    public Decision<T> Grant<TState, T>(TState state, Func<TState, T> result)
        where T : class, IOutputs => Close(Outcome == Outcome.Granted ? result(state) : null);

    /// <summary>Grants without outputs when every clause is met (决定).</summary>
    public Decision<NoOutputs> Grant() => Close(NoOutputs.Instance);

    /// <summary>Decides with outputs that hold whatever the outcome (决定并说明).</summary>
    public Decision<T> Answering<T>(T result)
        where T : class, IOutputs => Close(result);

    /// <summary>Begins a decision. One that is taken within another of the same batch gets an examination of its own.</summary>
    internal static Examination Begin(string program, IFacts facts, PolicyContext policy)
    {
        if (policy.Shared is not { isOpen: false } shared)
        {
            return new(program, facts, policy);
        }

        shared.Program = program;
        shared.Facts = facts;
        shared.Policy = policy;
        shared.Turn++;
        shared.count = 0;
        shared.used?.Clear();
        shared.anyNotMet = false;
        shared.anyUnproven = false;
        shared.isOpen = true;
        return shared;
    }

    /// <summary>The findings of a turn, in place.</summary>
    internal ReadOnlySpan<Finding> Trace(int turn)
    {
        Demand(turn);
        return findings.AsSpan(0, count);
    }

    /// <summary>The findings of a turn as a list that stands whatever the batch does next.</summary>
    internal IReadOnlyList<Finding> Listed(int turn) => isShared ? Trace(turn).ToArray() : new ArraySegment<Finding>(findings, 0, count);

    /// <summary>Parameters that the result of a turn was computed with.</summary>
    internal IReadOnlyList<ParameterUse> UsedIn(int turn)
    {
        Demand(turn);
        return used ?? [];
    }

    private void Demand(int turn)
    {
        if (turn != Turn || !keepsFindings)
        {
            throw new InvalidOperationException(keepsFindings
                ? "The batch has gone on to another decision: store or show a decision before the next is taken."
                : "This batch keeps no findings.");
        }
    }

    private Examination Add(object cited, in Proposition proposition)
    {
        anyNotMet |= proposition.Answer == Answer.NotMet;
        anyUnproven |= proposition.Answer == Answer.Unproven;
        if (keepsFindings)
        {
            if (count == findings.Length)
            {
                Array.Resize(ref findings, Math.Max(2 * count, 4));
            }

            Finding.Write(out findings[count++], cited, proposition);
        }

        return this;
    }

    private Decision<T> Close<T>(T? result)
        where T : class, IOutputs
    {
        isOpen = false;
        Policy.UsualClauses = Math.Max(Policy.UsualClauses, count);
        return new(this, result);
    }
}

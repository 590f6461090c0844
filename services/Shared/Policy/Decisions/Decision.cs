namespace Wenye.Policy;

/// <summary>The outcome of a decision (决定结果).</summary>
public enum Outcome
{
    /// <summary>Every clause is met (予以批准).</summary>
    Granted,

    /// <summary>At least one clause is not met (不予批准).</summary>
    Refused,

    /// <summary>No clause is unmet, but a fact is unproven (待补正).</summary>
    Incomplete,
}

/// <summary>Facts under their names, as a decision was given them (事实).</summary>
public interface IFacts
{
    /// <summary>Every fact of the program, unproven ones included, in the order of the program's description.</summary>
    IEnumerable<NamedValue> Recorded();
}

/// <summary>What a decision gives (决定内容), by name.</summary>
public interface IOutputs
{
    /// <summary>Outputs in a fixed order; one that does not apply is left out.</summary>
    IEnumerable<NamedValue> Recorded();
}

/// <summary>Nothing but the outcome (无附加内容).</summary>
public sealed class NoOutputs : IOutputs
{
    /// <summary>The one instance.</summary>
    public static readonly NoOutputs Instance = new();

    private NoOutputs()
    {
    }

    /// <inheritdoc/>
    public IEnumerable<NamedValue> Recorded() => [];
}

/// <summary>A decision of policy (政策决定): the answer to every clause that governs it, with citations.</summary>
public abstract class Decision
{
    private readonly Examination examined;
    private readonly int turn;

    private protected Decision(Examination examined)
    {
        this.examined = examined;
        turn = examined.Turn;
        Program = examined.Program;
        Facts = examined.Facts;
        Policy = examined.Policy;
        Outcome = examined.Outcome;
    }

    /// <summary>Which decision (决定事项), for example <c>registration.eligibility</c>.</summary>
    public string Program { get; }

    /// <summary>The facts given (事实).</summary>
    public IFacts Facts { get; }

    /// <summary>Where and when, with the parameters in force.</summary>
    public PolicyContext Policy { get; }

    /// <summary>The outcome (结果).</summary>
    public Outcome Outcome { get; }

    /// <summary>One finding for each clause (逐条认定), in the order of the document.</summary>
    /// <exception cref="InvalidOperationException">The decision is of a batch that has gone on, or that keeps no findings (<see cref="PolicyContext.ForBatch"/>).</exception>
    public IReadOnlyList<Finding> Findings => examined.Listed(turn);

    /// <summary>Facts to be established, by name (待补正事实); empty unless the outcome is <see cref="Outcome.Incomplete"/>.</summary>
    public IReadOnlyList<string> Missing => DecisionSummary.Missing(this);

    /// <summary>Parameters used, each once (所用参数).</summary>
    public IReadOnlyList<ParameterUse> Parameters => DecisionSummary.Parameters(this);

    /// <summary>Clauses answered "not met", each once (不符合的条款).</summary>
    public IReadOnlyList<Clause> RefusedBy => DecisionSummary.RefusedBy(this);

    /// <summary>Outputs by name (决定内容); empty when the decision gives none.</summary>
    public IReadOnlyList<NamedValue> Outputs => [.. RecordedOutputs];

    /// <summary>Outputs as the result gives them, one after another.</summary>
    internal abstract IEnumerable<NamedValue> RecordedOutputs { get; }

    /// <summary>The findings in place, not copied.</summary>
    /// <exception cref="InvalidOperationException">As for <see cref="Findings"/>.</exception>
    internal ReadOnlySpan<Finding> Trace => examined.Trace(turn);

    /// <summary>Parameters that the result was computed with, as often as the program said so.</summary>
    internal IReadOnlyList<ParameterUse> Used => examined.UsedIn(turn);

    /// <summary>Begins a decision (开始认定): every clause is answered, then it is granted or not.</summary>
    public static Examination On(string program, IFacts facts, PolicyContext policy) => Examination.Begin(program, facts, policy);
}

/// <summary>A decision with its typed result (政策决定).</summary>
/// <typeparam name="T">What is granted.</typeparam>
public sealed class Decision<T> : Decision
    where T : class, IOutputs
{
    internal Decision(Examination examined, T? result)
        : base(examined) => Result = result;

    /// <summary>What is granted (决定内容); null when refused or incomplete, unless the program answers with outputs in any case.</summary>
    public T? Result { get; }

    internal override IEnumerable<NamedValue> RecordedOutputs => Result is null ? [] : Result.Recorded();
}

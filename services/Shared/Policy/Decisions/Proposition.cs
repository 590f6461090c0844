namespace Wenye.Policy;

/// <summary>How a fact is compared with what a clause asks for (比较方式).</summary>
public enum Comparison : byte
{
    /// <summary>The fact only has to be established (须查明).</summary>
    Established,

    /// <summary>Equal to (等于).</summary>
    Is,

    /// <summary>Different from (不等于).</summary>
    IsNot,

    /// <summary>At or above (不低于).</summary>
    AtLeast,

    /// <summary>At or below (不高于).</summary>
    AtMost,

    /// <summary>Above (高于).</summary>
    Above,

    /// <summary>Below (低于).</summary>
    Below,

    /// <summary>One of a list (属于).</summary>
    OneOf,

    /// <summary>None of a list (不属于).</summary>
    NoneOf,

    /// <summary>Every part holds (同时满足).</summary>
    All,

    /// <summary>Some part holds (满足其一).</summary>
    Any,
}

/// <summary>A three-valued statement about facts (命题): met, not met, or unproven because a fact is unknown.</summary>
/// <remarks>
/// Holds values, not text: text is made only when a decision is shown or stored. 48 bytes, because a batch copies millions:
/// what the fact is compared with stands once, in the parameter, and is pointed to.
/// </remarks>
public readonly record struct Proposition
{
    private readonly string? fact;

    // What the fact is compared with: a ParameterUse by its value, a FixedThreshold, or the parts of a compound; null for nothing.
    private readonly object? basis;

    internal Proposition(string fact, Answer answer, Comparison comparison, in PolicyValue value, object? basis)
    {
        this.fact = fact;
        this.basis = basis;
        Answer = answer;
        Comparison = comparison;
        Value = value;
    }

    private Proposition(Answer answer, Comparison comparison, Proposition[] parts)
    {
        basis = parts;
        Answer = answer;
        Comparison = comparison;
    }

    /// <summary>Name of the fact, or the names of several joined by 、 (事实名称).</summary>
    public string Fact => fact ?? (Parts is null ? "" : string.Join('、', Parts.Select(part => part.Fact).Distinct(StringComparer.Ordinal)));

    /// <summary>The answer (结论).</summary>
    public Answer Answer { get; }

    /// <summary>How the fact is compared (比较方式).</summary>
    public Comparison Comparison { get; }

    /// <summary>The fact as found; of kind Unproven when unknown (事实).</summary>
    public PolicyValue Value { get; }

    /// <summary>What it is compared with; of kind Unproven when there is nothing to compare with (标准).</summary>
    public PolicyValue Threshold => basis switch
    {
        FixedThreshold given => given.Value,
        ParameterUse use when Comparison != Comparison.Established => use.Value,
        _ => default,
    };

    /// <summary>The dated parameter that set the threshold; null when the clause fixes it (参数).</summary>
    public ParameterUse? Parameter => basis as ParameterUse ?? (basis as FixedThreshold)?.Parameter;

    /// <summary>The parts of a compound statement; else null (分项).</summary>
    public IReadOnlyList<Proposition>? Parts => PartsInPlace;

    internal Proposition[]? PartsInPlace => basis as Proposition[];

    /// <summary>What is asked for, as text (要求), for example <c>≥ 16周岁</c>.</summary>
    public string ThresholdText => PropositionText.Threshold(this);

    /// <summary>True when every part holds (同时满足): not met when one is not met, else unproven when one is.</summary>
    public static Proposition All(params Proposition[] parts) => Compound(Comparison.All, decisive: Answer.NotMet, otherwise: Answer.Met, parts);

    /// <summary>True when some part holds (满足其一): met when one is met, else unproven when one is.</summary>
    public static Proposition Any(params Proposition[] parts) => Compound(Comparison.Any, decisive: Answer.Met, otherwise: Answer.NotMet, parts);

    /// <summary>A statement that cannot be answered because <paramref name="fact"/> is unknown (未证实).</summary>
    public static Proposition Unproven(string fact, ParameterUse? parameter = null) =>
        new(fact, Answer.Unproven, Comparison.Established, default, parameter);

    /// <summary>Adds the names of unknown facts that keep this statement unproven to <paramref name="missing"/>.</summary>
    internal void CollectMissing(List<string> missing)
    {
        if (Answer != Answer.Unproven)
        {
            return;
        }

        if (Parts is null)
        {
            if (!missing.Contains(Fact))
            {
                missing.Add(Fact);
            }

            return;
        }

        foreach (var part in Parts)
        {
            part.CollectMissing(missing);
        }
    }

    private static Proposition Compound(Comparison comparison, Answer decisive, Answer otherwise, Proposition[] parts)
    {
        var answer = otherwise;
        foreach (var part in parts)
        {
            if (part.Answer == decisive)
            {
                answer = decisive;
                break;
            }

            answer = part.Answer == Answer.Unproven ? Answer.Unproven : answer;
        }

        return new(answer, comparison, parts);
    }
}

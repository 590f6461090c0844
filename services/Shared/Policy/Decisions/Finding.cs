namespace Wenye.Policy;

/// <summary>The answer to one clause (认定结论). Unproven asks for material (补正) and is never a refusal.</summary>
public enum Answer : byte
{
    /// <summary>A fact is not established (未证实).</summary>
    Unproven,

    /// <summary>The clause is met (符合).</summary>
    Met,

    /// <summary>The clause is not met (不符合).</summary>
    NotMet,
}

/// <summary>One clause, its answer and what the answer rests on (逐条认定).</summary>
/// <param name="Clause">The clause that is answered.</param>
/// <param name="Proposition">What the clause asks of which fact.</param>
/// <param name="Governing">The dated parameter whose document supplied the clause; null when the clause is fixed.</param>
/// <param name="Alternatives">Where a clause offers several grounds (情形之一): how each of them was answered; else null.</param>
public readonly record struct Finding(
    Clause Clause,
    Proposition Proposition,
    ParameterUse? Governing = null,
    IReadOnlyList<Finding>? Alternatives = null)
{
    /// <summary>The answer (结论).</summary>
    public Answer Answer => Proposition.Answer;

    /// <summary>Name of the fact looked at (事实名称).</summary>
    public string Fact => Proposition.Fact;

    /// <summary>The fact as found, as text (事实); empty when unproven.</summary>
    public string Value => Proposition.Value.ToString();

    /// <summary>What the clause asks for (要求), for example <c>≥ 16周岁</c>.</summary>
    public string Threshold => Proposition.ThresholdText;
}

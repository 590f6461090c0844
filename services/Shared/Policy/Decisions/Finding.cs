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
/// <remarks>Nobody can change one: it is not declared readonly so that an examination writes it in its place, without copies on the way.</remarks>
public record struct Finding
{
    // What is cited: a Clause, the ParameterUse that supplied one, or Cited where there is more to say.
    private object cited;
    private Proposition proposition;

    /// <summary>The answer to a clause.</summary>
    /// <param name="clause">The clause that is answered.</param>
    /// <param name="proposition">What the clause asks of which fact.</param>
    /// <param name="governing">The dated parameter whose document supplied the clause; null when the clause is fixed.</param>
    /// <param name="alternatives">Where a clause offers several grounds (情形之一): how each of them was answered; else null.</param>
    public Finding(Clause clause, in Proposition proposition, ParameterUse? governing = null, IReadOnlyList<Finding>? alternatives = null)
    {
        cited = alternatives is not null || (governing is not null && governing.Clause != clause) ? new Cited(clause, governing, alternatives)
            : governing is not null ? governing
            : clause;
        this.proposition = proposition;
    }

    /// <summary>The clause that is answered (条款).</summary>
    public readonly Clause Clause => cited switch
    {
        Clause clause => clause,
        ParameterUse governing => governing.Clause,
        _ => ((Cited)cited).Clause,
    };

    /// <summary>What the clause asks of which fact (命题).</summary>
    public readonly Proposition Proposition => proposition;

    /// <summary>The dated parameter whose document supplied the clause; null when the clause is fixed (条款来源).</summary>
    public readonly ParameterUse? Governing => cited as ParameterUse ?? (cited as Cited)?.Governing;

    /// <summary>Where a clause offers several grounds (情形之一): how each of them was answered; else null.</summary>
    public readonly IReadOnlyList<Finding>? Alternatives => (cited as Cited)?.Alternatives;

    /// <summary>The answer (结论).</summary>
    public readonly Answer Answer => proposition.Answer;

    /// <summary>Name of the fact looked at (事实名称).</summary>
    public readonly string Fact => proposition.Fact;

    /// <summary>The fact as found, as text (事实); empty when unproven.</summary>
    public readonly string Value => proposition.Value.ToString();

    /// <summary>What the clause asks for (要求), for example <c>≥ 16周岁</c>.</summary>
    public readonly string Threshold => proposition.ThresholdText;

    /// <summary>Writes a finding in its place.</summary>
    /// <param name="slot">The place.</param>
    /// <param name="cited">A <see cref="Policy.Clause"/>, the <see cref="ParameterUse"/> that supplied one, or <see cref="Cited"/>.</param>
    /// <param name="proposition">What the clause asks.</param>
    internal static void Write(out Finding slot, object cited, in Proposition proposition)
    {
        slot.cited = cited;
        slot.proposition = proposition;
    }
}

/// <summary>What a finding cites besides the clause (依据).</summary>
internal sealed record Cited(Clause Clause, ParameterUse? Governing, IReadOnlyList<Finding>? Alternatives);

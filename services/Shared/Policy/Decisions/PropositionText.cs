namespace Wenye.Policy;

/// <summary>Writes what a clause asks for (要求) as an officer reads it.</summary>
internal static class PropositionText
{
    public static string Threshold(Proposition proposition)
    {
        var unit = proposition.Parameter?.Unit.Label ?? "";
        return proposition.Comparison switch
        {
            Comparison.Established => "须查明",
            Comparison.Is => $"= {Shown(proposition.Threshold)}{unit}",
            Comparison.IsNot => $"≠ {Shown(proposition.Threshold)}{unit}",
            Comparison.AtLeast => $"≥ {Shown(proposition.Threshold)}{unit}",
            Comparison.AtMost => $"≤ {Shown(proposition.Threshold)}{unit}",
            Comparison.Above => $"> {Shown(proposition.Threshold)}{unit}",
            Comparison.Below => $"< {Shown(proposition.Threshold)}{unit}",
            Comparison.OneOf => $"属于 {Shown(proposition.Threshold)}",
            Comparison.NoneOf => $"不属于 {Shown(proposition.Threshold)}",
            Comparison.All => Joined(proposition, " 且 "),
            _ => Joined(proposition, " 或 "),
        };
    }

    private static string Shown(PolicyValue value) => value.Kind == ValueKind.Truth ? (value.ToString() == "true" ? "是" : "否") : value.ToString();

    private static string Joined(Proposition proposition, string word) =>
        string.Join(word, proposition.Parts!.Select(part => $"{part.Fact} {Threshold(part)}"));
}

using System.Globalization;
using Wenye.Policy;

namespace Wenye.Cases;

/// <summary>A key whose expected value did not come.</summary>
internal sealed record Difference(string Key, string Expected, string Got);

/// <summary>Compares what a case expects with a decision, key by key.</summary>
internal static class Expectation
{
    /// <summary>The difference; null when there is none.</summary>
    public static Difference? Of(string key, DataNode expected, Decision decision) => key switch
    {
        "outcome" => Equal(key, expected, PolicyValue.From(decision.Outcome)),
        "cites" => Contained(key, Texts(expected), Citations(decision)),
        "refused_by" => SameSet(key, Texts(expected), decision.RefusedBy.Select(clause => clause.Citation)),
        "missing" => SameSet(key, Texts(expected), decision.Missing),
        _ => Equal(key, expected, decision.Outputs.FirstOrDefault(output => output.Name == key).Value),
    };

    /// <summary>Clauses of the decision and of the parameters it used.</summary>
    private static HashSet<string> Citations(Decision decision) =>
    [
        .. decision.Findings.Select(finding => finding.Clause.Citation),
        .. decision.Parameters.Where(use => use.IsSet).Select(use => use.Clause.Citation),
    ];

    private static Difference? Contained(string key, IReadOnlyList<string> expected, HashSet<string> got) =>
        expected.All(got.Contains) ? null : new(key, Shown(expected), Shown(got));

    private static Difference? SameSet(string key, IReadOnlyList<string> expected, IEnumerable<string> got)
    {
        var found = got.ToList();
        return expected.ToHashSet().SetEquals(found) ? null : new(key, Shown(expected), Shown(found));
    }

    private static Difference? Equal(string key, DataNode expected, PolicyValue got) =>
        Matches(expected, got) ? null : new(key, Shown(expected), got.Kind == ValueKind.Unproven ? "nothing" : got.ToString());

    private static bool Matches(DataNode expected, PolicyValue got) => (expected, got.Kind) switch
    {
        (DataNode.Null, ValueKind.Unproven) => true,
        (DataNode.Scalar scalar, ValueKind.Number or ValueKind.Money) => Exact(scalar.Text) == got.Number,
        (DataNode.Scalar scalar, not (ValueKind.List or ValueKind.Map or ValueKind.Unproven)) => scalar.Text == got.ToString(),
        (DataNode.List list, ValueKind.List) => list.Items.Count == got.Items.Count && list.Items.Zip(got.Items).All(pair => Matches(pair.First, pair.Second)),
        (DataNode.Map map, ValueKind.Map) => map.Entries.Count == got.Entries.Count && got.Entries.All(entry => map.Find(entry.Name) is { } wanted && Matches(wanted, entry.Value)),
        _ => false,
    };

    private static decimal? Exact(string text) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : null;

    private static List<string> Texts(DataNode node) => node is DataNode.List list ? [.. list.Items.Select(Shown)] : [Shown(node)];

    private static string Shown(IEnumerable<string> texts) => $"[{string.Join(", ", texts)}]";

    private static string Shown(DataNode node) => node switch
    {
        DataNode.Scalar scalar => scalar.Text,
        DataNode.List list => Shown(list.Items.Select(Shown)),
        DataNode.Map map => $"{{{string.Join(", ", map.Entries.Select(entry => $"{entry.Key}: {Shown(entry.Value)}"))}}}",
        _ => "nothing",
    };
}

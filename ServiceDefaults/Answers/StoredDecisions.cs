using System.Globalization;
using System.Text.Json;
using Contract = Wenye.Contracts.Policy.V1;

namespace Wenye.ServiceDefaults;

/// <summary>Decisions as they were stored with their case, as callers see them (已存决定的应答).</summary>
/// <remarks>
/// A stored decision answers for the day on which it was taken, under the parameters of then: it is read, never taken again.
/// What comes out equals <see cref="DecisionAnswers.ToContract(Policy.Decision)"/> of the decision that was stored.
/// </remarks>
public static class StoredDecisions
{
    /// <summary>The decision in the contract's terms (政策决定).</summary>
    /// <param name="canonical">What DecisionJson wrote.</param>
    public static Contract.Decision ToContract(string canonical)
    {
        using var document = JsonDocument.Parse(canonical);
        var record = document.RootElement;
        var answer = new Contract.Decision
        {
            Program = Text(record, "program"),
            Region = Text(record, "region"),
            AsOf = DateOnly.ParseExact(Text(record, "as_of"), "yyyy-MM-dd", CultureInfo.InvariantCulture).ToContract(),
            Outcome = Text(record, "outcome") switch
            {
                "granted" => Contract.Outcome.Granted,
                "refused" => Contract.Outcome.Refused,
                _ => Contract.Outcome.Incomplete,
            },
            Findings = { record.GetProperty("findings").EnumerateArray().Select(FindingOf) },
            MissingFacts = { record.GetProperty("missing").EnumerateArray().Select(name => name.GetString()) },
            Parameters = { record.GetProperty("parameters").EnumerateArray().Select(UseOf) },
        };
        foreach (var output in record.GetProperty("outputs").EnumerateObject())
        {
            answer.Outputs.Add(output.Name, ValueOf(output.Value));
        }

        return answer;
    }

    private static Contract.Finding FindingOf(JsonElement finding) => new()
    {
        Clause = ClauseOf(Text(finding, "clause")),
        Answer = Text(finding, "answer") switch
        {
            "met" => Contract.Answer.Met,
            "not_met" => Contract.Answer.NotMet,
            _ => Contract.Answer.Unproven,
        },
        Fact = Text(finding, "fact"),
        Value = Text(finding, "value"),
        Threshold = Text(finding, "threshold"),
    };

    private static Contract.ParameterUse UseOf(JsonElement use) => new()
    {
        Name = Text(use, "name"),
        Value = ValueOf(use.GetProperty("value")),
        Unit = Text(use, "unit"),
        Clause = ClauseOf(Text(use, "clause")),
        Region = Text(use, "region"),
        Explanation = Text(use, "explanation"),
    };

    // A citation is the document's number, a space, and the item; numbers have no space.
    private static Contract.Clause ClauseOf(string citation) =>
        citation.Split(' ', 2) is [var document, var item] ? new() { Document = document, Item = item } : new() { Document = citation };

    private static string ValueOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => "",
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Array => string.Join('、', value.EnumerateArray().Select(ValueOf)),
        JsonValueKind.Object => string.Join('、', value.EnumerateObject().Select(entry => $"{entry.Name}={ValueOf(entry.Value)}")),
        _ => value.GetRawText(),
    };

    private static string Text(JsonElement of, string name) => of.GetProperty(name).GetString() ?? "";
}

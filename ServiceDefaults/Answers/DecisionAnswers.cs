using Wenye.Policy;
using Contract = Wenye.Contracts.Policy.V1;
using Date = Wenye.Contracts.Type.V1.Date;

namespace Wenye.ServiceDefaults;

/// <summary>Decisions as callers see them (政策决定应答): the answer to every clause, with citations.</summary>
public static class DecisionAnswers
{
    /// <summary>The decision in the contract's terms (政策决定).</summary>
    public static Contract.Decision ToContract(this Decision decision)
    {
        var answer = new Contract.Decision
        {
            Program = decision.Program,
            Region = decision.Policy.Region.Code,
            AsOf = decision.Policy.AsOf.ToContract(),
            Outcome = decision.Outcome switch
            {
                Outcome.Granted => Contract.Outcome.Granted,
                Outcome.Refused => Contract.Outcome.Refused,
                _ => Contract.Outcome.Incomplete,
            },
            Findings = { decision.Findings.Select(ToContract) },
            MissingFacts = { decision.Missing },
            Parameters = { decision.Parameters.Select(ToContract) },
        };
        foreach (var output in decision.Outputs)
        {
            answer.Outputs.Add(output.Name, output.Value.ToString());
        }

        return answer;
    }

    /// <summary>A calendar day in the contract's terms (日期).</summary>
    public static Date ToContract(this DateOnly day) => new() { Year = day.Year, Month = day.Month, Day = day.Day };

    /// <summary>Whether the three parts are a day (是否有效日期).</summary>
    public static bool IsDay(this Date date) =>
        date is { Year: >= 1 and <= 9999, Month: >= 1 and <= 12, Day: >= 1 } && date.Day <= DateTime.DaysInMonth(date.Year, date.Month);

    /// <summary>The day of a date that was checked with <see cref="IsDay"/> (日期).</summary>
    public static DateOnly ToDay(this Date date) => new(date.Year, date.Month, date.Day);

    private static Contract.Finding ToContract(Finding finding) => new()
    {
        Clause = ToContract(finding.Clause),
        Answer = finding.Answer switch
        {
            Answer.Met => Contract.Answer.Met,
            Answer.NotMet => Contract.Answer.NotMet,
            _ => Contract.Answer.Unproven,
        },
        Fact = finding.Fact,
        Value = finding.Value,
        Threshold = finding.Threshold,
    };

    private static Contract.ParameterUse ToContract(ParameterUse use) => new()
    {
        Name = use.Name,
        Value = use.Value.ToString(),
        Unit = use.Unit.Name,
        Clause = ToContract(use.Clause),
        Region = use.Region.Code,
        Explanation = use.Explanation,
    };

    private static Contract.Clause ToContract(Clause clause) => new() { Document = clause.Document, Item = clause.Item };
}

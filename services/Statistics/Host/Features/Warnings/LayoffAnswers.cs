using Wenye.Contracts.Statistics.V1;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Wenye.Statistics.Data.Warnings;
using Wenye.Statistics.Domain.Warnings;
using Notice = Wenye.Contracts.Statistics.V1.LayoffNotice;

namespace Wenye.Statistics.Features.Warnings;

/// <summary>Layoffs as callers see them (裁员应答).</summary>
internal static class LayoffAnswers
{
    /// <summary>A notice as it was reported.</summary>
    public static Notice ToContract(this ReportedLayoff layoff)
    {
        var answer = new Notice
        {
            LayoffId = layoff.Id.ToString(), Code = layoff.Code, Division = layoff.Division, Layoffs = layoff.Layoffs,
            ToldOn = layoff.ToldOn?.ToContract(), PlannedOn = layoff.PlannedOn?.ToContract(),
            Large = StoredDecisions.ToContract(layoff.Large), Notice = StoredDecisions.ToContract(layoff.Notice),
        };
        if (layoff.Employees is { } employees)
        {
            answer.Employees = employees;
        }

        return answer;
    }

    /// <summary>Whether so many are a large layoff (规模裁员).</summary>
    public static Decision<NoOutputs> Large(int layoffs, int? employees, PolicyContext policy) =>
        Layoff.Decide(new() { Layoffs = layoffs, Employees = employees is { } known ? known : default(Fact<int>) }, policy);
}

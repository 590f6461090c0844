using Wenye.Contracts.Statistics.V1;
using Wenye.ServiceDefaults;
using Wenye.Statistics.Data;
using Wenye.Statistics.Data.NewEmployment;
using Wenye.Statistics.Features.NewEmployment.Judging;
using Clause = Wenye.Contracts.Policy.V1.Clause;

namespace Wenye.Statistics.Features.NewEmployment;

/// <summary>Employments in the figures as callers see them (就业记录应答).</summary>
internal static class RecordAnswers
{
    /// <summary>An employment with what became of it.</summary>
    public static EmploymentRecord ToContract(this EmploymentVerdict verdict, RegisteredEmployment employment)
    {
        var isAsked = verdict.Outcome == PersonJudge.Asked;
        var record = new EmploymentRecord
        {
            EmploymentId = verdict.EmploymentId.ToString(),
            PersonId = verdict.PersonId.ToString(),
            Division = verdict.Division,
            Period = verdict.Period,
            Outcome = verdict.Outcome switch
            {
                PersonJudge.Counted => RecordOutcome.Counted,
                PersonJudge.Excluded => RecordOutcome.Excluded,
                _ => RecordOutcome.Asked,
            },
            EmployedOn = employment.EmployedOn.ToContract(),
            RegisteredOn = employment.RegisteredOn.ToContract(),
            Form = employment.Manner,
            Urban = employment.Urban,
        };
        if (isAsked)
        {
            record.Missing.AddRange(verdict.Ground.Split('、'));
        }
        else
        {
            record.Clause = ClauseOf(verdict.Ground);
        }

        return record;
    }

    /// <summary>The clause of a citation, <c>文号 条款</c>.</summary>
    public static Clause ClauseOf(string citation)
    {
        var space = citation.IndexOf(' ', StringComparison.Ordinal);
        return space < 0 ? new() { Document = citation } : new() { Document = citation[..space], Item = citation[(space + 1)..] };
    }
}

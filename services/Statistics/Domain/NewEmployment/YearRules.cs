using Wenye.Policy;

namespace Wenye.Statistics.Domain.NewEmployment;

/// <summary>The rules by which the records of a region are judged at the end of a period (认定规则), each resolved once for all records.</summary>
public sealed class YearRules
{
    private readonly PolicyContext policy;
    private readonly int firstDay;

    private YearRules(PolicyContext policy) =>
        (this.policy, firstDay, Screening, Duplicates) = (policy, policy.Get(StatisticsParameters.PeriodFirstDay).Value, new(policy), policy.Get(PersonYear.Duplicates));

    /// <summary>The clauses that keep records out.</summary>
    internal RecordScreening Screening { get; }

    /// <summary>附件四(一): which of several.</summary>
    internal Dated<Terms<DuplicateRule>> Duplicates { get; }

    /// <summary>The rules of a region and day; null where no document in force tells what counts, which of several, or how periods are cut.</summary>
    public static YearRules? Of(PolicyContext policy) =>
        policy.Get(RecordCondition.Urban).IsSet && policy.Get(PersonYear.Duplicates).IsSet && policy.Get(StatisticsParameters.PeriodFirstDay).IsSet ? new(policy) : null;

    /// <summary>The period of a record's first day of work; null: that day is not established.</summary>
    internal ReportedPeriod? PeriodOf(EmploymentRecord record) =>
        record.EmployedOn.IsProven ? ReportedPeriod.Of(ReportPeriod.MonthOf(record.EmployedOn.Value, firstDay), policy) : null;
}

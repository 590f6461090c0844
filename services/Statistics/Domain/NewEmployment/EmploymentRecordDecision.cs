using Wenye.Policy;

namespace Wenye.Statistics.Domain.NewEmployment;

/// <summary>What statistics.employment_record looks at (就业记录纳入统计的事实): a record and the period it is to count in.</summary>
public sealed record EmploymentRecordFacts : IFacts
{
    /// <summary>The record (就业记录).</summary>
    public EmploymentRecord Record { get; init; } = new();

    /// <summary>The period; unproven: the latest that had ended by the day of the decision (报告期).</summary>
    public Fact<YearMonth> Period { get; init => field = value.Named("period"); } = Fact.Unproven<YearMonth>("period");

    /// <summary>Reads the facts by name (读取).</summary>
    public static EmploymentRecordFacts Read(FactSet given) => new() { Record = EmploymentRecord.Read(given), Period = given.Month("period") };

    /// <inheritdoc/>
    public IEnumerable<NamedValue> Recorded() => [.. Record.Recorded(), Period.Recorded];
}

/// <summary>Where a record counts (纳入结果).</summary>
/// <param name="Period">报告期.</param>
/// <param name="AdmittedBy">The clause that lets it in (纳入依据).</param>
public sealed record AdmittedRecord(YearMonth Period, Clause? AdmittedBy) : IOutputs
{
    /// <inheritdoc/>
    public IEnumerable<NamedValue> Recorded()
    {
        yield return new("period", PolicyValue.Of(Period));
        if (AdmittedBy is { } clause)
        {
            yield return new("admitted_by", PolicyValue.Of(clause.Citation));
        }
    }
}

/// <summary>Does one record count as new urban employment (就业记录是否纳入城镇新就业)? Whether another of the same person counts instead, statistics.new_employment tells.</summary>
public static class EmploymentRecordDecision
{
    /// <summary>Name of the decision (决定事项).</summary>
    public const string Name = "statistics.employment_record";

    /// <summary>Decides (认定): every clause is answered.</summary>
    public static Decision<AdmittedRecord> Decide(EmploymentRecordFacts facts, PolicyContext policy)
    {
        var firstDay = policy.Get(StatisticsParameters.PeriodFirstDay);
        var urban = policy.Get(RecordCondition.Urban);
        var examined = Decision.On(Name, facts, policy).When(firstDay, facts.Record.EmployedOn.IsEstablished()).AndIf(!urban.IsSet, urban, default);
        if (ReportedPeriod.Of(facts.Period, policy) is not { } period || !urban.IsSet)
        {
            return examined.Grant<AdmittedRecord>(() => throw new InvalidOperationException("A record is not admitted where no rule is in force."));
        }

        var screening = new RecordScreening(policy);
        var entering = policy.Get(RecordCondition.New);

        // 95号 附件一2  指报告期内初次就业和失业后实现再就业的各类人员
        return screening.Examine(examined.And(entering, facts.Record.Form.IsEstablished()), facts.Record, period)
            .Grant(() => new AdmittedRecord(period.Month, screening.AdmittedBy(facts.Record)));
    }
}

using Wenye.Policy;

namespace Wenye.Statistics.Domain.NewEmployment;

/// <summary>What statistics.new_employment looks at (城镇新增就业的事实). What is left out is unproven.</summary>
public sealed record NewEmploymentFacts : IFacts
{
    /// <summary>Name of the list.</summary>
    internal const string RecordsName = "records";

    /// <summary>就业记录 of a region and year; null when not given, which is unproven: an empty list says that there are none.</summary>
    public IReadOnlyList<EmploymentRecord>? Records { get; init; }

    /// <summary>People newly retired in the period (新办理退休手续的人数).</summary>
    public Fact<int> Retired { get; init => field = value.Named("retired"); } = Fact.Unproven<int>("retired");

    /// <summary>Deaths recognised as work injuries in the period (认定（视同）工伤人数中的死亡人数).</summary>
    public Fact<int> WorkDeaths { get; init => field = value.Named("work_deaths"); } = Fact.Unproven<int>("work_deaths");

    /// <summary>Addition: those newly retired of an earlier period, taken where the period's own cannot be had (前期退休人数).</summary>
    public Fact<int> EarlierRetired { get; init => field = value.Named("earlier_retired"); } = Fact.Unproven<int>("earlier_retired");

    /// <summary>Addition: those dead of an earlier period (前期工伤死亡人数).</summary>
    public Fact<int> EarlierWorkDeaths { get; init => field = value.Named("earlier_work_deaths"); } = Fact.Unproven<int>("earlier_work_deaths");

    /// <summary>Addition: the period; unproven: the latest that had ended by the day of the decision (报告期).</summary>
    public Fact<YearMonth> Period { get; init => field = value.Named("period"); } = Fact.Unproven<YearMonth>("period");

    /// <summary>Reads the facts by name (读取).</summary>
    /// <exception cref="FactException">A record has no id, one that another has, or a fact nobody knows.</exception>
    public static NewEmploymentFacts Read(FactSet given) => new()
    {
        Records = given.Records(RecordsName) is { } records ? Distinct([.. records.Select(ReadOne)]) : null,
        Retired = given.Count("retired"),
        WorkDeaths = given.Count("work_deaths"),
        EarlierRetired = given.Count("earlier_retired"),
        EarlierWorkDeaths = given.Count("earlier_work_deaths"),
        Period = given.Month("period"),
    };

    /// <inheritdoc/>
    public IEnumerable<NamedValue> Recorded() =>
    [
        new(RecordsName, Records is null ? default : PolicyValue.Of([.. Records.Select(record => PolicyValue.Of([.. record.Recorded()]))])),
        Retired.Recorded, WorkDeaths.Recorded, EarlierRetired.Recorded, EarlierWorkDeaths.Recorded, Period.Recorded,
    ];

    private static EmploymentRecord ReadOne(FactSet given)
    {
        var record = EmploymentRecord.Read(given);
        given.DemandAllRead(NewUrbanEmployment.Name);
        return record is { Id: { IsProven: true, Value.Length: > 0 } } ? record : throw new FactException(RecordsName, "每条就业记录应有编号（id）。");
    }

    private static EmploymentRecord[] Distinct(EmploymentRecord[] records)
    {
        var ids = new HashSet<string>(records.Length, StringComparer.Ordinal);
        return Array.TrueForAll(records, record => ids.Add(record.Id.Value))
            ? records
            : throw new FactException(RecordsName, "就业记录的编号（id）不得重复。");
    }
}

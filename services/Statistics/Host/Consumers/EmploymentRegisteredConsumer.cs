using Npgsql;
using NpgsqlTypes;
using Wenye.Contracts.Events.Registration.V1;
using Wenye.Statistics.Data;
using static Wenye.Statistics.Consumers.FactColumns;

namespace Wenye.Statistics.Consumers;

/// <summary>Counts registered employments (就业登记人次汇总), in the period in which they were registered.</summary>
public sealed class EmploymentRegisteredConsumer(StatisticsDbContext database)
    : FactConsumer<EmploymentRegistered>(database, "employment-count", "registered_employment", Figures.OfPeriod("employments_registered"))
{
    /// <inheritdoc/>
    protected override NpgsqlParameter[] Columns(IReadOnlyCollection<EmploymentRegistered> events) =>
    [
        Column("employment_id", NpgsqlDbType.Uuid, events.Select(e => e.EmploymentId)),
        Column("person_id", NpgsqlDbType.Uuid, events.Select(e => e.PersonId)),
        Column("division", NpgsqlDbType.Text, events.Select(e => e.Division)),
        Column("urban", NpgsqlDbType.Boolean, events.Select(e => e.Urban)),
        Column("type", NpgsqlDbType.Text, events.Select(e => e.Type)),
        Column("manner", NpgsqlDbType.Text, events.Select(e => e.Manner)),
        Column("employed_on", NpgsqlDbType.Date, events.Select(e => e.EmployedOn)),
        Column("basis", NpgsqlDbType.Text, events.Select(e => e.Basis)),
        Column("registered_on", NpgsqlDbType.Date, events.Select(e => e.RegisteredOn)),
        Column("employer_code", NpgsqlDbType.Text, events.Select(e => e.EmployerCode)),
        Column("sector", NpgsqlDbType.Text, events.Select(e => e.Sector)),
        Column("industry", NpgsqlDbType.Text, events.Select(e => e.Industry)),
        Column("was_registered_unemployed", NpgsqlDbType.Boolean, events.Select(e => e.WasRegisteredUnemployed)),
        Column("was_in_hardship", NpgsqlDbType.Boolean, events.Select(e => e.WasInHardship)),
        Column("sex", NpgsqlDbType.Text, events.Select(e => e.Sex)),
        Column("birth_year", NpgsqlDbType.Integer, events.Select(e => e.BirthYear)),
        Periods(events.Select(e => (e.Division, e.RegisteredOn))),
    ];

    /// <inheritdoc/>
    protected override IEnumerable<Guid> People(IReadOnlyCollection<EmploymentRegistered> events) => events.Select(e => e.PersonId);
}

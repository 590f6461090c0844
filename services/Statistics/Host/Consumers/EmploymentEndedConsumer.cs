using Npgsql;
using NpgsqlTypes;
using Wenye.Contracts.Events.Registration.V1;
using Wenye.Statistics.Data;
using static Wenye.Statistics.Consumers.FactColumns;

namespace Wenye.Statistics.Consumers;

/// <summary>Counts the ends of employments (终止就业登记人次汇总), in the period in which they were registered.</summary>
public sealed class EmploymentEndedConsumer(StatisticsDbContext database)
    : FactConsumer<EmploymentEnded>(database, "employment-end-count", "ended_employment", Figures.OfPeriod("employments_ended"))
{
    /// <inheritdoc/>
    protected override NpgsqlParameter[] Columns(IReadOnlyCollection<EmploymentEnded> events) =>
    [
        Column("employment_id", NpgsqlDbType.Uuid, events.Select(e => e.EmploymentId)),
        Column("person_id", NpgsqlDbType.Uuid, events.Select(e => e.PersonId)),
        Column("division", NpgsqlDbType.Text, events.Select(e => e.Division)),
        Column("manner", NpgsqlDbType.Text, events.Select(e => e.Manner)),
        Column("ended_on", NpgsqlDbType.Date, events.Select(e => e.EndedOn)),
        Column("registered_on", NpgsqlDbType.Date, events.Select(e => e.RegisteredOn)),
        Column("reason_code", NpgsqlDbType.Text, events.Select(e => e.ReasonCode)),
        Periods(events.Select(e => (e.Division, e.RegisteredOn))),
    ];

    /// <inheritdoc/>
    protected override IEnumerable<Guid> People(IReadOnlyCollection<EmploymentEnded> events) => events.Select(e => e.PersonId);
}

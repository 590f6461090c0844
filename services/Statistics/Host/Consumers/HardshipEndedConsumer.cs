using Npgsql;
using NpgsqlTypes;
using Wenye.Contracts.Events.Registration.V1;
using Wenye.Statistics.Data;
using static Wenye.Statistics.Consumers.FactColumns;

namespace Wenye.Statistics.Consumers;

/// <summary>Counts recognitions of employment hardship that ended before their day (就业困难人员退出人数汇总).</summary>
public sealed class HardshipEndedConsumer(StatisticsDbContext database)
    : FactConsumer<HardshipEnded>(database, "hardship-end-count", "ended_hardship", Figures.OfPeriod("hardship_ended"))
{
    /// <inheritdoc/>
    protected override NpgsqlParameter[] Columns(IReadOnlyCollection<HardshipEnded> events) =>
    [
        Column("recognition_id", NpgsqlDbType.Uuid, events.Select(e => e.RecognitionId)),
        Column("person_id", NpgsqlDbType.Uuid, events.Select(e => e.PersonId)),
        Column("category", NpgsqlDbType.Text, events.Select(e => e.Category)),
        Column("city_category", NpgsqlDbType.Text, events.Select(e => e.CityCategory)),
        Column("division", NpgsqlDbType.Text, events.Select(e => e.Division)),
        Column("ended_on", NpgsqlDbType.Date, events.Select(e => e.EndedOn)),
        Periods(events.Select(e => (e.Division, e.EndedOn))),
    ];
}

using Npgsql;
using NpgsqlTypes;
using Wenye.Contracts.Events.Registration.V1;
using Wenye.Statistics.Data;
using static Wenye.Statistics.Consumers.FactColumns;

namespace Wenye.Statistics.Consumers;

/// <summary>Counts recognitions of employment hardship (就业困难人员认定人数汇总).</summary>
public sealed class HardshipRecognisedConsumer(StatisticsDbContext database)
    : FactConsumer<HardshipRecognised>(database, "hardship-count", "recognised_hardship", Figures.OfPeriod("hardship_recognised"))
{
    /// <inheritdoc/>
    protected override NpgsqlParameter[] Columns(IReadOnlyCollection<HardshipRecognised> events) =>
    [
        Column("recognition_id", NpgsqlDbType.Uuid, events.Select(e => e.RecognitionId)),
        Column("person_id", NpgsqlDbType.Uuid, events.Select(e => e.PersonId)),
        Column("category", NpgsqlDbType.Text, events.Select(e => e.Category)),
        Column("city_category", NpgsqlDbType.Text, events.Select(e => e.CityCategory)),
        Column("division", NpgsqlDbType.Text, events.Select(e => e.Division)),
        Column("recognised_on", NpgsqlDbType.Date, events.Select(e => e.RecognisedOn)),
        Column("expires_on", NpgsqlDbType.Date, events.Select(e => e.ExpiresOn)),
        Column("family_id", NpgsqlDbType.Uuid, events.Select(e => e.FamilyId)),
        Periods(events.Select(e => (e.Division, e.RecognisedOn))),
    ];
}

using MassTransit;
using NpgsqlTypes;
using Wenye.Contracts.Events.Registration.V1;
using Wenye.Persistence;
using Wenye.Statistics.Data;
using static Wenye.Statistics.Consumers.FactColumns;

namespace Wenye.Statistics.Consumers;

/// <summary>Counts recognitions of employment hardship (就业困难人员认定人数汇总).</summary>
public sealed class HardshipRecognisedConsumer(StatisticsDbContext database) : IConsumer<Batch<HardshipRecognised>>
{
    /// <summary>Counts the messages of the batch that are new.</summary>
    public Task Consume(ConsumeContext<Batch<HardshipRecognised>> context) =>
        context.TakeOnceAsync(database, "hardship-count", CountAsync);

    private Task CountAsync(IReadOnlyCollection<HardshipRecognised> events, CancellationToken cancellation) => FactCounting.CountAsync(
        database,
        "recognised_hardship",
        "hardship_recognised",
        [
            Column("recognition_id", NpgsqlDbType.Uuid, events.Select(e => e.RecognitionId)),
            Column("person_id", NpgsqlDbType.Uuid, events.Select(e => e.PersonId)),
            Column("category", NpgsqlDbType.Text, events.Select(e => e.Category)),
            Column("city_category", NpgsqlDbType.Text, events.Select(e => e.CityCategory)),
            Column("division", NpgsqlDbType.Text, events.Select(e => e.Division)),
            Column("recognised_on", NpgsqlDbType.Date, events.Select(e => e.RecognisedOn)),
            Column("expires_on", NpgsqlDbType.Date, events.Select(e => e.ExpiresOn)),
            Periods(events.Select(e => (e.Division, e.RecognisedOn))),
        ],
        cancellation);
}

using MassTransit;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;
using Wenye.Contracts.Events.Registration.V1;
using Wenye.Persistence;
using Wenye.WelfarePosts.Data;

namespace Wenye.WelfarePosts.Consumers;

/// <summary>Keeps when employments ended (终止就业登记); the end may come before the beginning.</summary>
public sealed class EmploymentEndedConsumer(WelfarePostsDbContext database) : IConsumer<Batch<EmploymentEnded>>
{
    private const string Keep =
        """
        INSERT INTO person_employment (employment_id, person_key, manner, ended_on)
        SELECT DISTINCT ON (id) id, person, manner, day FROM unnest(@ids, @people, @manners, @days) AS told(id, person, manner, day) ORDER BY id
        ON CONFLICT (employment_id) DO UPDATE SET ended_on = excluded.ended_on
        """;

    /// <summary>Keeps the messages of the batch that are new.</summary>
    public Task Consume(ConsumeContext<Batch<EmploymentEnded>> context) => context.TakeOnceAsync(database, "employment-end", KeepAsync);

    private Task KeepAsync(IReadOnlyCollection<EmploymentEnded> events, CancellationToken cancellation) => database.Database.ExecuteSqlRawAsync(
        Keep,
        [
            new NpgsqlParameter("ids", NpgsqlDbType.Array | NpgsqlDbType.Uuid) { Value = events.Select(one => one.EmploymentId).ToArray() },
            new NpgsqlParameter("people", NpgsqlDbType.Array | NpgsqlDbType.Uuid) { Value = events.Select(one => one.PersonId).ToArray() },
            new NpgsqlParameter("manners", NpgsqlDbType.Array | NpgsqlDbType.Text) { Value = events.Select(one => one.Manner).ToArray() },
            new NpgsqlParameter("days", NpgsqlDbType.Array | NpgsqlDbType.Date) { Value = events.Select(one => one.EndedOn).ToArray() },
        ],
        cancellation);
}

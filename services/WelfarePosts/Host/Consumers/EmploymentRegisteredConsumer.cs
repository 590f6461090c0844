using MassTransit;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;
using Wenye.Contracts.Events.Registration.V1;
using Wenye.Persistence;
using Wenye.WelfarePosts.Data;

namespace Wenye.WelfarePosts.Consumers;

/// <summary>Keeps which employments people have (就业登记), also of people who come to a post later: their key is known then.</summary>
public sealed class EmploymentRegisteredConsumer(WelfarePostsDbContext database) : IConsumer<Batch<EmploymentRegistered>>
{
    // Written in one order: two batches with the same employments wait for each other and never block.
    private const string Keep =
        """
        INSERT INTO person_employment (employment_id, person_key, manner, employed_on)
        SELECT DISTINCT ON (id) id, person, manner, day FROM unnest(@ids, @people, @manners, @days) AS told(id, person, manner, day) ORDER BY id
        ON CONFLICT (employment_id) DO UPDATE SET employed_on = excluded.employed_on
        """;

    /// <summary>Keeps the messages of the batch that are new.</summary>
    public Task Consume(ConsumeContext<Batch<EmploymentRegistered>> context) => context.TakeOnceAsync(database, "employment", KeepAsync);

    private Task KeepAsync(IReadOnlyCollection<EmploymentRegistered> events, CancellationToken cancellation) => database.Database.ExecuteSqlRawAsync(
        Keep,
        [
            new NpgsqlParameter("ids", NpgsqlDbType.Array | NpgsqlDbType.Uuid) { Value = events.Select(one => one.EmploymentId).ToArray() },
            new NpgsqlParameter("people", NpgsqlDbType.Array | NpgsqlDbType.Uuid) { Value = events.Select(one => one.PersonId).ToArray() },
            new NpgsqlParameter("manners", NpgsqlDbType.Array | NpgsqlDbType.Text) { Value = events.Select(one => one.Manner).ToArray() },
            new NpgsqlParameter("days", NpgsqlDbType.Array | NpgsqlDbType.Date) { Value = events.Select(one => one.EmployedOn).ToArray() },
        ],
        cancellation);
}

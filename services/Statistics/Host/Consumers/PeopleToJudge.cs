using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;
using Wenye.Statistics.Data;

namespace Wenye.Statistics.Consumers;

/// <summary>Asks for people's employments to be judged again (提请认定), in the transaction that writes what is new of them.</summary>
internal static class PeopleToJudge
{
    // The row is written also where it is there already: who asks holds it until the facts are committed, so that nobody takes the
    // person up before and misses them. In one order, so that two who ask never wait for each other in a circle; last in the
    // transaction, because the figures before it are raised in one order too.
    private const string Sql = """
        INSERT INTO person_to_judge AS waiting (person_id, asked) SELECT DISTINCT person, 1 FROM unnest(@people) AS person ORDER BY person
        ON CONFLICT (person_id) DO UPDATE SET asked = waiting.asked + 1
        """;

    /// <summary>Asks for them; last in a transaction.</summary>
    public static Task AskToJudgeAsync(this StatisticsDbContext database, IReadOnlyCollection<Guid> people, CancellationToken cancellation) => people.Count == 0
        ? Task.CompletedTask
        : database.Database.ExecuteSqlRawAsync(Sql, [new NpgsqlParameter("people", NpgsqlDbType.Array | NpgsqlDbType.Uuid) { Value = people.ToArray() }], cancellation);
}

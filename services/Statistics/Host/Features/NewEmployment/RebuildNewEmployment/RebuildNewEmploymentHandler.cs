using Npgsql;
using NpgsqlTypes;
using Wenye.Contracts.Statistics.V1;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Wenye.Statistics.Data.NewEmployment;
using Wenye.Statistics.Features.NewEmployment.Judging;

namespace Wenye.Statistics.Features.NewEmployment.RebuildNewEmployment;

/// <summary>Judges everything again beside the figures, compares, and puts what differs right (重算核对), in one transaction.</summary>
/// <remarks>No batch is judged meanwhile. Whoever waits to be judged is left out of the comparison: what arrived of them is in no figure yet.</remarks>
internal sealed class RebuildNewEmploymentHandler(NpgsqlDataSource database, NewEmploymentTables tables, PersonJudge judge)
{
    private const int People = 5000;

    private const string Prepare = """
        SELECT pg_advisory_xact_lock(hashtextextended('new_employment', 0));
        CREATE TEMP TABLE verdict_beside (LIKE employment_verdict) ON COMMIT DROP
        """;

    private const string NextPeople = """
        SELECT DISTINCT person_id FROM registered_employment WHERE person_id > $1 ORDER BY person_id LIMIT $2
        """;

    private const string Compare = """
        CREATE TEMP TABLE differing ON COMMIT DROP AS
        SELECT coalesce(now.person_id, beside.person_id) AS person_id, employment_id
        FROM employment_verdict AS now FULL JOIN verdict_beside AS beside USING (employment_id)
        WHERE (now.person_id, now.division, now.period, now.outcome, now.ground) IS DISTINCT FROM (beside.person_id, beside.division, beside.period, beside.outcome, beside.ground)
          AND NOT EXISTS (SELECT FROM person_to_judge AS waiting WHERE waiting.person_id = coalesce(now.person_id, beside.person_id));
        CREATE TEMP TABLE differing_figure ON COMMIT DROP AS
        SELECT division, period, outcome, ground
        FROM (SELECT division, period, outcome, ground, count(*) AS records FROM employment_verdict GROUP BY 1, 2, 3, 4) AS sum
        FULL JOIN (SELECT * FROM new_employment_count WHERE records <> 0) AS figure USING (division, period, outcome, ground)
        WHERE sum.records IS DISTINCT FROM figure.records
        """;

    private const string Swap = """
        DELETE FROM employment_verdict WHERE employment_id IN (SELECT employment_id FROM differing);
        INSERT INTO employment_verdict SELECT beside.* FROM verdict_beside AS beside JOIN differing USING (employment_id);
        DELETE FROM new_employment_count;
        INSERT INTO new_employment_count (division, period, outcome, ground, records)
        SELECT division, period, outcome, ground, count(*) FROM employment_verdict GROUP BY 1, 2, 3, 4
        """;

    public async Task<RebuildNewEmploymentResponse> HandleAsync(Caller caller, CancellationToken cancellation)
    {
        // It concerns the figures of everybody.
        caller.DemandDivision(Division.Nation.Code);
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await RunAsync(connection, Prepare, cancellation);
        var records = 0L;
        for (var people = await PeopleAsync(connection, Guid.Empty, cancellation); people.Count > 0; people = await PeopleAsync(connection, people[^1], cancellation))
        {
            records += await JudgeAsync(connection, people, cancellation);
        }

        await RunAsync(connection, Compare, cancellation);
        var answer = new RebuildNewEmploymentResponse
        {
            Records = records,
            DifferingRecords = await CountAsync(connection, "differing", cancellation),
            DifferingFigures = await CountAsync(connection, "differing_figure", cancellation),
            WaitingPeople = await CountAsync(connection, "person_to_judge", cancellation),
        };
        if (answer.DifferingRecords > 0 || answer.DifferingFigures > 0)
        {
            await RunAsync(connection, Swap, cancellation);
        }

        await transaction.CommitAsync(cancellation);
        return answer;
    }

    private async Task<int> JudgeAsync(NpgsqlConnection connection, List<Guid> people, CancellationToken cancellation)
    {
        var histories = await Histories.ReadAsync(connection, people, cancellation);
        var verdicts = people.SelectMany(person => judge.Judge(person, histories[person])).ToList();
        await using var insert = new NpgsqlCommand(
            $"INSERT INTO verdict_beside ({tables.Verdicts.ColumnList}) SELECT {tables.Verdicts.ColumnList} FROM {tables.Verdicts.Rows("r")}", connection);
        insert.Parameters.AddRange(tables.Verdicts.Parameters(verdicts));
        return await insert.ExecuteNonQueryAsync(cancellation);
    }

    private static async Task<List<Guid>> PeopleAsync(NpgsqlConnection connection, Guid after, CancellationToken cancellation)
    {
        await using var next = new NpgsqlCommand(NextPeople, connection);
        next.Parameters.Add(new() { Value = after, NpgsqlDbType = NpgsqlDbType.Uuid });
        next.Parameters.Add(new() { Value = People });
        await using var rows = await next.ExecuteReaderAsync(cancellation);
        var people = new List<Guid>(People);
        while (await rows.ReadAsync(cancellation))
        {
            people.Add(rows.GetGuid(0));
        }

        return people;
    }

    private static async Task<long> CountAsync(NpgsqlConnection connection, string table, CancellationToken cancellation)
    {
        await using var count = new NpgsqlCommand($"SELECT count(*) FROM {table}", connection);
        return (long)(await count.ExecuteScalarAsync(cancellation))!;
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancellation);
    }
}

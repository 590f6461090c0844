using Npgsql;
using NpgsqlTypes;
using Wenye.Persistence;
using Wenye.ServiceDefaults;
using Wenye.Statistics.Data.NewEmployment;

namespace Wenye.Statistics.Features.NewEmployment.Judging;

/// <summary>Takes people of whom more has become known and judges their employments again (分批认定), in one transaction.</summary>
/// <remarks>
/// A verdict follows from all that is kept of the person, so it does not matter in what order or how often that arrived. The figures
/// move by what the verdicts changed. A person is taken by one batch at a time: whoever asks for one holds the row.
/// </remarks>
internal sealed class JudgeBatch(NewEmploymentTables tables, PersonJudge judge, DoubtQueue queue, AuditTrail audit)
{
    /// <summary>People of a batch, at most.</summary>
    public const int Size = 1000;

    /// <summary>Held by every batch, and alone by a rebuild.</summary>
    public const string SharedLock = "SELECT pg_advisory_xact_lock_shared(hashtextextended('new_employment', 0))";

    private const string Take = ServiceDatabase.Untraced + """

        DELETE FROM person_to_judge WHERE person_id IN (
            SELECT person_id FROM person_to_judge ORDER BY person_id LIMIT 1000 FOR UPDATE SKIP LOCKED)
        RETURNING person_id
        """;

    private const string Forget = "DELETE FROM employment_verdict WHERE person_id = ANY($1) RETURNING division, period, outcome, ground";

    /// <summary>Judges a batch and tells how many people it took.</summary>
    public async Task<int> RunAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await using (var hold = new NpgsqlCommand(ServiceDatabase.Untraced + "\n" + SharedLock, connection))
        {
            await hold.ExecuteNonQueryAsync(cancellation);
        }

        var people = await TakeAsync(connection, cancellation);
        if (people.Count > 0)
        {
            var histories = await Histories.ReadAsync(connection, people, cancellation);
            var doubts = new List<FoundDoubt>();
            var verdicts = people.SelectMany(person => judge.Judge(person, histories[person], doubts)).ToList();
            var changes = await ForgetAsync(connection, people, cancellation);
            foreach (var verdict in verdicts)
            {
                Move(changes, (verdict.Division, verdict.Period, verdict.Outcome, verdict.Ground), 1);
            }

            await tables.Verdicts.CopyAsync(connection, verdicts, cancellation);
            await RaiseAsync(connection, changes, cancellation);
            await queue.KeepAsync(connection, people, doubts, cancellation);
            AuditedCall.Working(nameof(JudgeBatch));
            await audit.WriteAsync(connection, cancellation);
        }

        await transaction.CommitAsync(cancellation);
        return people.Count;
    }

    private static async Task<List<Guid>> TakeAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var take = new NpgsqlCommand(Take, connection);
        await using var rows = await take.ExecuteReaderAsync(cancellation);
        var people = new List<Guid>();
        while (await rows.ReadAsync(cancellation))
        {
            people.Add(rows.GetGuid(0));
        }

        return people;
    }

    private static async Task<Dictionary<(string Division, string Period, string Outcome, string Ground), long>> ForgetAsync(
        NpgsqlConnection connection, List<Guid> people, CancellationToken cancellation)
    {
        await using var forget = new NpgsqlCommand(Forget, connection);
        forget.Parameters.Add(new() { Value = people.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid });
        await using var rows = await forget.ExecuteReaderAsync(cancellation);
        var changes = new Dictionary<(string Division, string Period, string Outcome, string Ground), long>();
        while (await rows.ReadAsync(cancellation))
        {
            Move(changes, (rows.GetString(0), rows.GetString(1), rows.GetString(2), rows.GetString(3)), -1);
        }

        return changes;
    }

    private static void Move(Dictionary<(string, string, string, string), long> changes, (string, string, string, string) figure, long by) =>
        changes[figure] = changes.GetValueOrDefault(figure) + by;

    // In one order, so that two batches never wait for each other in a circle.
    private async Task RaiseAsync(
        NpgsqlConnection connection, Dictionary<(string Division, string Period, string Outcome, string Ground), long> changes, CancellationToken cancellation)
    {
        var rows = changes.Where(change => change.Value != 0)
            .Select(change => new NewEmploymentTally
            {
                Division = change.Key.Division, Period = change.Key.Period, Outcome = change.Key.Outcome, Ground = change.Key.Ground, Records = change.Value,
            }).ToList();
        if (rows.Count == 0)
        {
            return;
        }

        await using var raise = new NpgsqlCommand(
            $"""
            INSERT INTO {tables.Tallies.Name} AS figure ({tables.Tallies.ColumnList}) SELECT {tables.Tallies.ColumnList} FROM {tables.Tallies.Rows("r")}
            ORDER BY division, period, outcome, ground
            ON CONFLICT (division, period, outcome, ground) DO UPDATE SET records = figure.records + excluded.records
            """,
            connection);
        raise.Parameters.AddRange(tables.Tallies.Parameters(rows));
        await raise.ExecuteNonQueryAsync(cancellation);
    }
}

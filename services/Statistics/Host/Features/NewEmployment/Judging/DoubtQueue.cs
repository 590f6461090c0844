using System.Text;
using Npgsql;
using NpgsqlTypes;
using Wenye.Persistence;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Wenye.Statistics.Data.NewEmployment;
using Wenye.Statistics.Data.Verification;
using Wenye.Statistics.Domain.NewEmployment;

namespace Wenye.Statistics.Features.NewEmployment.Judging;

/// <summary>Puts records found doubtful into the queue (存疑入队), and takes those out whose doubt went away, in the transaction that judges them.</summary>
internal sealed class DoubtQueue(NewEmploymentTables tables, TimeProvider time)
{
    private const string Kept = """
        SELECT employment_id, person_id, division, period, state, kinds, clause, opened_on, decision, steps
        FROM record_doubt WHERE person_id = ANY($1) ORDER BY employment_id FOR UPDATE
        """;

    /// <summary>Keeps what was found of people: all of it, so that what is not found any more has gone.</summary>
    public async Task KeepAsync(NpgsqlConnection connection, IReadOnlyCollection<Guid> people, IReadOnlyCollection<FoundDoubt> found, CancellationToken cancellation)
    {
        var kept = await ReadAsync(connection, people, cancellation);
        var changed = found.Select(one => Opened(one, kept.GetValueOrDefault(one.EmploymentId))).OfType<DoubtfulRecord>().ToList();
        var doubtful = found.Select(one => one.EmploymentId).ToHashSet();
        changed.AddRange(kept.Values.Where(one => one.State == DoubtfulRecord.Open && !doubtful.Contains(one.EmploymentId)).Select(Lapsed));
        if (changed.Count == 0)
        {
            return;
        }

        changed.Sort((one, other) => one.EmploymentId.CompareTo(other.EmploymentId));
        await tables.Doubts.ReplaceAsync(connection, changed, ["employment_id"], cancellation);
        var by = new HandledBy("", "", time.GetUtcNow());
        await tables.DoubtSteps.CopyAsync(connection, [.. changed.Select(one => StepOf(one).By(one.Steps, by))], cancellation);
    }

    /// <summary>The step that leaves a record as it is.</summary>
    public static DoubtStep StepOf(DoubtfulRecord record) => new() { EmploymentId = record.EmploymentId, State = record.State, Kinds = record.Kinds };

    // Null: it is in the queue already, for the same reasons.
    private DoubtfulRecord? Opened(FoundDoubt one, DoubtfulRecord? kept)
    {
        var kinds = DoubtTerms.Write(one.Doubt.Kinds);
        var isOpen = kept?.State == DoubtfulRecord.Open;
        return isOpen && kept!.Kinds == kinds ? null : new()
        {
            EmploymentId = one.EmploymentId,
            PersonId = one.PersonId,
            Division = one.Division,
            Period = one.Period,
            State = DoubtfulRecord.Open,
            Kinds = kinds,
            Clause = one.Doubt.Decision.RefusedBy[0].Citation,
            OpenedOn = isOpen ? kept!.OpenedOn : ChinaTime.Today(time),
            Decision = Encoding.UTF8.GetString(DecisionJson.Write(one.Doubt.Decision)),
            Steps = (kept?.Steps ?? 0) + 1,
        };
    }

    private static DoubtfulRecord Lapsed(DoubtfulRecord kept)
    {
        (kept.State, kept.Steps) = (DoubtfulRecord.Lapsed, kept.Steps + 1);
        return kept;
    }

    private static async Task<Dictionary<Guid, DoubtfulRecord>> ReadAsync(NpgsqlConnection connection, IReadOnlyCollection<Guid> people, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(Kept, connection);
        command.Parameters.Add(new() { Value = people.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid });
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        var kept = new Dictionary<Guid, DoubtfulRecord>();
        while (await rows.ReadAsync(cancellation))
        {
            kept.Add(rows.GetGuid(0), new()
            {
                EmploymentId = rows.GetGuid(0),
                PersonId = rows.GetGuid(1),
                Division = rows.GetString(2),
                Period = rows.GetString(3),
                State = rows.GetString(4),
                Kinds = rows.GetString(5),
                Clause = rows.GetString(6),
                OpenedOn = rows.GetFieldValue<DateOnly>(7),
                Decision = rows.GetString(8),
                Steps = rows.GetInt32(9),
            });
        }

        return kept;
    }
}

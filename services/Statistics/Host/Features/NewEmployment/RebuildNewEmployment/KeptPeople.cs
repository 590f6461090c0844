using Npgsql;
using Wenye.Statistics.Data.NewEmployment;
using Wenye.Statistics.Domain.NewEmployment;
using Wenye.Statistics.Features.NewEmployment.Judging;

namespace Wenye.Statistics.Features.NewEmployment.RebuildNewEmployment;

/// <summary>A verdict as it stands (现有认定).</summary>
/// <param name="Verdict">The verdict.</param>
/// <param name="Written">The transaction that wrote it: another one when the person was judged again since.</param>
internal sealed record StandingVerdict(EmploymentVerdict Verdict, uint Written);

/// <summary>A person with all that is kept of them and what was found (人员及现有认定).</summary>
/// <param name="Person">Registration's key.</param>
/// <param name="History">From which they are judged.</param>
/// <param name="Standing">The verdicts as they stand.</param>
/// <param name="IsWaiting">More has become known since these were made.</param>
internal sealed record KeptPerson(Guid Person, PersonHistory History, IReadOnlyList<StandingVerdict> Standing, bool IsWaiting);

/// <summary>Everybody with employments or verdicts, in order of their keys, all as of one moment (同一时点的全部人员).</summary>
internal sealed class KeptPeople
{
    private const int Chunk = 5000;

    // The tables are read whole and sorted: what the first rows cost does not matter.
    private const string Settings = "SET LOCAL cursor_tuple_fraction = 1; SET LOCAL work_mem = '32MB'; SET LOCAL jit = off";

    private readonly HistoryRows histories;
    private readonly PersonRows<StandingVerdict> verdicts;
    private readonly PersonRows<Guid> waiting;

    private KeptPeople(HistoryRows histories, PersonRows<StandingVerdict> verdicts, PersonRows<Guid> waiting) =>
        (this.histories, this.verdicts, this.waiting) = (histories, verdicts, waiting);

    /// <summary>Begins to read.</summary>
    /// <param name="connection">In a REPEATABLE READ transaction.</param>
    /// <param name="cancellation">Ends it.</param>
    public static async Task<KeptPeople> OpenAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var settings = new NpgsqlCommand(Settings, connection);
        await settings.ExecuteNonQueryAsync(cancellation);
        return new(
            await Histories.ReadAllAsync(connection, cancellation),
            await PersonRows<StandingVerdict>.OpenAsync(
                connection, "verdicts", "SELECT person_id, employment_id, division, period, outcome, ground, xmin FROM employment_verdict ORDER BY person_id", Standing, cancellation),
            await PersonRows<Guid>.OpenAsync(connection, "waiting", "SELECT person_id FROM person_to_judge ORDER BY person_id", row => row.GetGuid(0), cancellation));
    }

    /// <summary>The next few thousand; none: that was everybody.</summary>
    public async Task<List<KeptPerson>> ReadAsync(CancellationToken cancellation)
    {
        var people = new List<KeptPerson>(Chunk);
        while (people.Count < Chunk && Next is { } person)
        {
            people.Add(new(
                person,
                await histories.TakeAsync(person, cancellation),
                await verdicts.TakeAsync(person, cancellation),
                (await waiting.TakeAsync(person, cancellation)).Count > 0));
        }

        return people;
    }

    private Guid? Next => (histories.Person, verdicts.Person) switch
    {
        ({ } one, { } other) => one.CompareTo(other) <= 0 ? one : other,
        var (one, other) => one ?? other,
    };

    private static StandingVerdict Standing(NpgsqlDataReader row) => new(
        new()
        {
            PersonId = row.GetGuid(0), EmploymentId = row.GetGuid(1), Division = row.GetString(2), Period = row.GetString(3), Outcome = row.GetString(4), Ground = row.GetString(5),
        },
        row.GetFieldValue<uint>(6));
}

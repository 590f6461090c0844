using Npgsql;
using NpgsqlTypes;
using Wenye.Policy;
using Wenye.Statistics.Domain.NewEmployment;

namespace Wenye.Statistics.Features.NewEmployment.Judging;

/// <summary>Reads all that is kept of people (人员经历), many at once.</summary>
internal static class Histories
{
    private static readonly Dictionary<Guid, RecordMarks> Unmarked = [];

    private static readonly Known<KnownEmployment> Employments = new(
        """
        SELECT e.person_id, e.employment_id, e.division,
               CASE WHEN w.place IS NULL THEN e.urban ELSE COALESCE(
                   (SELECT p.class < '2' FROM place_class AS p WHERE p.place = w.place AND p.valid_from <= e.employed_on ORDER BY p.valid_from DESC LIMIT 1), e.urban) END,
               e.manner, e.type, e.employed_on, e.registered_on, e.employer_code,
               e.was_registered_unemployed, e.birth_year, x.ended_on, x.registered_on
        FROM registered_employment AS e LEFT JOIN ended_employment AS x USING (employment_id) LEFT JOIN record_place AS w USING (employment_id)
        """,
        "e.person_id",
        Employment);

    private static readonly Known<KnownRegistration> Registrations = new(
        "SELECT r.person_id, r.registered_on, c.cancelled_on FROM registered_person AS r LEFT JOIN cancelled_registration AS c USING (registration_id)",
        "r.person_id",
        row => new(Day(row, 1), DayOrNull(row, 2)));

    private static readonly Known<KnownSpell> Spells = new("SELECT person_id, kind, begins, ends, employer_code FROM person_spell", "person_id", Spell);

    private static readonly Known<(Guid Id, RecordMarks Mark)> Marks = new(
        """
        SELECT e.person_id, m.employment_id, m.doubtful, m.handling_error, m.rural_post_or_workshop, m.transfer_or_renewal, m.covered
        FROM record_mark AS m JOIN registered_employment AS e USING (employment_id)
        """,
        "e.person_id",
        row => (row.GetGuid(1), new(Truth(row, 2), Truth(row, 3), Truth(row, 4), Truth(row, 5), Covered(row, 6))));

    /// <summary>The histories of people, by person; one of whom nothing is kept has an empty one.</summary>
    public static async Task<IReadOnlyDictionary<Guid, PersonHistory>> ReadAsync(NpgsqlConnection connection, IReadOnlyCollection<Guid> people, CancellationToken cancellation)
    {
        var employments = await ReadAsync(connection, Employments, people, cancellation);
        var registrations = await ReadAsync(connection, Registrations, people, cancellation);
        var spells = await ReadAsync(connection, Spells, people, cancellation);
        var marks = await ReadAsync(connection, Marks, people, cancellation);
        return people.Distinct().ToDictionary(person => person, person => Of([.. employments[person]], [.. registrations[person]], [.. spells[person]], [.. marks[person]]));
    }

    /// <summary>The histories of everybody who has employments, in order of their keys, as the transaction sees them.</summary>
    public static async Task<HistoryRows> ReadAllAsync(NpgsqlConnection connection, CancellationToken cancellation) => new(
        await PersonRows<KnownEmployment>.OpenAsync(connection, "employments", Employments.InOrder, Employments.Read, cancellation),
        await PersonRows<KnownRegistration>.OpenAsync(connection, "registrations", Registrations.InOrder, Registrations.Read, cancellation),
        await PersonRows<KnownSpell>.OpenAsync(connection, "spells", Spells.InOrder, Spells.Read, cancellation),
        await PersonRows<(Guid Id, RecordMarks Mark)>.OpenAsync(connection, "marks", Marks.InOrder, Marks.Read, cancellation));

    /// <summary>A person's history of its rows.</summary>
    public static PersonHistory Of(
        List<KnownEmployment> employments, List<KnownRegistration> registrations, List<KnownSpell> spells, List<(Guid Id, RecordMarks Mark)> marks) =>
        new(employments, registrations, spells, marks.Count == 0 ? Unmarked : marks.ToDictionary(one => one.Id, one => one.Mark));

    private static async Task<ILookup<Guid, T>> ReadAsync<T>(NpgsqlConnection connection, Known<T> known, IReadOnlyCollection<Guid> people, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(known.OfPeople, connection);
        command.Parameters.Add(new() { Value = people.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid });
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        var found = new List<(Guid Person, T Fact)>();
        while (await rows.ReadAsync(cancellation))
        {
            found.Add((rows.GetGuid(0), known.Read(rows)));
        }

        return found.ToLookup(one => one.Person, one => one.Fact);
    }

    private static KnownEmployment Employment(NpgsqlDataReader row) => new(
        row.GetGuid(1), row.GetString(2), row.GetBoolean(3),
        Term<EmploymentForm>.TryParse(row.GetString(4), out var form) ? form : null,
        row.GetString(5) == "re_employment",
        Day(row, 6), Day(row, 7), row.GetString(8), row.GetBoolean(9), row.GetInt32(10), DayOrNull(row, 11), DayOrNull(row, 12));

    private static KnownSpell Spell(NpgsqlDataReader row) => new(
        Term<SpellKind>.TryParse(row.GetString(1), out var kind) ? kind : throw new InvalidDataException("A spell is of no known kind."),
        Day(row, 2), DayOrNull(row, 3), row.GetString(4));

    private static IReadOnlyList<DoubtKind>? Covered(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : DoubtTerms.Read(row.GetString(column));

    private static DateOnly Day(NpgsqlDataReader row, int column) => row.GetFieldValue<DateOnly>(column);

    private static DateOnly? DayOrNull(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : Day(row, column);

    private static bool? Truth(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetBoolean(column);

    /// <summary>One kind of what is known of people.</summary>
    /// <param name="Select">The person's key first.</param>
    /// <param name="Person">The column of that key.</param>
    /// <param name="Read">Reads a row.</param>
    private sealed record Known<T>(string Select, string Person, Func<NpgsqlDataReader, T> Read)
    {
        public string OfPeople { get; } = $"{Select} WHERE {Person} = ANY($1)";

        public string InOrder { get; } = $"{Select} ORDER BY {Person}";
    }
}

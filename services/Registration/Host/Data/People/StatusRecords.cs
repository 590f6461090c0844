using Npgsql;
using Wenye.Persistence;

namespace Wenye.Registration.Data;

/// <summary>What the registers of the whole province say of a person (就业失业状态), in one look.</summary>
/// <remarks>Nothing is held: what follows may have changed when it is acted upon.</remarks>
internal sealed class StatusRecords
{
    /// <summary>Holds of whom nothing stands in a register (无记录条件): no application under way, nothing that counts for eligibility, one document.</summary>
    /// <remarks>Over <c>asked(applicant, other, number)</c> with the person of the applicant's document, if any, beside it.</remarks>
    public const string NothingOnRecord =
        $"person.pension_since IS NULL AND NOT {HasApplied} AND NOT {NumberIsTaken} AND NOT {IsRegistered} AND NOT {IsEmployed} AND NOT ({IsJoined})";

    // Planned once, perhaps before there is a row. OFFSET 0: an index is asked for each person; without it PostgreSQL may read a
    // whole table into a hash instead. Not ended: cancelled_on IS NULL would let it take any index of live registrations.
    private const string HasApplied = "EXISTS (SELECT FROM application WHERE applicant IN (asked.applicant, asked.other) AND state IN (1, 2) OFFSET 0)";
    private const string NumberIsTaken = "EXISTS (SELECT FROM application WHERE number = asked.number OFFSET 0)";
    private const string IsRegistered = "EXISTS (SELECT FROM registration WHERE person_id = person.id AND NOT ended OFFSET 0)";
    private const string IsEmployed = "EXISTS (SELECT FROM employment WHERE person_id = person.id AND ended_on IS NULL OFFSET 0)";
    private const string IsJoined =
        """
        EXISTS (SELECT FROM person_document WHERE document = asked.applicant OFFSET 0)
            OR EXISTS (SELECT FROM person_document WHERE person_id = person.id OFFSET 0)
            OR EXISTS (SELECT FROM person AS alone WHERE alone.identity = asked.other OFFSET 0)
        """;

    private const string Look = $"""
        SELECT {HasApplied}, {NumberIsTaken}, {IsRegistered}, {IsEmployed}, person.pension_since, {IsJoined}
        FROM unnest($1, $2, $3) WITH ORDINALITY AS asked(applicant, other, number, place) LEFT JOIN person ON person.identity = asked.applicant
        ORDER BY asked.place
        """;

    private readonly NpgsqlDataSource database;
    private readonly NpgsqlDataSource batches;
    private readonly CallBatcher<Asked, PersonStatus> looks;

    public StatusRecords(NpgsqlDataSource database, [FromKeyedServices(ServiceDatabase.Batches)] NpgsqlDataSource batches)
    {
        this.database = database;
        this.batches = batches;
        looks = new("look up statuses", OfAllAsync, new CallBatcherOptions());
    }

    /// <summary>Looks once; calls that ask at the same moment look together.</summary>
    /// <exception cref="OperationCanceledException">The call ended meanwhile.</exception>
    public Task<PersonStatus> OfAsync(Asked asked, CancellationToken cancellation) => looks.RunAsync(asked, cancellation);

    /// <summary>Whom to look for, as parameters (核查参数): an array each of applicants, other documents and numbers.</summary>
    public static NpgsqlParameter[] Parameters(IReadOnlyList<Asked> asked) =>
    [
        new NpgsqlParameter<byte[][]> { TypedValue = [.. asked.Select(one => one.Applicant)] },
        new NpgsqlParameter<byte[]?[]> { TypedValue = [.. asked.Select(one => one.Other)] },
        new NpgsqlParameter<string?[]> { TypedValue = [.. asked.Select(one => one.Number)] },
    ];

    /// <summary>The same for many at once, in their order.</summary>
    public async Task<IReadOnlyList<PersonStatus>> OfAllAsync(IReadOnlyList<Asked> asked)
    {
        await using var look = batches.CreateCommand(Look);
        look.Parameters.AddRange(Parameters(asked));
        var statuses = new List<PersonStatus>(asked.Count);
        var joined = new List<int>();
        await using (var row = await look.ExecuteReaderAsync())
        {
            while (await row.ReadAsync())
            {
                if (row.GetBoolean(5))
                {
                    joined.Add(statuses.Count);
                }

                var pension = await row.IsDBNullAsync(4) ? (DateOnly?)null : row.GetFieldValue<DateOnly>(4);
                statuses.Add(new(
                    row.GetBoolean(0), row.GetBoolean(1), row.GetBoolean(2), new(row.GetBoolean(3), pension <= asked[statuses.Count].Today)));
            }
        }

        // Few people have several documents: they are looked at once more, with all that they have.
        foreach (var i in joined)
        {
            statuses[i] = await JoinedDocuments.LookAsync(database, asked[i], statuses[i].NumberIsTaken);
        }

        return statuses;
    }
}

/// <summary>Whom to look for (核查对象).</summary>
/// <param name="Applicant">See <see cref="IdentityKey"/>.</param>
/// <param name="Other">The document that the form names besides, see <see cref="IdentityKey.OfOther"/>; null where there is none.</param>
/// <param name="Number">The application's number ADC201; null for one made here.</param>
/// <param name="Today">A pension that begins later does not count yet.</param>
internal sealed record Asked(byte[] Applicant, byte[]? Other, string? Number, DateOnly Today);

/// <summary>What the registers say (状态核查).</summary>
/// <param name="HasApplied">An application of the person is not decided yet.</param>
/// <param name="NumberIsTaken">An application of that number was taken before.</param>
/// <param name="IsRegistered">The person has a live registration somewhere in the province.</param>
/// <param name="Standing">What decides on eligibility.</param>
/// <param name="Person">Who it is, where several documents lead to one person; else the document tells.</param>
internal sealed record PersonStatus(bool HasApplied, bool NumberIsTaken, bool IsRegistered, PersonStanding Standing, Guid? Person = null);

/// <summary>What our own registers prove of a person (本系统记录).</summary>
/// <param name="IsEmployed">Has an employment that has not ended (处于就业状态).</param>
/// <param name="DrawsPension">Draws a basic old-age pension (享受基本养老保险待遇).</param>
internal sealed record PersonStanding(bool IsEmployed, bool DrawsPension)
{
    /// <summary>Nothing is recorded: what the office says stands (无记录).</summary>
    public static PersonStanding Unknown { get; } = new(IsEmployed: false, DrawsPension: false);
}

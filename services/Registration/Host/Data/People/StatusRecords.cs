using Npgsql;

namespace Wenye.Registration.Data;

/// <summary>What the registers of the whole province say of a person (就业失业状态), in one look.</summary>
internal sealed class StatusRecords(NpgsqlDataSource database)
{
    private const string Look = """
        SELECT EXISTS (SELECT FROM application WHERE applicant = $1 AND state IN (1, 2)),
               EXISTS (SELECT FROM application WHERE number = $2),
               EXISTS (SELECT FROM registration WHERE person_id = person.id AND cancelled_on IS NULL),
               EXISTS (SELECT FROM employment WHERE person_id = person.id AND ended_on IS NULL),
               coalesce(person.pension_since <= $3, false)
        FROM (SELECT) AS one LEFT JOIN person ON person.identity = $1
        """;

    /// <summary>Looks once, without holding anything (不加锁): what follows may have changed when it is acted upon.</summary>
    /// <param name="applicant">See <see cref="IdentityKey"/>.</param>
    /// <param name="number">The application's number ADC201; null for one made here.</param>
    /// <param name="today">A pension that begins later does not count yet.</param>
    /// <param name="cancellation">The call's.</param>
    public async Task<PersonStatus> OfAsync(byte[] applicant, string? number, DateOnly today, CancellationToken cancellation)
    {
        await using var look = database.CreateCommand(Look);
        look.Parameters.Add(new NpgsqlParameter<byte[]> { TypedValue = applicant });
        look.Parameters.Add(new NpgsqlParameter<string?> { TypedValue = number });
        look.Parameters.Add(new NpgsqlParameter<DateOnly> { TypedValue = today });
        await using var row = await look.ExecuteReaderAsync(cancellation);
        await row.ReadAsync(cancellation);
        return new(row.GetBoolean(0), row.GetBoolean(1), row.GetBoolean(2), new(row.GetBoolean(3), row.GetBoolean(4)));
    }
}

/// <summary>What the registers say (状态核查).</summary>
/// <param name="HasApplied">An application of the person is not decided yet.</param>
/// <param name="NumberIsTaken">An application of that number was taken before.</param>
/// <param name="IsRegistered">The person has a live registration somewhere in the province.</param>
/// <param name="Standing">What decides on eligibility.</param>
internal sealed record PersonStatus(bool HasApplied, bool NumberIsTaken, bool IsRegistered, PersonStanding Standing);

/// <summary>What our own registers prove of a person (本系统记录).</summary>
/// <param name="IsEmployed">Has an employment that has not ended (处于就业状态).</param>
/// <param name="DrawsPension">Draws a basic old-age pension (享受基本养老保险待遇).</param>
internal sealed record PersonStanding(bool IsEmployed, bool DrawsPension)
{
    /// <summary>Nothing is recorded: what the office says stands (无记录).</summary>
    public static PersonStanding Unknown { get; } = new(IsEmployed: false, DrawsPension: false);
}

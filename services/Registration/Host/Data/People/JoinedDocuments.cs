using Npgsql;
using NpgsqlTypes;

namespace Wenye.Registration.Data;

/// <summary>What the registers say of someone with several documents (多证件人员核查).</summary>
/// <remarks>
/// A document leads to the person whose identity it is and to those it was joined to by a form. Whoever was known by that document
/// alone, before a form joined it to another, is the same person under a second key, until they have a document of their own.
/// </remarks>
internal static class JoinedDocuments
{
    private const string Look = """
        WITH named AS (
            SELECT id FROM person WHERE identity = $1
            UNION SELECT person_id FROM person_document WHERE document = $1),
        same AS (
            SELECT id FROM named
            UNION SELECT id FROM person
                WHERE identity IN (SELECT $2 UNION ALL SELECT document FROM person_document WHERE person_id IN (SELECT id FROM named))
                  AND NOT EXISTS (SELECT FROM person_document AS own WHERE own.person_id = person.id)),
        documents AS (
            SELECT $1 AS document UNION SELECT $2
            UNION SELECT identity FROM person WHERE id IN (SELECT id FROM same)
            UNION SELECT document FROM person_document WHERE person_id IN (SELECT id FROM same))
        SELECT EXISTS (SELECT FROM application WHERE applicant IN (SELECT document FROM documents) AND state IN (1, 2)),
               EXISTS (SELECT FROM registration WHERE person_id IN (SELECT id FROM same) AND cancelled_on IS NULL),
               EXISTS (SELECT FROM employment WHERE person_id IN (SELECT id FROM same) AND ended_on IS NULL),
               (SELECT min(pension_since) FROM person WHERE id IN (SELECT id FROM same)),
               (SELECT id FROM same ORDER BY id LIMIT 1)
        """;

    /// <summary>Looks with every document that leads to the person.</summary>
    public static async Task<PersonStatus> LookAsync(NpgsqlDataSource database, Asked asked, bool numberIsTaken)
    {
        await using var look = database.CreateCommand(Look);
        look.Parameters.Add(new NpgsqlParameter { Value = asked.Applicant });
        look.Parameters.Add(new NpgsqlParameter { Value = (object?)asked.Other ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Bytea });
        await using var row = await look.ExecuteReaderAsync();
        await row.ReadAsync();
        var pension = await row.IsDBNullAsync(3) ? (DateOnly?)null : row.GetFieldValue<DateOnly>(3);
        var person = await row.IsDBNullAsync(4) ? (Guid?)null : row.GetGuid(4);
        return new(row.GetBoolean(0), numberIsTaken, row.GetBoolean(1), new(row.GetBoolean(2), pension <= asked.Today), person);
    }
}

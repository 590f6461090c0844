using Npgsql;
using NpgsqlTypes;
using Wenye.Contracts.Registration.V1;
using Wenye.Registration.Data;
using Wenye.ServiceDefaults;

namespace Wenye.Registration.Features.Status.LookUpStatuses;

/// <summary>What the registers say of many people (人员状态), in one statement and so of one moment.</summary>
internal sealed class RegisteredStatuses(NpgsqlDataSource database)
{
    // Who a document leads to, and whoever is the same person under a key that was joined to it later: as JoinedDocuments has it.
    private const string Look = """
        SELECT who.id, registered.since, hardship.categories, work.manners, work.days, work.employers, served.times, pension.since
        FROM unnest($1) WITH ORDINALITY AS asked(document, place)
        LEFT JOIN LATERAL (
            SELECT array_agg(id ORDER BY rank, id) AS ids, (array_agg(id ORDER BY rank, id))[1] AS id FROM (
                SELECT person_id AS id, 0 AS rank FROM person_document WHERE document = asked.document
                UNION ALL SELECT id, 1 FROM person WHERE identity = asked.document) AS led) AS who ON true
        LEFT JOIN LATERAL (
            SELECT who.ids || array(
                SELECT alone.id FROM person_document AS joined JOIN person AS alone ON alone.identity = joined.document
                WHERE joined.person_id = ANY(who.ids)
                  AND NOT EXISTS (SELECT FROM person_document AS own WHERE own.person_id = alone.id)) AS ids) AS same ON true
        LEFT JOIN LATERAL (
            SELECT min(registered_on) AS since FROM registration WHERE person_id = ANY(same.ids) AND cancelled_on IS NULL) AS registered ON true
        LEFT JOIN LATERAL (
            SELECT array_agg(DISTINCT category ORDER BY category) AS categories FROM recognition
            WHERE person_id = ANY(same.ids) AND state = $2 AND recognised_on <= $3 AND expires_on >= $3) AS hardship ON true
        LEFT JOIN LATERAL (
            SELECT array_agg(manner ORDER BY employed_on, id) AS manners, array_agg(employed_on ORDER BY employed_on, id) AS days,
                   array_agg(coalesce(employer_code, '') ORDER BY employed_on, id) AS employers
            FROM employment WHERE person_id = ANY(same.ids) AND ended_on IS NULL) AS work ON true
        LEFT JOIN LATERAL (
            SELECT count(*)::int AS times FROM registration JOIN service_record ON service_record.registration_id = registration.id
            WHERE person_id = ANY(same.ids) AND kind = ANY($4) AND outcome = $5
              AND provided_on <= $3 AND provided_on > ($3 - interval '1 year')::date) AS served ON true
        LEFT JOIN LATERAL (SELECT min(pension_since) AS since FROM person WHERE id = ANY(same.ids)) AS pension ON true
        ORDER BY asked.place
        """;

    // 36号 第八条  职业技能培训或职业介绍服务
    private static readonly int[] CountedServices = [(int)ServiceKind.TrainingOffer, (int)ServiceKind.JobOffer];

    /// <summary>One status for each document, in their order.</summary>
    /// <param name="documents">See <see cref="IdentityKey"/>.</param>
    /// <param name="today">The day on which a recognition must hold, and the last of the year in which services count.</param>
    /// <param name="cancellation">The call's.</param>
    public async Task<IReadOnlyList<RegisteredStatus>> OfAllAsync(byte[][] documents, DateOnly today, CancellationToken cancellation)
    {
        await using var look = database.CreateCommand(Look);
        look.Parameters.Add(new NpgsqlParameter<byte[][]> { TypedValue = documents });
        look.Parameters.Add(new NpgsqlParameter<int> { TypedValue = (int)RecognitionState.Recognised });
        look.Parameters.Add(new NpgsqlParameter<DateOnly> { TypedValue = today, NpgsqlDbType = NpgsqlDbType.Date });
        look.Parameters.Add(new NpgsqlParameter<int[]> { TypedValue = CountedServices });
        look.Parameters.Add(new NpgsqlParameter<int> { TypedValue = (int)ServiceOutcome.Accepted });
        var statuses = new List<RegisteredStatus>(documents.Length);
        await using var row = await look.ExecuteReaderAsync(cancellation);
        while (await row.ReadAsync(cancellation))
        {
            statuses.Add(Status(row));
        }

        return statuses;
    }

    private static RegisteredStatus Status(NpgsqlDataReader row)
    {
        var status = new RegisteredStatus();
        if (row.IsDBNull(0))
        {
            return status;
        }

        status.PersonId = row.GetGuid(0).ToString();
        status.UnemployedSince = row.IsDBNull(1) ? null : row.GetFieldValue<DateOnly>(1).ToContract();
        status.ServicesWithinYear = row.GetInt32(6);
        status.PensionSince = row.IsDBNull(7) ? null : row.GetFieldValue<DateOnly>(7).ToContract();
        if (!row.IsDBNull(2))
        {
            status.HardshipCategories.AddRange(row.GetFieldValue<int[]>(2).Select(category => Name((HardshipCategory)category)));
        }

        if (!row.IsDBNull(3))
        {
            var (manners, days, employers) = (row.GetFieldValue<int[]>(3), row.GetFieldValue<DateOnly[]>(4), row.GetFieldValue<string[]>(5));
            status.Employments.AddRange(manners.Select((manner, i) =>
                new EmploymentStatus { Manner = (EmploymentManner)manner, EmployedOn = days[i].ToContract(), EmployerCode = employers[i] }));
        }

        return status;
    }

    // The name in the contract, which callers in any language compare by.
    private static string Name(HardshipCategory category) =>
        HardshipServiceReflection.Descriptor.FindTypeByName<Google.Protobuf.Reflection.EnumDescriptor>(nameof(HardshipCategory))
            .FindValueByNumber((int)category).Name;
}

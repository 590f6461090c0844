using Npgsql;
using Wenye.Contracts.Registration.V1;
using Wenye.Persistence;
using Wenye.Registration.Data;

namespace Wenye.Registration.Features.Register.CountOverdueServices;

/// <summary>Counts what is overdue by office (各机构逾期情况), each figure from one index.</summary>
internal sealed class OfficeBacklogs(NpgsqlDataSource database)
{
    // All of it stands in ix_registration_due: the rows themselves are not read.
    private const string Services = """
        SELECT division, office_id, count(*), count(*) FILTER (WHERE next_service_due < $3),
               count(*) FILTER (WHERE first_contact_due < $3), count(*) FILTER (WHERE follow_up_due < $3),
               count(*) FILTER (WHERE policy_due < $3), count(*) FILTER (WHERE guidance_due < $3),
               count(*) FILTER (WHERE job_offer_due < $3), count(*) FILTER (WHERE training_offer_due < $3)
        FROM registration WHERE cancelled_on IS NULL AND division >= $1 AND division < $2 GROUP BY division, office_id
        """;

    private const string Reviews = """
        SELECT division, office_id, count(*) FROM application
        WHERE state IN (1, 2) AND division >= $1 AND division < $2 AND review_due < $3 GROUP BY division, office_id
        """;

    private const string Notices = """
        SELECT division, office_id, count(*) FROM registration
        WHERE notice_required AND notified_on IS NULL AND division >= $1 AND division < $2 GROUP BY division, office_id
        """;

    private static readonly ServiceKind[] Kinds =
    [
        ServiceKind.FirstContact, ServiceKind.MonthlyFollowUp, ServiceKind.Policy,
        ServiceKind.Guidance, ServiceKind.JobOffer, ServiceKind.TrainingOffer,
    ];

    /// <summary>Every office of a place that has registrations, pending reviews or notices, those with most overdue first.</summary>
    public async Task<IReadOnlyList<OfficeBacklog>> CountAsync(DivisionRange place, DateOnly today, CancellationToken cancellation)
    {
        var offices = new Dictionary<(string Division, string OfficeId), OfficeBacklog>();
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await ReadAsync(Services, row =>
        {
            var office = OfficeOf(row);
            (office.Live, office.WithOverdue) = (row.GetInt64(2), row.GetInt64(3));
            office.Overdue.AddRange(Kinds.Select((kind, i) => new OverdueByKind { Kind = kind, People = row.GetInt64(4 + i) }).Where(one => one.People > 0));
        });
        await ReadAsync(Reviews, row => OfficeOf(row).ReviewsOverdue = row.GetInt64(2));
        await ReadAsync(Notices, row => OfficeOf(row).NoticesOutstanding = row.GetInt64(2));
        return [.. offices.Values.OrderByDescending(office => office.WithOverdue)
            .ThenBy(office => office.Division, StringComparer.Ordinal).ThenBy(office => office.OfficeId, StringComparer.Ordinal)];

        async Task ReadAsync(string sql, Action<NpgsqlDataReader> read)
        {
            await using var command = new NpgsqlCommand(sql, connection)
            {
                Parameters = { new() { Value = place.From }, new() { Value = place.To } },
            };
            if (sql != Notices)
            {
                command.Parameters.Add(new() { Value = today });
            }

            await using var row = await command.ExecuteReaderAsync(cancellation);
            while (await row.ReadAsync(cancellation))
            {
                read(row);
            }
        }

        OfficeBacklog OfficeOf(NpgsqlDataReader row)
        {
            var key = (row.GetString(0), row.IsDBNull(1) ? "" : row.GetGuid(1).ToString());
            return offices.TryGetValue(key, out var known) ? known : offices[key] = new() { Division = key.Item1, OfficeId = key.Item2 };
        }
    }
}

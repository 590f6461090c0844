using Microsoft.EntityFrameworkCore;
using Npgsql;
using Wenye.Contracts.Registration.V1;
using Wenye.Persistence;
using Wenye.Registration.Data;

namespace Wenye.Registration.Features.Register.ListOverdueServices;

/// <summary>Reads registrations with something overdue (逾期登记人员), the longest overdue first.</summary>
/// <remarks>
/// A range of divisions cannot be read in order of the day. So the index ix_registration_due is asked for each division that occurs,
/// a page of each, and the pages are merged; the index holds every due day, so that a filter by kind or office reads no row at all.
/// The rows are loaded by id: FromSql knows no columns of complex properties that have names of their own.
/// </remarks>
internal static class OverdueRegistrations
{
    private const string Page = """
        WITH RECURSIVE place AS (
            (SELECT division FROM registration WHERE cancelled_on IS NULL AND division >= {0} AND division < {1} ORDER BY division LIMIT 1)
            UNION ALL
            SELECT next.division FROM place, LATERAL (
                SELECT division FROM registration
                WHERE cancelled_on IS NULL AND division > place.division AND division < {1} ORDER BY division LIMIT 1) AS next)
        SELECT due.id AS "Value" FROM place, LATERAL (
            SELECT r.id, r.next_service_due FROM registration AS r
            WHERE r.division = place.division AND r.cancelled_on IS NULL AND r.next_service_due < {2}
              AND (r.next_service_due, r.id) >= ({3}, {4})
              AND ({5} IS NULL OR r.office_id = {5})
              AND #kind < {2}
            ORDER BY r.next_service_due, r.id LIMIT {6}) AS due
        ORDER BY due.next_service_due, due.id LIMIT {6}
        """;

    /// <summary>A page, without steps, from a registration on: that one included, as part of what is due to it may be on the page before.</summary>
    /// <param name="database">The context.</param>
    /// <param name="place">Which divisions.</param>
    /// <param name="kind">Only those with this kind overdue; unspecified: any.</param>
    /// <param name="today">Overdue is what was due before.</param>
    /// <param name="from">Day and id of the first registration.</param>
    /// <param name="office">Only those in charge of it; null: all.</param>
    /// <param name="count">At most so many.</param>
    /// <param name="cancellation">The call's.</param>
    public static async Task<List<UnemploymentRegistration>> OverdueAsync(
        this RegistrationDbContext database, DivisionRange place, ServiceKind kind, DateOnly today,
        (DateOnly Due, Guid Id) from, Guid? office, int count, CancellationToken cancellation)
    {
        var ids = await database.Database.SqlQueryRaw<Guid>(
                Page.Replace("#kind", $"r.{Column(kind)}", StringComparison.Ordinal),
                place.From, place.To, today, from.Due, from.Id, new NpgsqlParameter<Guid?> { TypedValue = office }, count)
            .ToListAsync(cancellation);
        var rows = await database.Registrations.AsNoTracking().Where(registration => ids.Contains(registration.Id))
            .ToDictionaryAsync(registration => registration.Id, cancellation);
        return [.. ids.Where(rows.ContainsKey).Select(id => rows[id])];
    }

    private static string Column(ServiceKind kind) => kind switch
    {
        ServiceKind.Unspecified => "next_service_due",
        ServiceKind.FirstContact => "first_contact_due",
        ServiceKind.MonthlyFollowUp => "follow_up_due",
        ServiceKind.Policy => "policy_due",
        ServiceKind.Guidance => "guidance_due",
        ServiceKind.JobOffer => "job_offer_due",
        ServiceKind.TrainingOffer => "training_offer_due",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "The request was not validated."),
    };
}

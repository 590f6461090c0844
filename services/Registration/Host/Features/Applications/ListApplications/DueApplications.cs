using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Registration.V1;
using Wenye.Persistence;
using Wenye.Registration.Data;

namespace Wenye.Registration.Features.Applications.ListApplications;

/// <summary>Reads applications in the order in which their review is due (按办结期限查询).</summary>
/// <remarks>
/// A range of divisions cannot be read in order of the day. So the index ix_application_due is asked for each division and state
/// that occurs, a page of each, and the pages are merged: at most some hundred short index scans, for a county one to four. Only
/// the rows of the one page are then read: the index holds all that decides which they are.
/// </remarks>
internal static class DueApplications
{
    /// <summary>Where an application without a day stands: after all others. The same constant as in the index.</summary>
    public static readonly DateOnly Never = new(9999, 1, 1);

    private const string Page = """
        WITH RECURSIVE pile AS (
            (SELECT division, state FROM application WHERE division >= {0} AND division < {1} ORDER BY division, state LIMIT 1)
            UNION ALL
            SELECT next.division, next.state FROM pile, LATERAL (
                SELECT division, state FROM application
                WHERE (division, state) > (pile.division, pile.state) AND division < {1} ORDER BY division, state LIMIT 1) AS next)
        SELECT a.*, a.xmin FROM (
            SELECT due.* FROM pile, LATERAL (
                SELECT a.id, coalesce(a.review_due, '9999-01-01'::date) AS day FROM application AS a
                WHERE a.division = pile.division AND a.state = pile.state
                  AND (coalesce(a.review_due, '9999-01-01'::date), a.id) > ({3}, {4})
                  AND coalesce(a.review_due, '9999-01-01'::date) < {5}
                  AND ({6} IS NULL OR a.office_id = {6})
                ORDER BY coalesce(a.review_due, '9999-01-01'::date), a.id LIMIT {7}) AS due
            WHERE {2} IN (0, pile.state)
            ORDER BY due.day, due.id LIMIT {7}) AS page
        JOIN application AS a ON a.id = page.id
        ORDER BY page.day, page.id
        """;

    /// <summary>A page, without steps.</summary>
    /// <param name="applications">The table.</param>
    /// <param name="place">Which divisions.</param>
    /// <param name="state">Unspecified: every state.</param>
    /// <param name="after">Day and id of the last row given.</param>
    /// <param name="before">Only those due before; null: all, those without a day last.</param>
    /// <param name="office">Only those taken in there; null: all.</param>
    /// <param name="count">At most so many.</param>
    /// <param name="cancellation">The call's.</param>
    public static Task<List<StoredApplication>> PageAsync(
        this DbSet<StoredApplication> applications, DivisionRange place, ApplicationState state, (DateOnly Due, Guid Id) after,
        DateOnly? before, Guid? office, int count, CancellationToken cancellation) =>
        applications.FromSqlRaw(
                Page, place.From, place.To, (int)state, after.Due, after.Id, before ?? Never.AddDays(1),
                new Npgsql.NpgsqlParameter<Guid?> { TypedValue = office }, count)
            .AsNoTracking().ToListAsync(cancellation);
}

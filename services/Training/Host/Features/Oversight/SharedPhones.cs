using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Training.V1;
using Wenye.Training.Data;

namespace Wenye.Training.Features.Oversight;

/// <summary>One phone for many people (多人共用手机号码).</summary>
internal sealed class SharedPhones(TrainingDbContext database)
{
    private const int MostShown = 100;

    public async Task<IReadOnlyList<FoundSignal>> FindAsync(SignalSearch search, CancellationToken cancellation)
    {
        // The latest enrolment with each phone that so many share, one of them in a class of the area.
        var withdrawn = (int)EnrolmentState.Withdrawn;
        var found = await database.Database.SqlQuery<SharedPhone>(
            $"""
            SELECT latest, people, classes, shown FROM (
                SELECT count(DISTINCT e.trainee_id)::int AS people, count(DISTINCT e.class_id)::int AS classes,
                    (array_agg(e.id ORDER BY e.id DESC))[1] AS latest, (array_agg(e.id ORDER BY e.id DESC))[1:{MostShown}] AS shown
                FROM enrolment e
                WHERE e.state <> {withdrawn} AND e.phone_hash IN (
                    SELECT o.phone_hash FROM enrolment o JOIN training_class c ON c.id = o.class_id
                    WHERE o.state <> {withdrawn} AND c.division >= {search.Area.From} AND c.division < {search.Area.To})
                GROUP BY e.phone_hash HAVING count(DISTINCT e.trainee_id) >= {search.People}) phone
            WHERE latest < {search.Before.Record} ORDER BY latest DESC LIMIT {search.Most}
            """).ToListAsync(cancellation);
        return [.. found.Select(phone => new FoundSignal(phone.Latest, Guid.Empty, Reason(phone.People, phone.Classes), phone.Shown))];
    }

    private static string Reason(int people, int classes) => string.Create(
        CultureInfo.InvariantCulture, $"{people} 人在 {classes} 个班级报名时填写同一手机号码");

    private sealed record SharedPhone(Guid Latest, int People, int Classes, Guid[] Shown);
}

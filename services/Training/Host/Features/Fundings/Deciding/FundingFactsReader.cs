using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Payments.V1;
using Wenye.Contracts.Training.V1;
using Wenye.Payments.Data;
using Wenye.Policy;
using Wenye.Training.Data;
using Wenye.Training.Features.Courses;
using Course = Wenye.Training.Data.Course;
using Funding = Wenye.Training.Data.Funding;
using TrainingClass = Wenye.Training.Data.TrainingClass;

namespace Wenye.Training.Features.Fundings.Deciding;

/// <summary>Reads what the platform holds on fundings (查询事实): classes, standards, filing, how far their payables are.</summary>
internal sealed class FundingFactsReader(TrainingDbContext database, TimeProvider time)
{
    /// <summary>Of one funding.</summary>
    public async Task<FundingFacts> ReadAsync(Funding funding, CancellationToken cancellation) => (await ReadAsync([funding], cancellation))[funding.Id];

    /// <summary>Of several at once, by funding.</summary>
    public async Task<IReadOnlyDictionary<Guid, FundingFacts>> ReadAsync(IReadOnlyList<Funding> fundings, CancellationToken cancellation)
    {
        var today = ChinaTime.Today(time);
        var ids = fundings.SelectMany(one => one.Classes).Select(one => one.ClassId).ToArray();
        var classes = await database.Classes.AsNoTracking().Where(one => ids.Contains(one.Id)).ToDictionaryAsync(one => one.Id, cancellation);
        var holders = fundings.Select(one => one.InstitutionId).OfType<Guid>().ToArray();
        var filed = await database.Institutions.Where(one => holders.Contains(one.Id) && one.State == InstitutionState.Filed).Select(one => one.Id).ToListAsync(cancellation);
        var courses = await CoursesAsync(fundings, classes.Values, cancellation);
        var payables = await PayablesAsync(fundings, today, cancellation);
        return fundings.ToDictionary(one => one.Id, one =>
        {
            var own = one.Classes.Select(held => classes[held.ClassId]).OrderBy(held => held.Id).ToList();
            var city = CityOf(one.Division);
            return new FundingFacts
            {
                Classes = own,
                Standards = own
                    .Select(held => (held.Id, Course: InForce(courses, city, held.Occupation, held.Level, held.StartedOn ?? today)))
                    .Where(row => row.Course?.StandardFen > 0).ToDictionary(row => row.Id, row => row.Course!.StandardFen!.Value),
                CostlyOrUrgent = one.Apprentices.Select(line => (line.Occupation, line.Level)).Distinct()
                    .Select(key => (Key: key, InForce(courses, city, key.Occupation, key.Level, today)?.CostlyOrUrgent))
                    .Where(row => row.CostlyOrUrgent is not null).ToDictionary(row => row.Key, row => row.CostlyOrUrgent!.Value),
                Paid = one.Payments.Where(payment => payables.ContainsKey(payment.PayableId)).ToDictionary(payment => payment.Stage, payment => payables[payment.PayableId]),
                Filed = one.InstitutionId is { } holder && filed.Contains(holder),
                Today = today,
            };
        });
    }

    /// <summary>The city whose standards and pool are meant (所属市).</summary>
    public static string CityOf(string division) => Catalogue.CityOf(Division.Parse(division));

    private async Task<ILookup<(string, string, int), Course>> CoursesAsync(
        IReadOnlyList<Funding> fundings, IEnumerable<TrainingClass> classes, CancellationToken cancellation)
    {
        var cities = fundings.Select(one => CityOf(one.Division)).Distinct().ToArray();
        var occupations = classes.Select(one => one.Occupation).Concat(fundings.SelectMany(one => one.Apprentices).Select(line => line.Occupation)).Distinct().ToArray();
        var rows = await database.Courses.AsNoTracking().Where(one => cities.Contains(one.City) && occupations.Contains(one.Occupation)).ToListAsync(cancellation);
        return rows.ToLookup(one => (one.City, one.Occupation, one.Level));
    }

    // A later row ends an earlier one; past its own last day nothing is known.
    private static Course? InForce(ILookup<(string, string, int), Course> courses, string city, string occupation, int level, DateOnly day) =>
        courses[(city, occupation, level)].Where(one => one.From <= day).MaxBy(one => one.From) is { } latest && (latest.Until is null || latest.Until >= day)
            ? latest
            : null;

    private async Task<Dictionary<Guid, PaidStage>> PayablesAsync(IReadOnlyList<Funding> fundings, DateOnly today, CancellationToken cancellation)
    {
        var ids = fundings.SelectMany(one => one.Payments).Select(one => one.PayableId).ToArray();
        var rows = await (
            from payable in database.Set<StoredPayable>()
            where ids.Contains(payable.Id)
            join publicity in database.Set<StoredPublicity>() on payable.PublicityId equals publicity.Id into lists
            from list in lists.DefaultIfEmpty()
            select new { payable.Id, payable.State, payable.PaidFen, payable.RecoveredFen, To = (DateOnly?)list.To }).ToListAsync(cancellation);
        return rows.ToDictionary(
            row => row.Id,
            row => new PaidStage(
                row.State, row.PaidFen, row.RecoveredFen,
                row.To < today && row.State is not (PayableState.Decided or PayableState.Objected or PayableState.Dropped) ? row.To : null));
    }
}

using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Training.V1;
using Wenye.Training.Data;

namespace Wenye.Training.Features.Oversight;

/// <summary>A class whose pass rate is far from that of all others of the same occupation and level (合格率偏离), above or below.</summary>
/// <remarks>Compared with the whole province: a city has few classes of most occupations. Classes count once every trainee has a result.</remarks>
internal sealed class PassRates(TrainingDbContext database)
{
    public async Task<IReadOnlyList<FoundSignal>> FindAsync(SignalSearch search, CancellationToken cancellation)
    {
        var (low, high, before, points, results) = (search.Area.From, search.Area.To, search.Before.Record, (long)search.Points, search.Results);
        var examined = database.Classes.Where(one => one.State == ClassState.Examined || one.State == ClassState.Accepted || one.State == ClassState.NotAccepted);
        var alike = examined.GroupBy(one => new { one.Occupation, one.Level })
            .Select(group => new { group.Key.Occupation, group.Key.Level, Passed = group.Sum(one => (long)one.Passed), Trainees = group.Sum(one => (long)one.Trainees) });
        var found = await (
            from one in examined
            join all in alike on new { one.Occupation, one.Level } equals new { all.Occupation, all.Level }
            let others = all.Trainees - one.Trainees
            let passed = all.Passed - one.Passed
            where one.Id < before && one.Trainees >= results && others >= results
                && string.Compare(one.Division, low) >= 0 && string.Compare(one.Division, high) < 0
                && Math.Abs((one.Passed * others) - (passed * one.Trainees)) * 100 >= points * one.Trainees * others
            orderby one.Id descending
            select new { one.Id, one.Passed, one.Trainees, OthersPassed = passed, Others = others }).Take(search.Most).ToListAsync(cancellation);
        return [.. found.Select(row => new FoundSignal(row.Id, Guid.Empty, Reason(row.Passed, row.Trainees, row.OthersPassed, row.Others), []))];
    }

    private static string Reason(long passed, long trainees, long othersPassed, long others) => string.Create(
        CultureInfo.InvariantCulture,
        $"本班合格率 {Percent(passed, trainees)}%（{passed}/{trainees}），同职业（工种）同等级其他班级合格率 {Percent(othersPassed, others)}%（{othersPassed}/{others}）");

    private static string Percent(long part, long whole) =>
        Math.Round(part * 100m / whole, 1, MidpointRounding.AwayFromZero).ToString("0.#", CultureInfo.InvariantCulture);
}

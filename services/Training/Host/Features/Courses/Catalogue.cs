using Microsoft.EntityFrameworkCore;
using Wenye.Policy;
using Wenye.Training.Data;

namespace Wenye.Training.Features.Courses;

/// <summary>What the catalogues of cities say on a day (职业（工种）目录查询): the one way to ask which course holds.</summary>
/// <remarks>A later row ends an earlier one; past its own last day nothing is known. What a city has not stated no other place states for it.</remarks>
internal sealed class Catalogue(TrainingDbContext database)
{
    /// <summary>Whose catalogue holds at a place (目录所属地): of a county its city's, of the province's own projects the province's.</summary>
    public static string CityOf(Division place) => place.Level == DivisionLevel.District ? place.Parent.Code : place.Code;

    /// <summary>The course in force (有效课程); null: the city's catalogue has none of this occupation and level on that day.</summary>
    /// <param name="place">County, city or province.</param>
    /// <param name="occupation">职业（工种）编码.</param>
    /// <param name="level">5 to 1.</param>
    /// <param name="day">The day that decides.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task<Course?> InForceAsync(Division place, string occupation, int level, DateOnly day, CancellationToken cancellation) =>
        (await InForceAsync(place, [occupation], day, cancellation)).GetValueOrDefault((occupation, level));

    /// <summary>The courses of several occupations in force (批量查询), by occupation and level.</summary>
    public async Task<IReadOnlyDictionary<(string Occupation, int Level), Course>> InForceAsync(
        Division place, IReadOnlyCollection<string> occupations, DateOnly day, CancellationToken cancellation)
    {
        var courses = await OfAsOf(CityOf(place), day).Where(course => occupations.Contains(course.Occupation)).ToListAsync(cancellation);
        return courses.ToDictionary(course => (course.Occupation, course.Level));
    }

    /// <summary>All courses of a city in force on a day (当日目录).</summary>
    public IQueryable<Course> OfAsOf(string city, DateOnly day) => database.Courses.AsNoTracking()
        .Where(course => course.City == city && course.From <= day && (course.Until == null || course.Until >= day))
        .Where(course => !database.Courses.Any(later => later.City == city && later.Occupation == course.Occupation && later.Level == course.Level
            && later.From > course.From && later.From <= day));
}

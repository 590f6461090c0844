using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Training.V1;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Wenye.Training.Data;

namespace Wenye.Training.Features.Courses.ListCourses;

/// <summary>Courses of a city in force on a day (查询目录), by occupation and level.</summary>
internal sealed class ListCoursesHandler(TrainingDbContext database, Catalogue catalogue, TimeProvider time)
{
    private const int UsualPage = 50;
    private const int LongestPage = 1000;

    public async Task<ListCoursesResponse> HandleAsync(ListCoursesRequest request, Caller caller, CancellationToken cancellation)
    {
        var (day, after, afterLevel, size) = Read(request, caller);
        var found = await catalogue.OfAsOf(request.City, day)
            .Where(course => course.Occupation.StartsWith(request.Occupation))
            .Where(course => string.Compare(course.Occupation, after) > 0 || (course.Occupation == after && course.Level > afterLevel))
            .OrderBy(course => course.Occupation).ThenBy(course => course.Level).Take(size + 1)
            .Select(course => new
            {
                Course = course,
                Next = database.Courses
                    .Where(later => later.City == course.City && later.Occupation == course.Occupation && later.Level == course.Level && later.From > course.From)
                    .Min(later => (DateOnly?)later.From),
            })
            .ToListAsync(cancellation);
        return new ListCoursesResponse
        {
            Courses = { found.Take(size).Select(row => row.Course.ToContract(Last(row.Course.Until, row.Next))) },
            NextPageToken = found.Count > size
                ? PageToken.After(request, found[size - 1].Course.Occupation, found[size - 1].Course.Level.ToString(CultureInfo.InvariantCulture))
                : "",
        };
    }

    // A later row ends this one the day before.
    private static DateOnly? Last(DateOnly? until, DateOnly? next) => next?.AddDays(-1) is { } ended && !(until <= ended) ? ended : until;

    private (DateOnly Day, string After, int AfterLevel, int Size) Read(ListCoursesRequest request, Caller caller)
    {
        var faults = new RequestFaults();
        var city = faults.Division(request.City, "city");
        faults
            .Demand(city.Level != DivisionLevel.District, "city", "目录由设区的市制定，请填写市（省本级为省）的行政区划代码")
            .Demand(request.Occupation.Length <= 7 && request.Occupation.All(char.IsAsciiDigit), "occupation", "请填写职业（工种）编码的前几位数字，不限时不填")
            .Demand(request.AsOf is null || request.AsOf.IsDay(), "as_of", "请填写有效日期，不填表示今天");
        var size = faults.PageSize(request.PageSize, UsualPage, LongestPage);
        var after = faults.Position(request, parts: 2) ?? ["", "0"];
        faults.Demand(int.TryParse(after[1], CultureInfo.InvariantCulture, out var level), "page_token", "分页标记无效：应原样使用上一页返回的 next_page_token");
        faults.ThrowIfAny();
        DemandPlace(city, caller);
        return (request.AsOf?.ToDay() ?? ChinaTime.Today(time), after[0], level, size);
    }

    // A county has no catalogue of its own: it works by its city's, which is published.
    private static void DemandPlace(Division city, Caller caller)
    {
        if (!Division.TryParse(caller.Division, out var own) || !city.Contains(own))
        {
            caller.DemandDivision(city.Code);
        }
    }
}

using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.WelfarePosts.V1;
using Wenye.ServiceDefaults;
using Wenye.WelfarePosts.Data;
using Wenye.WelfarePosts.Features.Placements;

namespace Wenye.WelfarePosts.Features.Attendance.ListMissingAttendance;

/// <summary>Who was in post in a month of which nothing is stated (未报考勤人员), masked.</summary>
internal sealed class ListMissingAttendanceHandler(WelfarePostsDbContext database, PlacementQueries placements, PostFields fields)
{
    public async Task<ListMissingAttendanceResponse> HandleAsync(ListMissingAttendanceRequest request, Caller caller, CancellationToken cancellation)
    {
        var faults = new RequestFaults();
        var page = PlacementPage.Read(faults, request, request.Division, request.PageSize);
        var employer = request.EmployerId.Length > 0 ? faults.Id(request.EmployerId, "employer_id", "用人单位标识应为 UUID，不限单位时请留空") : (Guid?)null;
        var month = PostFields.Month(faults, request.Month);
        faults.Demand(month <= fields.Today, "month", "不能查询以后的月份").ThrowIfAny();
        var (after, next) = (page.After, month.AddMonths(1));
        var found = await placements.In(request.Division, caller)
            .Where(one => one.Id > after && one.StartedOn < next && (one.EndedOn == null || one.EndedOn >= month) && (employer == null || one.EmployerId == employer))
            .Where(one => !database.Set<AttendanceMonth>().Any(stated => stated.PlacementId == one.Id && stated.Month == month))
            .OrderBy(one => one.Id).Take(page.Size + 1)
            .Join(database.People, one => one.PersonId, person => person.Id, (one, person) => new { one.Id, one.EmployerId, one.Division, person.Name })
            .OrderBy(one => one.Id).ToListAsync(cancellation);
        return new()
        {
            Missing =
            {
                found.Take(page.Size).Select(one => new MissingAttendance
                {
                    PlacementId = one.Id.ToString(), Name = Masked.Name(one.Name), EmployerId = one.EmployerId.ToString(), Division = one.Division,
                }),
            },
            NextPageToken = page.Next(request, found, one => one.Id),
        };
    }
}

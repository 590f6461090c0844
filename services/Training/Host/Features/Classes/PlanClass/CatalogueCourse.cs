using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Training.V1;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Wenye.Training.Data;
using Course = Wenye.Training.Data.Course;

namespace Wenye.Training.Features.Classes.PlanClass;

/// <summary>The course of the city's catalogue that a class is held of (目录课程).</summary>
internal static class CatalogueCourse
{
    /// <summary>The course in force on a day (当日有效的目录课程): a later row ends the earlier one.</summary>
    /// <exception cref="Grpc.Core.RpcException">FAILED_PRECONDITION, reason COURSE_NOT_IN_CATALOGUE.</exception>
    public static async Task<Course> InForceAsync(
        this TrainingDbContext database, Division division, OccupationLevel wanted, DateOnly day, CancellationToken cancellation)
    {
        var city = division.Level == DivisionLevel.District ? division.Parent.Code : division.Code;
        var course = await database.Courses.AsNoTracking()
            .Where(one => one.City == city && one.Occupation == wanted.Occupation && one.Level == wanted.Level && one.From <= day)
            .OrderByDescending(one => one.From).FirstOrDefaultAsync(cancellation);
        return course is { Until: null } || course?.Until >= day
            ? course
            : throw RpcErrors.FailedPrecondition(
                "COURSE_NOT_IN_CATALOGUE", "该职业（工种）及等级不在当地现行职业（工种）目录内，不能作为补贴性培训开班",
                new FieldError("occupation", "请从当地职业（工种）目录选择，或先由市级纳入目录"));
    }
}

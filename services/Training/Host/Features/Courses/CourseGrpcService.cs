using Grpc.Core;
using Wenye.Contracts.Training.V1;
using Wenye.ServiceDefaults;
using Wenye.Training.Features.Courses.ImportCourses;
using Wenye.Training.Features.Courses.ListCourseFaults;
using Wenye.Training.Features.Courses.ListCourses;

namespace Wenye.Training.Features.Courses;

/// <summary>The calls of the catalogue (职业（工种）目录接口); each is a folder beside this file.</summary>
internal sealed class CourseGrpcService(ImportCoursesHandler import, ListCourseFaultsHandler faults, ListCoursesHandler list) : CourseService.CourseServiceBase
{
    public override Task<ImportCoursesResponse> ImportCourses(IAsyncStreamReader<ImportCoursesRequest> requestStream, ServerCallContext context) =>
        import.HandleAsync(requestStream, Caller.From(context), context.CancellationToken);

    public override Task<ListCourseFaultsResponse> ListCourseFaults(ListCourseFaultsRequest request, ServerCallContext context) =>
        faults.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<ListCoursesResponse> ListCourses(ListCoursesRequest request, ServerCallContext context) =>
        list.HandleAsync(request, Caller.From(context), context.CancellationToken);
}

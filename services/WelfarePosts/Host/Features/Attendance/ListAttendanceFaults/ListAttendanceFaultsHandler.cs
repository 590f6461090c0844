using Wenye.Contracts.WelfarePosts.V1;
using Wenye.Persistence;
using Wenye.ServiceDefaults;
using Wenye.WelfarePosts.Data;

namespace Wenye.WelfarePosts.Features.Attendance.ListAttendanceFaults;

/// <summary>Every fault of a file of attendance (错误行).</summary>
internal sealed class ListAttendanceFaultsHandler(WelfarePostsDbContext database)
{
    public async Task<ListAttendanceFaultsResponse> HandleAsync(ListAttendanceFaultsRequest request, Caller caller, CancellationToken cancellation)
    {
        var (faults, next) = await database.FaultPageAsync<PostImport>(request, request.ImportId, request.PageSize, caller, cancellation);
        return new() { Faults = { faults.Select(AttendanceImports.Of) }, NextPageToken = next };
    }
}

using Wenye.Contracts.WelfarePosts.V1;
using Wenye.ServiceDefaults;

namespace Wenye.WelfarePosts.Features.Attendance.GetAttendanceImport;

/// <summary>How far a file of attendance is (导入进度).</summary>
internal sealed class GetAttendanceImportHandler(AttendanceImports imports)
{
    public async Task<GetAttendanceImportResponse> HandleAsync(GetAttendanceImportRequest request, Caller caller, CancellationToken cancellation) =>
        new() { Import = AttendanceImports.Of(await imports.FindAsync(request.ImportId, caller, cancellation)) };
}

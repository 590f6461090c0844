using Grpc.Core;
using Wenye.Contracts.WelfarePosts.V1;
using Wenye.ServiceDefaults;
using Wenye.WelfarePosts.Features.Attendance.GetAttendance;
using Wenye.WelfarePosts.Features.Attendance.GetAttendanceImport;
using Wenye.WelfarePosts.Features.Attendance.ListAttendanceFaults;
using Wenye.WelfarePosts.Features.Attendance.ListMissingAttendance;
using Wenye.WelfarePosts.Features.Attendance.RecordAppraisal;
using Wenye.WelfarePosts.Features.Attendance.RecordAttendance;

namespace Wenye.WelfarePosts.Features.Attendance;

/// <summary>The calls of AttendanceService (考勤与考核接口); each is a folder beside this file.</summary>
internal sealed class AttendanceGrpcService(
    RecordAttendanceHandler record, GetAttendanceImportHandler getImport, ListAttendanceFaultsHandler listFaults, GetAttendanceHandler get,
    ListMissingAttendanceHandler listMissing, RecordAppraisalHandler appraise)
    : AttendanceService.AttendanceServiceBase
{
    public override Task<RecordAttendanceResponse> RecordAttendance(IAsyncStreamReader<RecordAttendanceRequest> requestStream, ServerCallContext context) =>
        record.HandleAsync(requestStream, Caller.From(context), context.CancellationToken);

    public override Task<GetAttendanceImportResponse> GetAttendanceImport(GetAttendanceImportRequest request, ServerCallContext context) =>
        getImport.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<ListAttendanceFaultsResponse> ListAttendanceFaults(ListAttendanceFaultsRequest request, ServerCallContext context) =>
        listFaults.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<GetAttendanceResponse> GetAttendance(GetAttendanceRequest request, ServerCallContext context) =>
        get.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<ListMissingAttendanceResponse> ListMissingAttendance(ListMissingAttendanceRequest request, ServerCallContext context) =>
        listMissing.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<RecordAppraisalResponse> RecordAppraisal(RecordAppraisalRequest request, ServerCallContext context) =>
        appraise.HandleAsync(request, Caller.From(context), context.CancellationToken);
}

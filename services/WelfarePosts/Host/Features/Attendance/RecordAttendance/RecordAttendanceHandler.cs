using Google.Protobuf.Collections;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.WelfarePosts.V1;
using Wenye.Persistence;
using Wenye.ServiceDefaults;
using Wenye.WelfarePosts.Data;

namespace Wenye.WelfarePosts.Features.Attendance.RecordAttendance;

/// <summary>States a month, row by row (月度考勤).</summary>
internal sealed class RecordAttendanceHandler(
    WelfarePostsDbContext database, OpenImports open, AttendanceImports imports, AttendanceWriter writer, PersonalDataProtector protector, PostFields fields, TimeProvider time)
{
    private const int ChunkSize = 5000;
    private const int MostRows = 5000;

    public async Task<RecordAttendanceResponse> HandleAsync(IAsyncStreamReader<RecordAttendanceRequest> parts, Caller caller, CancellationToken cancellation)
    {
        using var place = open.Enter();
        var header = await parts.MoveNext(cancellation) && parts.Current.Header is { } named ? named : throw ImportStream.NoHeader();
        var begun = await BeginAsync(header, caller, cancellation);
        var by = HandledBy.Of(header.Handling, caller, time);
        var steps = new ImportSteps<RecordAttendanceRequest, AttendanceRow, CheckedAttendance, PostImport>(
            RowsOf, row => row.Row, new AttendanceChecks(begun.Month!.Value, fields.Today, protector).Check,
            (import, chunk) => writer.WriteAsync(import, chunk, caller, by, cancellation));
        var import = await ImportStream.TakeAsync(parts, begun, ChunkSize, steps, protector, cancellation);
        return new() { Import = AttendanceImports.Of(import), Faults = { await imports.FaultsAsync(import, cancellation) } };
    }

    private async Task<PostImport> BeginAsync(AttendanceHeader header, Caller caller, CancellationToken cancellation)
    {
        var faults = new RequestFaults();
        var month = PostFields.Month(faults, header.Month);
        faults.Demand(month <= fields.Today, "month", "不能申报以后月份的考勤");
        var employer = header.EmployerId.Length > 0 ? faults.Id(header.EmployerId, "employer_id", "用人单位标识应为 UUID，不限单位时请留空") : (Guid?)null;
        IEnumerable<FieldError> wrongId = ImportStream.FaultOf(header.ImportId) is { } fault ? [fault] : [];
        faults.Add(wrongId).Add(HandledBy.Faults(header.Handling, operatorRequired: false)).ThrowIfAny();
        if (employer is { } id && !await database.Employers.AnyAsync(one => one.Id == id, cancellation))
        {
            throw RpcErrors.NotFound("EMPLOYER_NOT_FOUND", "没有该标识的用人单位，请核对");
        }

        return await imports.BeginAsync(header.ImportId, month, employer, caller, cancellation);
    }

    private static RepeatedField<AttendanceRow> RowsOf(RecordAttendanceRequest part) =>
        part.Rows?.Rows is { Count: > 0 and <= MostRows } rows ? rows : throw ImportStream.WrongNumberOfRows(MostRows);
}

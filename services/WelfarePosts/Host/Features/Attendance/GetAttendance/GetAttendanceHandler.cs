using Wenye.Contracts.WelfarePosts.V1;
using Wenye.ServiceDefaults;
using Wenye.WelfarePosts.Features.Placements;

namespace Wenye.WelfarePosts.Features.Attendance.GetAttendance;

/// <summary>What was stated of someone (查询考勤).</summary>
internal sealed class GetAttendanceHandler(PlacementQueries placements, AttendanceStatements statements)
{
    public async Task<GetAttendanceResponse> HandleAsync(GetAttendanceRequest request, Caller caller, CancellationToken cancellation)
    {
        var faults = new RequestFaults();
        var id = PlacementQueries.Id(faults, request.PlacementId);
        var month = request.Month.Length > 0 ? PostFields.Month(faults, request.Month) : (DateOnly?)null;
        faults.ThrowIfAny();
        await placements.ReadAsync(id, caller, cancellation);
        return new() { Statements = { (await statements.AllAsync(id, month, cancellation)).Select(AttendanceStatements.Of) } };
    }
}

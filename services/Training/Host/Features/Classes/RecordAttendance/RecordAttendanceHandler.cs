using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Training.V1;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Wenye.Training.Data;

namespace Wenye.Training.Features.Classes.RecordAttendance;

/// <summary>Records who attended (考勤), of a class under way; what is said of a person and day replaces what was said before.</summary>
internal sealed class RecordAttendanceHandler(TrainingDbContext database, ClassChanges changes, AttendanceWriting writing, TimeProvider time)
{
    public Task<RecordAttendanceResponse> HandleAsync(RecordAttendanceRequest request, Caller caller, CancellationToken cancellation)
    {
        var faults = new RequestFaults();
        var id = faults.ClassId(request.ClassId);
        faults.Add(AttendanceFaults.Of(request.Attendances)).Add(HandledBy.Faults(request.Handling, operatorRequired: false)).ThrowIfAny();
        return changes.ApplyAsync(
            new(request, request.RequestId, id, request.Handling, caller),
            async (held, by) =>
            {
                held.DemandState("报送考勤", ClassState.UnderWay);
                var people = await database.Enrolments.Where(one => one.ClassId == id && one.State != EnrolmentState.Withdrawn)
                    .Select(one => one.Id).ToHashSetAsync(cancellation);
                new RequestFaults().Add(AttendanceFaults.Of(request.Attendances, held, people, ChinaTime.Today(time))).ThrowIfAny();
                await writing.ReplaceAsync(request.Attendances, cancellation);
                held.HalfReachedOn = await writing.HalfReachedAsync(held, cancellation);
                held.MoveTo(held.State, by, string.Create(CultureInfo.InvariantCulture, $"报送考勤 {request.Attendances.Count} 条"));
            },
            answer => new RecordAttendanceResponse { Recorded = request.Attendances.Count, TrainingClass = answer },
            cancellation);
    }
}

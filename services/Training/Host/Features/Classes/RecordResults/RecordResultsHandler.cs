using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Training.V1;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Wenye.Training.Data;

namespace Wenye.Training.Features.Classes.RecordResults;

/// <summary>Records results of the examination (考核结果): of a class under way or examined, until certificates are issued on them.</summary>
internal sealed class RecordResultsHandler(
    TrainingDbContext database, ClassChanges changes, ResultWriting writing, ClassCounts counts, TimeProvider time)
{
    public Task<RecordResultsResponse> HandleAsync(RecordResultsRequest request, Caller caller, CancellationToken cancellation)
    {
        var faults = new RequestFaults();
        var id = faults.ClassId(request.ClassId);
        faults.Add(ResultFaults.Of(request.Results)).Add(HandledBy.Faults(request.Handling, operatorRequired: false)).ThrowIfAny();
        return changes.ApplyAsync(
            new(request, request.RequestId, id, request.Handling, caller),
            async (held, by) =>
            {
                held.DemandState("报送考核结果", ClassState.UnderWay, ClassState.Examined);
                var people = await database.Enrolments.Where(one => one.ClassId == id && one.State != EnrolmentState.Withdrawn)
                    .Select(one => one.Id).ToHashSetAsync(cancellation);
                new RequestFaults().Add(ResultFaults.Of(request.Results, people, held.StartedOn ?? held.StartsOn, ChinaTime.Today(time))).ThrowIfAny();
                await writing.DemandOpenAsync(request.Results, cancellation);
                await writing.WriteAsync(request.Results, cancellation);
                await counts.CountAsync(held, by, string.Create(CultureInfo.InvariantCulture, $"报送考核结果 {request.Results.Count} 名"), cancellation);
            },
            answer => new RecordResultsResponse { TrainingClass = answer },
            cancellation);
    }
}

using Wenye.Contracts.Training.V1;
using Wenye.ServiceDefaults;

namespace Wenye.Training.Features.Classes.CancelClass;

/// <summary>Gives a class up before it is under way (取消开班).</summary>
internal sealed class CancelClassHandler(ClassChanges changes)
{
    public Task<CancelClassResponse> HandleAsync(CancelClassRequest request, Caller caller, CancellationToken cancellation)
    {
        var faults = new RequestFaults();
        var id = faults.ClassId(request.ClassId);
        faults.Add(HandledBy.Faults(request.Handling, operatorRequired: false)).ThrowIfAny();
        return changes.ApplyAsync(
            new(request, request.RequestId, id, request.Handling, caller),
            (held, by) =>
            {
                held.DemandState("取消", ClassState.Planned, ClassState.Open);
                held.MoveTo(ClassState.Cancelled, by);
                return Task.CompletedTask;
            },
            answer => new CancelClassResponse { TrainingClass = answer },
            cancellation);
    }
}

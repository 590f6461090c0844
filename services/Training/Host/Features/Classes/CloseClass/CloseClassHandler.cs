using Wenye.Contracts.Training.V1;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Wenye.Training.Data;

namespace Wenye.Training.Features.Classes.CloseClass;

/// <summary>Accepts an examined class, or not (培训结束验收).</summary>
internal sealed class CloseClassHandler(TrainingDbContext database, ClassChanges changes, TimeProvider time)
{
    public Task<CloseClassResponse> HandleAsync(CloseClassRequest request, Caller caller, CancellationToken cancellation)
    {
        var faults = new RequestFaults();
        var id = faults.ClassId(request.ClassId);
        faults.Add(HandledBy.Faults(request.Handling, operatorRequired: true))
            .Demand(request.Accepted || request.Handling?.Remarks is { Length: > 0 }, "AAE013", "验收不合格的，请填写不合格的原因")
            .ThrowIfAny();
        return changes.ApplyAsync(
            new(request, request.RequestId, id, request.Handling, caller),
            (held, by) =>
            {
                held.DemandState("验收，应待全部学员有考核结果", ClassState.Examined);
                held.ClosedOn = ChinaTime.Today(time);
                held.MoveTo(request.Accepted ? ClassState.Accepted : ClassState.NotAccepted, by);
                if (request.Accepted)
                {
                    database.Publish(held.Accepted());
                }

                return Task.CompletedTask;
            },
            answer => new CloseClassResponse { TrainingClass = answer },
            cancellation);
    }
}

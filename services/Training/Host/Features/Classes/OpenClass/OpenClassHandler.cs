using Wenye.Contracts.Training.V1;
using Wenye.ServiceDefaults;
using Wenye.Training.Data;

namespace Wenye.Training.Features.Classes.OpenClass;

/// <summary>Lets a planned class enrol (开班审核).</summary>
internal sealed class OpenClassHandler(TrainingDbContext database, ClassChanges changes)
{
    public Task<OpenClassResponse> HandleAsync(OpenClassRequest request, Caller caller, CancellationToken cancellation)
    {
        var faults = new RequestFaults();
        var id = faults.ClassId(request.ClassId);
        faults.Add(HandledBy.Faults(request.Handling, operatorRequired: false)).ThrowIfAny();
        return changes.ApplyAsync(
            new(request, request.RequestId, id, request.Handling, caller),
            async (held, by) =>
            {
                held.DemandState("通过开班审核", ClassState.Planned);
                await database.HoldFiledAsync(held.InstitutionId, cancellation);
                held.MoveTo(ClassState.Open, by);
            },
            answer => new OpenClassResponse { TrainingClass = answer },
            cancellation);
    }
}

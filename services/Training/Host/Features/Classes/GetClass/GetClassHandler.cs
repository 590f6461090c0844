using Wenye.Contracts.Training.V1;
using Wenye.ServiceDefaults;
using Wenye.Training.Data;

namespace Wenye.Training.Features.Classes.GetClass;

/// <summary>Reads one class with its steps (查询班级).</summary>
internal sealed class GetClassHandler(TrainingDbContext database)
{
    public async Task<GetClassResponse> HandleAsync(GetClassRequest request, Caller caller, CancellationToken cancellation)
    {
        var faults = new RequestFaults();
        var id = faults.ClassId(request.ClassId);
        faults.ThrowIfAny();
        var found = await database.LoadClassAsync(id, caller, cancellation);
        return new GetClassResponse { TrainingClass = found.WithSteps(await database.NameOfAsync(found.InstitutionId, cancellation), caller) };
    }
}

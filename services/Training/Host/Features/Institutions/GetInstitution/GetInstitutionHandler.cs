using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Training.V1;
using Wenye.ServiceDefaults;
using Wenye.Training.Data;
using PlatformEvaluation = Wenye.Training.Data.PlatformEvaluation;

namespace Wenye.Training.Features.Institutions.GetInstitution;

/// <summary>One institution, a platform with its selection and evaluations (培训主体查询).</summary>
internal sealed class GetInstitutionHandler(TrainingDbContext database)
{
    public async Task<GetInstitutionResponse> HandleAsync(GetInstitutionRequest request, Caller caller, CancellationToken cancellation)
    {
        var faults = new RequestFaults();
        var id = InstitutionFields.Id(faults, request.InstitutionId);
        faults.ThrowIfAny();

        var institution = await database.LoadInstitutionAsync(id, caller, cancellation);
        var answer = institution.ToContract(caller);
        answer.Steps.Add(institution.Steps.Select(step => step.ToContract(InstitutionAnswers.States, (int)step.State, caller)));
        var evaluations = await database.Set<PlatformEvaluation>().AsNoTracking()
            .Where(one => one.InstitutionId == id).OrderBy(one => one.Id).ToListAsync(cancellation);
        answer.Evaluations.Add(evaluations.Select(InstitutionAnswers.ToContract));
        return new GetInstitutionResponse { Institution = answer };
    }
}

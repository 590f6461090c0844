using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Registration.V1;
using Wenye.Registration.Data;
using Wenye.ServiceDefaults;

namespace Wenye.Registration.Features.Employments.GetEmployment;

/// <summary>Reads one employment (查询就业登记).</summary>
internal sealed class GetEmploymentHandler(RegistrationDbContext database)
{
    public async Task<GetEmploymentResponse> HandleAsync(GetEmploymentRequest request, Caller caller, CancellationToken cancellation)
    {
        var employment = await database.Employments.AsNoTracking().LoadAsync(request.EmploymentId, caller, cancellation);
        return new GetEmploymentResponse { Employment = employment.AnswerTo(caller) };
    }
}

using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Registration.V1;
using Wenye.Registration.Data;
using Wenye.ServiceDefaults;

namespace Wenye.Registration.Features.Applications.GetApplication;

/// <summary>Reads one application (查询审核情况).</summary>
internal sealed class GetApplicationHandler(RegistrationDbContext database)
{
    public async Task<GetApplicationResponse> HandleAsync(
        GetApplicationRequest request, Caller caller, CancellationToken cancellation)
    {
        var application = await database.Applications.AsNoTracking().LoadAsync(request.ApplicationId, caller, cancellation);
        return new GetApplicationResponse { Application = application.AnswerTo(caller) };
    }
}

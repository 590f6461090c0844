using Wenye.Contracts.Loans.V1;
using Wenye.Loans.Data;
using Wenye.Persistence;
using Wenye.ServiceDefaults;

namespace Wenye.Loans.Features.Applications.GetApplication;

/// <summary>One application with every decision (查询).</summary>
internal sealed class GetApplicationHandler(ApplicationQueries applications, ApplicationAnswers answers)
{
    public async Task<GetApplicationResponse> HandleAsync(GetApplicationRequest request, Caller caller, CancellationToken cancellation) => new()
    {
        Application = await answers.WithAllAsync(await applications.ReadAsync(request.ApplicationId, caller, cancellation), caller, cancellation),
    };
}

using Grpc.Core;
using Wenye.Contracts.Registration.V1;
using Wenye.Registration.Features.Status.LookUpStatuses;

namespace Wenye.Registration.Features.Status;

/// <summary>The call of PersonStatusService (人员状态核验接口).</summary>
internal sealed class PersonStatusGrpcService(LookUpStatusesHandler lookUp) : PersonStatusService.PersonStatusServiceBase
{
    public override Task<LookUpStatusesResponse> LookUpStatuses(LookUpStatusesRequest request, ServerCallContext context) =>
        lookUp.HandleAsync(request, context.CancellationToken);
}

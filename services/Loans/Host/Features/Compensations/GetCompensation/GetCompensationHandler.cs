using Wenye.Contracts.Loans.V1;
using Wenye.ServiceDefaults;

namespace Wenye.Loans.Features.Compensations.GetCompensation;

/// <summary>Reads a compensation (查询代偿).</summary>
internal sealed class GetCompensationHandler(CompensationQueries compensations)
{
    public async Task<GetCompensationResponse> HandleAsync(GetCompensationRequest request, Caller caller, CancellationToken cancellation)
    {
        var faults = new RequestFaults();
        var id = CompensationQueries.Id(faults, request.CompensationId);
        faults.ThrowIfAny();
        return new GetCompensationResponse { Compensation = (await compensations.LoadAsync(id, caller, cancellation)).WithHistory(caller) };
    }
}

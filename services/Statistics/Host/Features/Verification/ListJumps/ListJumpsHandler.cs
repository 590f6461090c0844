using Wenye.Contracts.Policy.V1;
using Wenye.Contracts.Statistics.V1;
using Wenye.ServiceDefaults;

namespace Wenye.Statistics.Features.Verification.ListJumps;

/// <summary>Unusual changes (异常波动) of a division and of each right below it.</summary>
internal sealed class ListJumpsHandler(Jumps jumps)
{
    public async Task<ListJumpsResponse> HandleAsync(ListJumpsRequest request, Caller caller, CancellationToken cancellation)
    {
        var faults = new RequestFaults();
        var (area, period) = (faults.Area(request.Division), faults.Period(request.Period));
        faults.ThrowIfAny();
        caller.DemandDivision(request.Division);
        var found = await jumps.OfAsync(request.Division, area, period, below: true, cancellation);
        return new ListJumpsResponse { Jumps = { found.Where(jump => request.All || jump.Decision.Outcome != Outcome.Refused) } };
    }
}

using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Statistics.V1;
using Wenye.ServiceDefaults;
using Wenye.Statistics.Data;

namespace Wenye.Statistics.Features.GetRegistrationCount;

/// <summary>One figure of a division and period (登记失业人数).</summary>
internal sealed class GetRegistrationCountHandler(StatisticsDbContext database)
{
    public async Task<GetRegistrationCountResponse> HandleAsync(
        GetRegistrationCountRequest request, Caller caller, CancellationToken cancellation)
    {
        var query = new FigureQuery();
        var area = query.Area("division", request.Division);
        var month = query.Period("period", request.Period);
        query.DemandValid();
        caller.DemandDivision(request.Division);

        var registered = await database.Tallies
            .Where(tally => tally.Division.StartsWith(area) && tally.Period == request.Period)
            .SumAsync(tally => tally.Registered, cancellation);
        return new GetRegistrationCountResponse
        {
            Count = new RegistrationCount { Division = request.Division, Period = request.Period, Registered = registered },
            Period = ReportPeriods.Decide(request.Division, month).ToContract(),
        };
    }
}

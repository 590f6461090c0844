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

        var period = ReportPeriods.Decide(request.Division, month);
        var figures = await database.Tallies
            .Where(tally => tally.Division.StartsWith(area) && tally.Period == request.Period)
            .GroupBy(_ => 1)
            .Select(all => new RegistrationTally
            {
                Division = request.Division,
                Period = request.Period,
                Registered = all.Sum(tally => tally.Registered),
                Cancelled = all.Sum(tally => tally.Cancelled),
                BecameEmployed = all.Sum(tally => tally.BecameEmployed),
                EmploymentsRegistered = all.Sum(tally => tally.EmploymentsRegistered),
                EmploymentsEnded = all.Sum(tally => tally.EmploymentsEnded),
                HardshipRecognised = all.Sum(tally => tally.HardshipRecognised),
                HardshipEnded = all.Sum(tally => tally.HardshipEnded),
                RegisteredUrban = all.Sum(tally => tally.RegisteredUrban),
                RegisteredRural = all.Sum(tally => tally.RegisteredRural),
                CancelledUrban = all.Sum(tally => tally.CancelledUrban),
                CancelledRural = all.Sum(tally => tally.CancelledRural),
                BecameEmployedUrban = all.Sum(tally => tally.BecameEmployedUrban),
                BecameEmployedRural = all.Sum(tally => tally.BecameEmployedRural),
            })
            .SingleOrDefaultAsync(cancellation);
        var live = period.Result is { } days ? await database.LiveAsync(area, days.Days.To, cancellation) : null;
        return new GetRegistrationCountResponse
        {
            Count = (figures ?? new RegistrationTally { Division = request.Division, Period = request.Period }).ToContract(live),
            Period = period.ToContract(),
        };
    }
}

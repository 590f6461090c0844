using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Statistics.V1;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Wenye.Statistics.Data;
using Wenye.Statistics.Data.Warnings;
using Wenye.Statistics.Domain.Targets;
using Wenye.Statistics.Features.Verification;
using StoredFirm = Wenye.Statistics.Data.Warnings.MonitoredFirm;

namespace Wenye.Statistics.Features.Warnings.ListMonitoredFirms;

/// <summary>Monitored firms (监测企业) with how many there are against the target.</summary>
internal sealed class ListMonitoredFirmsHandler(StatisticsDbContext database, ParameterSet parameters, TimeProvider time)
{
    public async Task<ListMonitoredFirmsResponse> HandleAsync(ListMonitoredFirmsRequest request, Caller caller, CancellationToken cancellation)
    {
        var faults = new RequestFaults();
        var area = faults.Area(request.Division);
        var (size, after) = (faults.Page(request.PageSize), faults.Position(request, parts: 1)?[0] ?? "");
        faults.ThrowIfAny();
        caller.DemandDivision(request.Division);
        var firms = database.Set<StoredFirm>().AsNoTracking().Where(firm => firm.Division.StartsWith(area));
        var found = await firms.Where(firm => (request.All || firm.RemovedOn == null) && string.Compare(firm.Code, after) > 0).OrderBy(firm => firm.Code).Take(size + 1)
            .Select(firm => new
            {
                Firm = firm,
                Latest = database.Set<ReportedMonth>().Where(month => month.Code == firm.Code).OrderByDescending(month => month.Month).FirstOrDefault(),
            })
            .ToListAsync(cancellation);
        var monitored = await firms.CountAsync(firm => firm.RemovedOn == null, cancellation);
        var page = found.Take(size).ToList();
        return new ListMonitoredFirmsResponse
        {
            Firms = { page.Select(one => one.Firm.ToContract(one.Latest)) },
            NextPageToken = found.Count > size ? PageToken.After(request, page[^1].Firm.Code) : "",
            Monitored = monitored,
            Target = Target.Decide(
                new() { Indicator = TargetIndicator.MonitoredFirms, Value = (decimal)monitored }, parameters.At(Division.Parse(request.Division), ChinaTime.Today(time))).ToContract(),
        };
    }
}

using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Statistics.V1;
using Wenye.ServiceDefaults;
using Wenye.Statistics.Data;
using Wenye.Statistics.Data.Verification;

namespace Wenye.Statistics.Features.Verification.ListSamples;

/// <summary>Samples (抽查批次), latest first.</summary>
internal sealed class ListSamplesHandler(StatisticsDbContext database)
{
    public async Task<ListSamplesResponse> HandleAsync(ListSamplesRequest request, Caller caller, CancellationToken cancellation)
    {
        var faults = new RequestFaults();
        var area = faults.Area(request.Division);
        faults.Period(request.Period, required: false);
        var (size, after) = (faults.Page(request.PageSize), faults.After(request));
        faults.ThrowIfAny();
        caller.DemandDivision(request.Division);
        var samples = database.Set<InspectionSample>().AsNoTracking().Where(sample => sample.Division.StartsWith(area) && (after.Id == Guid.Empty || sample.Id < after.Id));
        if (request.Period.Length > 0)
        {
            samples = samples.Where(sample => sample.Period == request.Period);
        }

        var found = await samples.OrderByDescending(sample => sample.Id).Take(size + 1).Select(sample => new
        {
            Sample = sample,
            Drawn = database.Set<InspectedRecord>().Count(record => record.SampleId == sample.Id),
            Found = database.Set<InspectedRecord>().Count(record => record.SampleId == sample.Id && record.Finding != null),
        }).ToListAsync(cancellation);
        var page = found.Take(size).ToList();
        return new ListSamplesResponse
        {
            Samples = { page.Select(one => one.Sample.ToContract(one.Drawn, one.Found)) },
            NextPageToken = found.Count > size ? PageToken.After(request, page[^1].Sample.Division, page[^1].Sample.Id.ToString()) : "",
        };
    }
}

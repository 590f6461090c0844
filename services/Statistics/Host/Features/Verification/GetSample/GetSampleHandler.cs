using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Statistics.V1;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Wenye.Statistics.Data;
using Wenye.Statistics.Data.Verification;

namespace Wenye.Statistics.Features.Verification.GetSample;

/// <summary>One sample with its error rate by county (差错率).</summary>
internal sealed class GetSampleHandler(StatisticsDbContext database)
{
    private const int Places = 4;

    public async Task<GetSampleResponse> HandleAsync(GetSampleRequest request, Caller caller, CancellationToken cancellation)
    {
        var faults = new RequestFaults();
        var id = faults.Id(request.SampleId, "sample_id", Samples.NoId);
        faults.ThrowIfAny();
        var sample = await database.SampleAsync(id, caller, cancellation);
        var strata = await database.Set<InspectionStratum>().AsNoTracking().Where(one => one.SampleId == id).OrderBy(one => one.Division).ToListAsync(cancellation);
        var found = (await database.Set<InspectedRecord>().Where(record => record.SampleId == id && record.Finding != null)
            .GroupBy(record => new { record.Division, record.Finding }).Select(same => new { same.Key.Division, same.Key.Finding, Records = same.Count() })
            .ToListAsync(cancellation)).ToLookup(one => one.Division, one => (Finding: one.Finding!, Records: (long)one.Records));
        var counties = strata.Select(one => Rated(new() { Division = one.Division, Population = one.Population, Drawn = one.Drawn }, found[one.Division])).ToList();
        var total = Rated(
            new() { Division = sample.Division, Population = counties.Sum(one => one.Population), Drawn = counties.Sum(one => one.Drawn) }, found.SelectMany(one => one));
        return new GetSampleResponse
        {
            Sample = sample.ToContract(total.Drawn, total.Correct + total.Wrong + total.Unverifiable),
            Decision = StoredDecisions.ToContract(sample.Decision),
            Counties = { counties },
            Total = total,
        };
    }

    private static SampleStratum Rated(SampleStratum stratum, IEnumerable<(string Finding, long Records)> found)
    {
        var counts = found.GroupBy(one => one.Finding).ToDictionary(same => same.Key, same => same.Sum(one => one.Records), StringComparer.Ordinal);
        stratum.Correct = counts.GetValueOrDefault(Term<SampleFinding>.Text(SampleFinding.Correct));
        stratum.Wrong = counts.GetValueOrDefault(Term<SampleFinding>.Text(SampleFinding.Wrong));
        stratum.Unverifiable = counts.GetValueOrDefault(Term<SampleFinding>.Text(SampleFinding.Unverifiable));
        var known = stratum.Correct + stratum.Wrong;
        stratum.ErrorRate = known == 0 ? "" : decimal.Round((decimal)stratum.Wrong / known, Places, MidpointRounding.AwayFromZero).ToString("0.0000", CultureInfo.InvariantCulture);
        return stratum;
    }
}

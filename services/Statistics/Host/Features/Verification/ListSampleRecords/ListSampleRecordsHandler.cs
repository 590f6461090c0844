using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Statistics.V1;
using Wenye.ServiceDefaults;
using Wenye.Statistics.Data;
using Wenye.Statistics.Data.Verification;

namespace Wenye.Statistics.Features.Verification.ListSampleRecords;

/// <summary>The records of a sample with what was found (抽查记录).</summary>
internal sealed class ListSampleRecordsHandler(StatisticsDbContext database)
{
    public async Task<ListSampleRecordsResponse> HandleAsync(ListSampleRecordsRequest request, Caller caller, CancellationToken cancellation)
    {
        var faults = new RequestFaults();
        var id = faults.Id(request.SampleId, "sample_id", Samples.NoId);
        var (size, after) = (faults.Page(request.PageSize), faults.After(request));
        faults.ThrowIfAny();
        await database.SampleAsync(id, caller, cancellation);
        var found = await database.Set<InspectedRecord>().AsNoTracking()
            .Where(record => record.SampleId == id && (!request.OpenOnly || record.Finding == null)
                && EF.Functions.GreaterThan(ValueTuple.Create(record.Division, record.EmploymentId), ValueTuple.Create(after.Division, after.Id)))
            .OrderBy(record => record.Division).ThenBy(record => record.EmploymentId).Take(size + 1).ToListAsync(cancellation);
        var page = found.Take(size).ToList();
        return new ListSampleRecordsResponse
        {
            Records = { page.Select(record => record.ToContract(VerificationAnswers.MaySeeNotes(caller))) },
            NextPageToken = found.Count > size ? PageToken.After(request, page[^1].Division, page[^1].EmploymentId.ToString()) : "",
        };
    }
}

using Wenye.Contracts.Training.V1;
using Wenye.Persistence;
using Wenye.ServiceDefaults;
using Wenye.Training.Data;

namespace Wenye.Training.Features.Courses.ListCourseFaults;

/// <summary>Faults of a catalogue, page by page (目录错误行).</summary>
internal sealed class ListCourseFaultsHandler(TrainingDbContext database)
{
    public async Task<ListCourseFaultsResponse> HandleAsync(ListCourseFaultsRequest request, Caller caller, CancellationToken cancellation)
    {
        var (faults, next) = await database.FaultPageAsync<TrainingImport>(request, request.ImportId, request.PageSize, caller, cancellation);
        return new ListCourseFaultsResponse { Faults = { faults.Select(ImportAnswers.ToContract) }, NextPageToken = next };
    }
}

using Wenye.Contracts.Training.V1;
using Wenye.Persistence;
using Wenye.ServiceDefaults;
using Wenye.Training.Data;

namespace Wenye.Training.Features.Classes.ListRosterFaults;

/// <summary>Faults of a roster, page by page (名册错误行).</summary>
internal sealed class ListRosterFaultsHandler(TrainingDbContext database)
{
    public async Task<ListRosterFaultsResponse> HandleAsync(ListRosterFaultsRequest request, Caller caller, CancellationToken cancellation)
    {
        var (faults, next) = await database.FaultPageAsync<TrainingImport>(request, request.ImportId, request.PageSize, caller, cancellation);
        return new ListRosterFaultsResponse { Faults = { faults.Select(ImportAnswers.ToContract) }, NextPageToken = next };
    }
}

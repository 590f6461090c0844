using Wenye.Contracts.WelfarePosts.V1;
using Wenye.Persistence;
using Wenye.ServiceDefaults;
using Wenye.WelfarePosts.Data;

namespace Wenye.WelfarePosts.Features.Supervision.ListMarkImportFaults;

/// <summary>Every fault of an import of the caller (错误行).</summary>
internal sealed class ListMarkImportFaultsHandler(WelfarePostsDbContext database)
{
    public async Task<ListMarkImportFaultsResponse> HandleAsync(ListMarkImportFaultsRequest request, Caller caller, CancellationToken cancellation)
    {
        var (faults, next) = await database.FaultPageAsync<PostImport>(request, request.ImportId, request.PageSize, caller, cancellation);
        return new ListMarkImportFaultsResponse { Faults = { faults.Select(fault => fault.ToContract()) }, NextPageToken = next };
    }
}

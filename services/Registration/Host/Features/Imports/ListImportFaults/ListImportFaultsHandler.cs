using Wenye.Contracts.Registration.V1;
using Wenye.Persistence;
using Wenye.Registration.Data;
using Wenye.ServiceDefaults;
using ApplicationImport = Wenye.Registration.Data.ApplicationImport;

namespace Wenye.Registration.Features.Imports.ListImportFaults;

/// <summary>The rows that were not taken (错误行).</summary>
internal sealed class ListImportFaultsHandler(RegistrationDbContext database)
{
    public async Task<ListImportFaultsResponse> HandleAsync(ListImportFaultsRequest request, Caller caller, CancellationToken cancellation)
    {
        var (faults, next) = await database.FaultPageAsync<ApplicationImport>(request, request.ImportId, request.PageSize, caller, cancellation);
        return new ListImportFaultsResponse { Faults = { faults.Select(ImportAnswers.ToContract) }, NextPageToken = next };
    }
}

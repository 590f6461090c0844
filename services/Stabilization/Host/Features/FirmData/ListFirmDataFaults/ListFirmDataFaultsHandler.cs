using Wenye.Contracts.Stabilization.V1;
using Wenye.Persistence;
using Wenye.ServiceDefaults;
using Wenye.Stabilization.Data;
using FirmDataImport = Wenye.Stabilization.Data.FirmDataImport;

namespace Wenye.Stabilization.Features.FirmData.ListFirmDataFaults;

/// <summary>The rows that were not taken (错误行).</summary>
internal sealed class ListFirmDataFaultsHandler(StabilizationDbContext database)
{
    public async Task<ListFirmDataFaultsResponse> HandleAsync(ListFirmDataFaultsRequest request, Caller caller, CancellationToken cancellation)
    {
        var (faults, next) = await database.FaultPageAsync<FirmDataImport>(request, request.ImportId, request.PageSize, caller, cancellation);
        return new ListFirmDataFaultsResponse { Faults = { faults.Select(FirmDataAnswers.ToContract) }, NextPageToken = next };
    }
}

using Wenye.Contracts.Stabilization.V1;
using Wenye.Persistence;
using Wenye.ServiceDefaults;
using Wenye.Stabilization.Data;
using FirmDataImport = Wenye.Stabilization.Data.FirmDataImport;

namespace Wenye.Stabilization.Features.FirmData.GetFirmDataImport;

/// <summary>How far an import is (导入进度).</summary>
internal sealed class GetFirmDataImportHandler(StabilizationDbContext database)
{
    public async Task<GetFirmDataImportResponse> HandleAsync(GetFirmDataImportRequest request, Caller caller, CancellationToken cancellation) =>
        new() { Import = (await database.ImportAsync<FirmDataImport>(request.ImportId, caller, cancellation)).ToContract() };
}

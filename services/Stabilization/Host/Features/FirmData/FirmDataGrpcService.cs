using Grpc.Core;
using Wenye.Contracts.Stabilization.V1;
using Wenye.ServiceDefaults;
using Wenye.Stabilization.Features.FirmData.GetFirm;
using Wenye.Stabilization.Features.FirmData.GetFirmDataImport;
using Wenye.Stabilization.Features.FirmData.ImportFirmData;
using Wenye.Stabilization.Features.FirmData.ListFirmDataFaults;
using Wenye.Stabilization.Features.FirmData.ListFirms;

namespace Wenye.Stabilization.Features.FirmData;

/// <summary>The calls of firm data (企业数据接口); each is a folder beside this file.</summary>
internal sealed class FirmDataGrpcService(
    ImportFirmDataHandler import, GetFirmDataImportHandler progress, ListFirmDataFaultsHandler faults, GetFirmHandler get, ListFirmsHandler list)
    : FirmDataService.FirmDataServiceBase
{
    public override Task<ImportFirmDataResponse> ImportFirmData(IAsyncStreamReader<ImportFirmDataRequest> requestStream, ServerCallContext context) =>
        import.HandleAsync(requestStream, Caller.From(context), context.CancellationToken);

    public override Task<GetFirmDataImportResponse> GetFirmDataImport(GetFirmDataImportRequest request, ServerCallContext context) =>
        progress.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<ListFirmDataFaultsResponse> ListFirmDataFaults(ListFirmDataFaultsRequest request, ServerCallContext context) =>
        faults.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<GetFirmResponse> GetFirm(GetFirmRequest request, ServerCallContext context) =>
        get.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<ListFirmsResponse> ListFirms(ListFirmsRequest request, ServerCallContext context) =>
        list.HandleAsync(request, Caller.From(context), context.CancellationToken);
}

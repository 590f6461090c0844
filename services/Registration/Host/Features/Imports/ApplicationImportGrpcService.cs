using Grpc.Core;
using Wenye.Contracts.Registration.V1;
using Wenye.Registration.Features.Imports.GetImport;
using Wenye.Registration.Features.Imports.ImportApplications;
using Wenye.Registration.Features.Imports.ListImportFaults;
using Wenye.ServiceDefaults;

namespace Wenye.Registration.Features.Imports;

/// <summary>The calls of bulk import (批量导入接口); each is a folder beside this file.</summary>
internal sealed class ApplicationImportGrpcService(ImportApplicationsHandler import, GetImportHandler get, ListImportFaultsHandler list)
    : ApplicationImportService.ApplicationImportServiceBase
{
    public override Task<ImportApplicationsResponse> ImportApplications(
        IAsyncStreamReader<ImportApplicationsRequest> requestStream, ServerCallContext context) =>
        import.HandleAsync(requestStream, Caller.From(context), context.CancellationToken);

    public override Task<GetImportResponse> GetImport(GetImportRequest request, ServerCallContext context) =>
        get.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<ListImportFaultsResponse> ListImportFaults(ListImportFaultsRequest request, ServerCallContext context) =>
        list.HandleAsync(request, Caller.From(context), context.CancellationToken);
}

using Grpc.Core;
using Wenye.Contracts.Registration.V1;
using Wenye.Registration.Features.Offices.GetOffice;
using Wenye.Registration.Features.Offices.ImportOffices;
using Wenye.Registration.Features.Offices.SearchOffices;
using Wenye.ServiceDefaults;

namespace Wenye.Registration.Features.Offices;

/// <summary>The calls of the directory of offices (机构清单接口); each is a folder beside this file.</summary>
internal sealed class OfficeGrpcService(GetOfficeHandler get, SearchOfficesHandler search, ImportOfficesHandler import)
    : OfficeService.OfficeServiceBase
{
    public override Task<GetOfficeResponse> GetOffice(GetOfficeRequest request, ServerCallContext context) =>
        get.HandleAsync(request, context.CancellationToken);

    public override Task<SearchOfficesResponse> SearchOffices(SearchOfficesRequest request, ServerCallContext context) =>
        search.HandleAsync(request, context.CancellationToken);

    public override Task<ImportOfficesResponse> ImportOffices(IAsyncStreamReader<ImportOfficesRequest> requests, ServerCallContext context) =>
        import.HandleAsync(requests, Caller.From(context), context.CancellationToken);
}

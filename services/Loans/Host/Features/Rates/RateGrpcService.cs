using Grpc.Core;
using Wenye.Contracts.Loans.V1;
using Wenye.Loans.Features.Rates.GetRate;
using Wenye.Loans.Features.Rates.ImportRates;
using Wenye.Loans.Features.Rates.ListRates;
using Wenye.ServiceDefaults;

namespace Wenye.Loans.Features.Rates;

/// <summary>Reference rates (参考利率接口); each rpc is a folder beside this file.</summary>
internal sealed class RateGrpcService(ImportRatesHandler import, ListRatesHandler list, GetRateHandler get)
    : ReferenceRateService.ReferenceRateServiceBase
{
    public override Task<ImportRatesResponse> ImportRates(ImportRatesRequest request, ServerCallContext context) =>
        import.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<ListRatesResponse> ListRates(ListRatesRequest request, ServerCallContext context) =>
        list.HandleAsync(request, context.CancellationToken);

    public override Task<GetRateResponse> GetRate(GetRateRequest request, ServerCallContext context) =>
        get.HandleAsync(request, context.CancellationToken);
}

using Grpc.Core;
using Wenye.Contracts.WelfarePosts.V1;
using Wenye.ServiceDefaults;
using Wenye.WelfarePosts.Features.Wages.GetWage;
using Wenye.WelfarePosts.Features.Wages.ImportRuralRates;
using Wenye.WelfarePosts.Features.Wages.ImportWages;
using Wenye.WelfarePosts.Features.Wages.ListWages;
using Wenye.WelfarePosts.Features.Wages.WithdrawWage;

namespace Wenye.WelfarePosts.Features.Wages;

/// <summary>Minimum wages and rural rates (最低工资标准接口); each rpc is a folder beside this file.</summary>
internal sealed class WageGrpcService(
    ImportWagesHandler import, ImportRuralRatesHandler importRural, WithdrawWageHandler withdraw, ListWagesHandler list, GetWageHandler get)
    : MinimumWageService.MinimumWageServiceBase
{
    public override Task<ImportWagesResponse> ImportWages(ImportWagesRequest request, ServerCallContext context) =>
        import.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<ImportRuralRatesResponse> ImportRuralRates(ImportRuralRatesRequest request, ServerCallContext context) =>
        importRural.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<WithdrawWageResponse> WithdrawWage(WithdrawWageRequest request, ServerCallContext context) =>
        withdraw.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<ListWagesResponse> ListWages(ListWagesRequest request, ServerCallContext context) =>
        list.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<GetWageResponse> GetWage(GetWageRequest request, ServerCallContext context) =>
        get.HandleAsync(request, context.CancellationToken);
}

using Grpc.Core;
using Wenye.Contracts.Training.V1;
using Wenye.ServiceDefaults;
using Wenye.Training.Features.Fundings.GetFunding;
using Wenye.Training.Features.Fundings.ListDueFundings;
using Wenye.Training.Features.Fundings.ListFundings;
using Wenye.Training.Features.Fundings.OpenFunding;
using Wenye.Training.Features.Fundings.PayFunding;
using Wenye.Training.Features.Fundings.SettleFunding;

namespace Wenye.Training.Features.Fundings;

/// <summary>The calls of fundings (培训资金安排接口); each is a folder beside this file.</summary>
internal sealed class FundingGrpcService(
    OpenFundingHandler open, PayFundingHandler pay, SettleFundingHandler settle, GetFundingHandler get, ListFundingsHandler list, ListDueFundingsHandler due)
    : FundingService.FundingServiceBase
{
    public override Task<OpenFundingResponse> OpenFunding(OpenFundingRequest request, ServerCallContext context) =>
        open.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<PayFundingResponse> PayFunding(PayFundingRequest request, ServerCallContext context) =>
        pay.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<SettleFundingResponse> SettleFunding(SettleFundingRequest request, ServerCallContext context) =>
        settle.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<GetFundingResponse> GetFunding(GetFundingRequest request, ServerCallContext context) =>
        get.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<ListFundingsResponse> ListFundings(ListFundingsRequest request, ServerCallContext context) =>
        list.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<ListDueFundingsResponse> ListDueFundings(ListDueFundingsRequest request, ServerCallContext context) =>
        due.HandleAsync(request, Caller.From(context), context.CancellationToken);
}

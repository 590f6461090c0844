using Grpc.Core;
using Wenye.Contracts.Loans.V1;
using Wenye.Loans.Features.Compensations.DeclineCompensation;
using Wenye.Loans.Features.Compensations.GetCompensation;
using Wenye.Loans.Features.Compensations.ListCompensations;
using Wenye.Loans.Features.Compensations.RecordPursuit;
using Wenye.Loans.Features.Compensations.RequestCompensation;
using Wenye.Loans.Features.Compensations.SettleCompensation;
using Wenye.Loans.Features.Compensations.WriteOffCompensation;
using Wenye.ServiceDefaults;

namespace Wenye.Loans.Features.Compensations;

/// <summary>The calls of compensation and pursuit (代偿、追偿、核销接口); each is a folder beside this file.</summary>
internal sealed class CompensationGrpcService(
    RequestCompensationHandler ask, SettleCompensationHandler settle, DeclineCompensationHandler decline, RecordPursuitHandler pursuit,
    WriteOffCompensationHandler writeOff, GetCompensationHandler get, ListCompensationsHandler list)
    : CompensationService.CompensationServiceBase
{
    public override Task<RequestCompensationResponse> RequestCompensation(RequestCompensationRequest request, ServerCallContext context) =>
        ask.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<SettleCompensationResponse> SettleCompensation(SettleCompensationRequest request, ServerCallContext context) =>
        settle.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<DeclineCompensationResponse> DeclineCompensation(DeclineCompensationRequest request, ServerCallContext context) =>
        decline.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<RecordPursuitResponse> RecordPursuit(RecordPursuitRequest request, ServerCallContext context) =>
        pursuit.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<WriteOffCompensationResponse> WriteOffCompensation(WriteOffCompensationRequest request, ServerCallContext context) =>
        writeOff.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<GetCompensationResponse> GetCompensation(GetCompensationRequest request, ServerCallContext context) =>
        get.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<ListCompensationsResponse> ListCompensations(ListCompensationsRequest request, ServerCallContext context) =>
        list.HandleAsync(request, Caller.From(context), context.CancellationToken);
}

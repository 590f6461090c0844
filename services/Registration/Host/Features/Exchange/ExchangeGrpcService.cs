using Grpc.Core;
using Wenye.Contracts.Registration.V1;
using Wenye.Registration.Features.Exchange.GetExchangeStatus;
using Wenye.Registration.Features.Exchange.ListHeldRecords;
using Wenye.Registration.Features.Exchange.ReleaseHeldRecord;
using Wenye.Registration.Features.Exchange.RunExchange;
using Wenye.Registration.Features.Exchange.UploadTakenOverResults;
using Wenye.ServiceDefaults;

namespace Wenye.Registration.Features.Exchange;

/// <summary>The calls of MinistryExchangeService (部级平台交换接口); each is a folder beside this file.</summary>
internal sealed class ExchangeGrpcService(
    GetExchangeStatusHandler status, ListHeldRecordsHandler list, ReleaseHeldRecordHandler release, RunExchangeHandler run,
    UploadTakenOverResultsHandler uploadTakenOver)
    : MinistryExchangeService.MinistryExchangeServiceBase
{
    public override Task<GetExchangeStatusResponse> GetExchangeStatus(GetExchangeStatusRequest request, ServerCallContext context) =>
        status.HandleAsync(Caller.From(context), context.CancellationToken);

    public override Task<ListHeldRecordsResponse> ListHeldRecords(ListHeldRecordsRequest request, ServerCallContext context) =>
        list.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<ReleaseHeldRecordResponse> ReleaseHeldRecord(ReleaseHeldRecordRequest request, ServerCallContext context) =>
        release.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<UploadTakenOverResultsResponse> UploadTakenOverResults(UploadTakenOverResultsRequest request, ServerCallContext context) =>
        uploadTakenOver.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<RunExchangeResponse> RunExchange(RunExchangeRequest request, ServerCallContext context) =>
        run.HandleAsync(request, Caller.From(context), context.CancellationToken);
}

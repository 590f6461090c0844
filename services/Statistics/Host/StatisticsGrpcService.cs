using Grpc.Core;
using Wenye.Contracts.Statistics.V1;
using Wenye.ServiceDefaults;
using Wenye.Statistics.Features.GetRegistrationCount;
using Wenye.Statistics.Features.ListFigureRecords;
using Wenye.Statistics.Features.ListLoanCounts;
using Wenye.Statistics.Features.ListPaymentCounts;
using Wenye.Statistics.Features.ListRegistrationCounts;
using Wenye.Statistics.Features.ListTrainingCounts;

namespace Wenye.Statistics;

/// <summary>The calls of wenye.statistics.v1 (就业统计接口); each is a folder under Features.</summary>
internal sealed class StatisticsGrpcService(
    GetRegistrationCountHandler get, ListRegistrationCountsHandler list, ListPaymentCountsHandler payments, ListTrainingCountsHandler training,
    ListLoanCountsHandler loans, ListFigureRecordsHandler records)
    : StatisticsService.StatisticsServiceBase
{
    public override Task<GetRegistrationCountResponse> GetRegistrationCount(
        GetRegistrationCountRequest request, ServerCallContext context) =>
        get.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<ListRegistrationCountsResponse> ListRegistrationCounts(
        ListRegistrationCountsRequest request, ServerCallContext context) =>
        list.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<ListPaymentCountsResponse> ListPaymentCounts(ListPaymentCountsRequest request, ServerCallContext context) =>
        payments.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<ListTrainingCountsResponse> ListTrainingCounts(ListTrainingCountsRequest request, ServerCallContext context) =>
        training.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<ListLoanCountsResponse> ListLoanCounts(ListLoanCountsRequest request, ServerCallContext context) =>
        loans.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<ListFigureRecordsResponse> ListFigureRecords(ListFigureRecordsRequest request, ServerCallContext context) =>
        records.HandleAsync(request, Caller.From(context), context.CancellationToken);
}

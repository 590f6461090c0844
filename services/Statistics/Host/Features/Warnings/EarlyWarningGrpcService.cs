using Grpc.Core;
using Wenye.Contracts.Statistics.V1;
using Wenye.ServiceDefaults;
using Wenye.Statistics.Features.Warnings.ChangeWarning;
using Wenye.Statistics.Features.Warnings.EvaluateWarnings;
using Wenye.Statistics.Features.Warnings.GetWarning;
using Wenye.Statistics.Features.Warnings.ImportMonitoredFirms;
using Wenye.Statistics.Features.Warnings.ListIndicators;
using Wenye.Statistics.Features.Warnings.ListLayoffs;
using Wenye.Statistics.Features.Warnings.ListMonitoredFirms;
using Wenye.Statistics.Features.Warnings.ListWarnings;
using Wenye.Statistics.Features.Warnings.RegisterMonitoredFirm;
using Wenye.Statistics.Features.Warnings.RemoveMonitoredFirm;
using Wenye.Statistics.Features.Warnings.ReportLayoff;

namespace Wenye.Statistics.Features.Warnings;

/// <summary>The calls of early warning (失业预警接口); each is a folder beside this.</summary>
internal sealed class EarlyWarningGrpcService(
    ListWarningsHandler list, GetWarningHandler get, ChangeWarningHandler change, ListIndicatorsHandler indicators, EvaluateWarningsHandler evaluate,
    RegisterMonitoredFirmHandler register, RemoveMonitoredFirmHandler remove, ListMonitoredFirmsHandler firms, ImportMonitoredFirmsHandler import,
    ReportLayoffHandler report, ListLayoffsHandler layoffs)
    : EarlyWarningService.EarlyWarningServiceBase
{
    public override Task<ListWarningsResponse> ListWarnings(ListWarningsRequest request, ServerCallContext context) =>
        list.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<GetWarningResponse> GetWarning(GetWarningRequest request, ServerCallContext context) =>
        get.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<AcknowledgeWarningResponse> AcknowledgeWarning(AcknowledgeWarningRequest request, ServerCallContext context) =>
        change.AcknowledgeAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<HandleWarningResponse> HandleWarning(HandleWarningRequest request, ServerCallContext context) =>
        change.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<CloseWarningResponse> CloseWarning(CloseWarningRequest request, ServerCallContext context) =>
        change.CloseAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<ListIndicatorsResponse> ListIndicators(ListIndicatorsRequest request, ServerCallContext context) =>
        indicators.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<EvaluateWarningsResponse> EvaluateWarnings(EvaluateWarningsRequest request, ServerCallContext context) =>
        evaluate.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<RegisterMonitoredFirmResponse> RegisterMonitoredFirm(RegisterMonitoredFirmRequest request, ServerCallContext context) =>
        register.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<RemoveMonitoredFirmResponse> RemoveMonitoredFirm(RemoveMonitoredFirmRequest request, ServerCallContext context) =>
        remove.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<ListMonitoredFirmsResponse> ListMonitoredFirms(ListMonitoredFirmsRequest request, ServerCallContext context) =>
        firms.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<ImportMonitoredFirmsResponse> ImportMonitoredFirms(IAsyncStreamReader<ImportMonitoredFirmsRequest> requestStream, ServerCallContext context) =>
        import.HandleAsync(requestStream, Caller.From(context), context.CancellationToken);

    public override Task<ListMonitoredFirmFaultsResponse> ListMonitoredFirmFaults(ListMonitoredFirmFaultsRequest request, ServerCallContext context) =>
        import.FaultsAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<ReportLayoffResponse> ReportLayoff(ReportLayoffRequest request, ServerCallContext context) =>
        report.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<ListLayoffsResponse> ListLayoffs(ListLayoffsRequest request, ServerCallContext context) =>
        layoffs.HandleAsync(request, Caller.From(context), context.CancellationToken);
}

using Microsoft.Extensions.Options;
using Wenye.Contracts.Registration.V1;
using Wenye.Registration.Exchange;
using Wenye.Registration.Features.Exchange.GetExchangeStatus;
using Wenye.ServiceDefaults;

namespace Wenye.Registration.Features.Exchange.RunExchange;

/// <summary>Exchanges now (立即执行): to repeat it does no harm, so it needs no request id.</summary>
internal sealed class RunExchangeHandler(
    Downloads downloads, Uploads uploads, ExchangeStore store, GetExchangeStatusHandler status, IOptions<MinistryOptions> options)
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(20);

    public async Task<RunExchangeResponse> HandleAsync(RunExchangeRequest request, Caller caller, CancellationToken cancellation)
    {
        if (request.Kind == ExchangeKind.Unspecified || !Enum.IsDefined(request.Kind))
        {
            throw RpcErrors.InvalidArgument("kind", "请从接口定义的交换事项中选择一项");
        }

        foreach (var division in options.Value.Divisions)
        {
            caller.DemandDivision(division);
        }

        if (options.Value.Address is null)
        {
            throw RpcErrors.FailedPrecondition("EXCHANGE_NOT_CONFIGURED", "没有配置部级平台的地址，不能交换；请由系统管理员配置");
        }

        await (request.Kind == ExchangeKind.ApplicationDownload ? downloads.RunNowAsync(cancellation) : UploadAsync(request.Kind, cancellation));
        return new RunExchangeResponse { Status = await status.OfAsync(request.Kind, caller, cancellation) };
    }

    // Ends when nothing is due, or the platform gives no answer: then the records wait for their next time.
    private async Task UploadAsync(ExchangeKind kind, CancellationToken cancellation)
    {
        await store.HurryAsync(kind);
        while (await uploads.SendDueAsync(cancellation) is { Claimed: > 0, PlatformIsAway: false })
        {
            cancellation.ThrowIfCancellationRequested();
        }

        // The exchange's own rounds, here and elsewhere, may have taken some of them first.
        using var look = new PeriodicTimer(Look);
        for (var waited = TimeSpan.Zero; waited < LongestWait && await store.AnyUnderWayAsync(kind, cancellation); waited += Look)
        {
            await look.WaitForNextTickAsync(cancellation);
        }
    }
}

using Wenye.Contracts.Statistics.V1;
using Wenye.Persistence;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Wenye.Statistics.Data;

namespace Wenye.Statistics.Features.Warnings.RemoveMonitoredFirm;

/// <summary>Ends the monitoring of a firm (退出监测).</summary>
internal sealed class RemoveMonitoredFirmHandler(StatisticsDbContext database, FirmSteps steps, HandledRequests requests, TimeProvider time)
{
    public async Task<RemoveMonitoredFirmResponse> HandleAsync(RemoveMonitoredFirmRequest request, Caller caller, CancellationToken cancellation)
    {
        var faults = new RequestFaults();
        Firms.Code(faults, request.Code, "code");
        faults.Add(HandledBy.Faults(request.Handling, operatorRequired: true))
            .Demand(request.Handling?.Remarks.Length > 0, "AAE013", "请填写退出监测的原因")
            .ThrowIfAny();
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        var firm = await steps.HoldAsync(request.Code, cancellation);
        if (firm is null || !caller.MaySee(firm.Division))
        {
            throw RpcErrors.NotFound("FIRM_NOT_FOUND", "监测企业清单中没有该企业，请核对");
        }

        if (await requests.FindAsync<RemoveMonitoredFirmResponse>(caller.Agency, request.RequestId, request, cancellation) is { } first)
        {
            return first;
        }

        if (firm.RemovedOn is not null)
        {
            throw RpcErrors.FailedPrecondition("FIRM_REMOVED", "该企业已退出监测");
        }

        firm.RemovedOn = ChinaTime.Today(time);
        await steps.AddAsync(firm.Code, "removed", HandledBy.Of(request.Handling, caller, time), cancellation);
        return await requests.SaveAsync(caller.Agency, request.RequestId, request, new RemoveMonitoredFirmResponse { Firm = firm.ToContract(latest: null) }, cancellation);
    }
}

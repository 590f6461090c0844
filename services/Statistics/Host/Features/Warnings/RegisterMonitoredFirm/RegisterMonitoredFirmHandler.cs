using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Statistics.V1;
using Wenye.Persistence;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Wenye.Statistics.Data;
using Wenye.Statistics.Data.Warnings;
using StoredFirm = Wenye.Statistics.Data.Warnings.MonitoredFirm;

namespace Wenye.Statistics.Features.Warnings.RegisterMonitoredFirm;

/// <summary>Takes a firm under monitoring, or changes what is known of it (纳入监测).</summary>
internal sealed class RegisterMonitoredFirmHandler(StatisticsDbContext database, FirmSteps steps, HandledRequests requests, TimeProvider time)
{
    public async Task<RegisterMonitoredFirmResponse> HandleAsync(RegisterMonitoredFirmRequest request, Caller caller, CancellationToken cancellation)
    {
        var faults = new RequestFaults();
        Firms.Check(faults, request.Firm, caller);
        faults.Add(HandledBy.Faults(request.Handling, operatorRequired: true)).ThrowIfAny();
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        var known = await steps.HoldAsync(request.Firm.Code, cancellation);
        if (await requests.FindAsync<RegisterMonitoredFirmResponse>(caller.Agency, request.RequestId, request, cancellation) is { } first)
        {
            return first;
        }

        var firm = Taken(known, request, caller);
        await steps.AddAsync(firm.Code, "registered", HandledBy.Of(request.Handling, caller, time), cancellation);
        var latest = await database.Set<ReportedMonth>().AsNoTracking().Where(month => month.Code == firm.Code).OrderByDescending(month => month.Month).FirstOrDefaultAsync(cancellation);
        var answer = new RegisterMonitoredFirmResponse { Firm = firm.ToContract(latest) };
        return await requests.SaveAsync(caller.Agency, request.RequestId, request, answer, cancellation);
    }

    private StoredFirm Taken(StoredFirm? known, RegisterMonitoredFirmRequest request, Caller caller)
    {
        var today = ChinaTime.Today(time);
        if (known is null)
        {
            var firm = request.Firm.ToStored(today);
            database.Add(firm);
            return firm;
        }

        if (!caller.MaySee(known.Division) && known.RemovedOn is null)
        {
            throw RpcErrors.FailedPrecondition("FIRM_MONITORED_ELSEWHERE", "该企业已由其他地区纳入监测，请先由当地办理退出");
        }

        (known.Since, known.RemovedOn) = (known.RemovedOn is null ? known.Since : today, null);
        (known.Division, known.Industry, known.Size, known.Focus) = (request.Firm.Division, request.Firm.Industry, request.Firm.Size, Term<FirmFocus>.Text(request.Firm.Focus));
        return known;
    }
}

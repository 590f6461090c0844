using Microsoft.EntityFrameworkCore;
using Wenye.Persistence;
using Wenye.ServiceDefaults;
using Wenye.Statistics.Data;
using Wenye.Statistics.Data.Warnings;

namespace Wenye.Statistics.Features.Warnings;

/// <summary>Who did what to the monitoring of a firm (监测企业环节).</summary>
internal sealed class FirmSteps(StatisticsDbContext database)
{
    /// <summary>The firm, held until the transaction ends (锁定); null: it was never monitored.</summary>
    public async Task<MonitoredFirm?> HoldAsync(string code, CancellationToken cancellation)
    {
        await database.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({code}, 2))", cancellation);
        return await database.Set<MonitoredFirm>().SingleOrDefaultAsync(firm => firm.Code == code, cancellation);
    }

    /// <summary>Adds a step (记录环节).</summary>
    public async Task AddAsync(string code, string state, HandledBy by, CancellationToken cancellation)
    {
        var last = await database.Set<FirmStep>().Where(step => step.Code == code).MaxAsync(step => (int?)step.Sequence, cancellation) ?? 0;
        database.Add(new FirmStep { Code = code, State = state }.By(last + 1, by));
    }
}

using Microsoft.EntityFrameworkCore;
using Wenye.Persistence;

namespace Wenye.Statistics.Data.Warnings;

/// <summary>The tables of monitored firms that many rows are written to at once (成批写入的表).</summary>
internal sealed class WarningTables
{
    public WarningTables(DbContextOptions<StatisticsDbContext> options)
    {
        using var context = new StatisticsDbContext(options);
        Firms = new(context.Model);
        Months = new(context.Model);
        Faults = new(context.Model);
    }

    public RowTable<MonitoredFirm> Firms { get; }

    public RowTable<ReportedMonth> Months { get; }

    public RowTable<RejectedField> Faults { get; }
}

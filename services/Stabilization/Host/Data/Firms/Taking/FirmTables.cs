using Microsoft.EntityFrameworkCore;
using Wenye.Persistence;

namespace Wenye.Stabilization.Data;

/// <summary>The tables that an import of firm data writes many rows of at once (成批写入的表).</summary>
internal sealed class FirmTables
{
    public FirmTables(DbContextOptions<StabilizationDbContext> options)
    {
        using var context = new StabilizationDbContext(options);
        Firms = new(context.Model);
        Years = new(context.Model);
        Reductions = new(context.Model);
        Finances = new(context.Model);
        PastRefunds = new(context.Model);
        Funds = new(context.Model);
        Benefits = new(context.Model);
        Feeds = new(context.Model);
        Faults = new(context.Model);
    }

    public RowTable<Firm> Firms { get; }

    public RowTable<FirmYear> Years { get; }

    public RowTable<FirmReduction> Reductions { get; }

    public RowTable<FirmFinance> Finances { get; }

    public RowTable<PastRefund> PastRefunds { get; }

    public RowTable<PoolFund> Funds { get; }

    public RowTable<BenefitStandard> Benefits { get; }

    public RowTable<CompleteFeed> Feeds { get; }

    public RowTable<RejectedField> Faults { get; }
}

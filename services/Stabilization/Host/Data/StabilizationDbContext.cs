using Microsoft.EntityFrameworkCore;
using Wenye.Payments;
using Wenye.Persistence;

namespace Wenye.Stabilization.Data;

/// <summary>Stabilization's database (援企稳岗库).</summary>
public sealed class StabilizationDbContext(DbContextOptions<StabilizationDbContext> options) : ServiceDbContext(options)
{
    public DbSet<Firm> Firms => Set<Firm>();

    public DbSet<RefundCase> RefundCases => Set<RefundCase>();

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        FirmMapping.Map(modelBuilder, PersonalData);
        RefundTables.Map(modelBuilder, PersonalData);
        TrainingTables.Map(modelBuilder, PersonalData);
        modelBuilder.AddPayments(PersonalData);
        ScreeningMapping.Map(modelBuilder);
    }
}

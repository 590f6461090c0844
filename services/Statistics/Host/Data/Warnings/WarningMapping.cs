using Microsoft.EntityFrameworkCore;
using Wenye.Persistence;

namespace Wenye.Statistics.Data.Warnings;

/// <summary>Tables of early warning (失业预警各表).</summary>
internal static class WarningMapping
{
    // A division's records are found by prefix on the key, in the same order on every server.
    private const string ByteOrder = "C";

    public static void Map(ModelBuilder model, PersonalDataProtector? personalData)
    {
        MapWarnings(model, personalData);
        model.Entity<MonitoredFirm>(firm =>
        {
            firm.ToTable("monitored_firm").HasKey(f => f.Code);
            firm.Property(f => f.Code).UseCollation(ByteOrder);
            firm.Property(f => f.Division).UseCollation(ByteOrder);
            firm.HasIndex(f => new { f.Division, f.Code });
        });
        model.Entity<FirmStep>(step =>
        {
            step.ToTable("monitored_firm_step").HasKey(s => new { s.Code, s.Sequence });
            step.Property(s => s.Code).UseCollation(ByteOrder);
            step.MapStep(personalData);
        });
        model.Entity<ReportedMonth>(month =>
        {
            month.ToTable("monitored_firm_month").HasKey(m => new { m.Code, m.Month });
            month.Property(m => m.Code).UseCollation(ByteOrder);
            month.Property(m => m.Month).UseCollation(ByteOrder);
        });
        model.Entity<ReportedLayoff>(layoff =>
        {
            layoff.ToTable("reported_layoff").HasKey(l => l.Id);
            layoff.Property(l => l.Id).ValueGeneratedNever();
            layoff.Property(l => l.Division).UseCollation(ByteOrder);
            layoff.Property(l => l.Month).UseCollation(ByteOrder);
            layoff.Property(l => l.Plan).IsProtected(personalData);
            layoff.Property(l => l.Operator).IsProtectedIfPresent(personalData);
            layoff.HasIndex(l => new { l.Division, l.Month });
            layoff.HasIndex(l => l.Code);
        });
    }

    private static void MapWarnings(ModelBuilder model, PersonalDataProtector? personalData)
    {
        model.Entity<StoredWarning>(warning =>
        {
            warning.ToTable("warning").HasKey(w => w.Id);
            warning.Property(w => w.Id).ValueGeneratedNever();
            warning.Property(w => w.Division).UseCollation(ByteOrder);
            warning.Property(w => w.Period).UseCollation(ByteOrder);
            warning.HasIndex(w => new { w.Division, w.Period, w.Dimension, w.Indicator, w.Subject }).IsUnique();
        });
        model.Entity<WarningStep>(step =>
        {
            step.ToTable("warning_step").HasKey(s => new { s.WarningId, s.Sequence });
            step.MapStep(personalData);
            step.HasOne<StoredWarning>().WithMany().HasForeignKey(s => s.WarningId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<WarningRound>(round =>
        {
            round.ToTable("warning_round").HasKey(r => new { r.Division, r.Period });
            round.Property(r => r.Division).UseCollation(ByteOrder);
            round.Property(r => r.Period).UseCollation(ByteOrder);
        });
    }
}

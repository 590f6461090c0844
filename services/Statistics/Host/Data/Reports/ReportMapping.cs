using Microsoft.EntityFrameworkCore;
using Wenye.Persistence;

namespace Wenye.Statistics.Data.Reports;

/// <summary>Tables of reports (报表各表).</summary>
internal static class ReportMapping
{
    // A division's figures are found by prefix on the key, in the same order on every server.
    private const string ByteOrder = "C";

    public static void Map(ModelBuilder model, PersonalDataProtector? personalData)
    {
        model.Entity<UnitReport>(report =>
        {
            report.ToTable("unit_report").HasKey(r => r.Id);
            report.Property(r => r.Id).ValueGeneratedNever();
            report.Property(r => r.Division).UseCollation(ByteOrder);
            report.Property(r => r.Period).UseCollation(ByteOrder);
            report.HasIndex(r => new { r.Period, r.Kind, r.Division }).IsUnique();
            report.HasMany(r => r.Steps).WithOne().HasForeignKey(s => s.ReportId);
        });
        model.Entity<UnitReportStep>().ToTable("unit_report_step").HasKey(s => new { s.ReportId, s.Sequence });
        model.Entity<UnitReportStep>().MapStep(personalData);
        model.Entity<FrozenVersion>(version =>
        {
            version.ToTable("report_version").HasKey(v => new { v.ReportId, v.Number });
            version.Property(v => v.Number).ValueGeneratedNever();
            version.HasOne<UnitReport>().WithMany().HasForeignKey(v => v.ReportId);
        });
        model.Entity<FrozenLine>(line =>
        {
            line.ToTable("report_line").HasKey(l => new { l.ReportId, l.Number, l.Measure, l.Dimension, l.Key });
            line.Property(l => l.Number).ValueGeneratedNever();
            line.HasOne<FrozenVersion>().WithMany().HasForeignKey(l => new { l.ReportId, l.Number });
        });
        model.Entity<EmployedAtYearEnd>(employed =>
        {
            employed.ToTable("employed_at_year_end").HasKey(e => new { e.Division, e.Year });
            employed.Property(e => e.Division).UseCollation(ByteOrder);
            employed.Property(e => e.Year).ValueGeneratedNever();
        });
        model.Entity<AnnualTarget>(target =>
        {
            target.ToTable("target").HasKey(t => new { t.Division, t.Year, t.Measure });
            target.Property(t => t.Division).UseCollation(ByteOrder);
            target.Property(t => t.Year).ValueGeneratedNever();
        });
    }
}

using Microsoft.EntityFrameworkCore;
using Wenye.Persistence;

namespace Wenye.Statistics.Data.Verification;

/// <summary>Tables of verification (数据核实各表).</summary>
internal static class VerificationMapping
{
    // A division's records are found by prefix on the key, in the same order on every server.
    private const string ByteOrder = "C";

    public static void Map(ModelBuilder model, PersonalDataProtector? personalData)
    {
        model.Entity<DoubtfulRecord>(doubt =>
        {
            doubt.ToTable("record_doubt").HasKey(d => d.EmploymentId);
            doubt.Property(d => d.EmploymentId).ValueGeneratedNever();
            doubt.Property(d => d.Division).UseCollation(ByteOrder);
            doubt.Property(d => d.Period).UseCollation(ByteOrder);
            doubt.HasIndex(d => d.PersonId);
            doubt.HasIndex(d => new { d.State, d.Division, d.EmploymentId });
        });
        model.Entity<DoubtStep>(step =>
        {
            step.ToTable("record_doubt_step").HasKey(s => new { s.EmploymentId, s.Sequence });
            step.MapStep(personalData);
        });
        model.Entity<InspectionSample>(sample =>
        {
            sample.ToTable("inspection_sample").HasKey(s => s.Id);
            sample.Property(s => s.Id).ValueGeneratedNever();
            sample.Property(s => s.Division).UseCollation(ByteOrder);
            sample.Property(s => s.Operator).IsProtectedIfPresent(personalData);
            sample.HasIndex(s => new { s.Division, s.Id });
        });
        model.Entity<InspectionStratum>(stratum =>
        {
            stratum.ToTable("inspection_stratum").HasKey(s => new { s.SampleId, s.Division });
            stratum.Property(s => s.Division).UseCollation(ByteOrder);
            stratum.HasOne<InspectionSample>().WithMany().HasForeignKey(s => s.SampleId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<InspectedRecord>(record =>
        {
            record.ToTable("inspected_record").HasKey(r => new { r.SampleId, r.EmploymentId });
            record.Property(r => r.Division).UseCollation(ByteOrder);
            record.Property(r => r.Operator).IsProtectedIfPresent(personalData);
            record.Property(r => r.Note).IsProtectedIfPresent(personalData);
            record.HasIndex(r => new { r.Agency, r.Round, r.EmploymentId }).IsUnique();
            record.HasOne<InspectionSample>().WithMany().HasForeignKey(r => r.SampleId).OnDelete(DeleteBehavior.Restrict);
        });
    }
}

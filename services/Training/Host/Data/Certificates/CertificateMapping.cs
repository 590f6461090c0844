using Microsoft.EntityFrameworkCore;
using Wenye.Persistence;

namespace Wenye.Training.Data;

/// <summary>Tables of certificates (培训合格证书各表).</summary>
internal static class CertificateMapping
{
    /// <summary>What the database itself refuses: a certificate that goes, a step or a reading that is changed.</summary>
    /// <remarks>The function is LedgerGuard's of services/Shared/Payments, in this database since its first migration.</remarks>
    public const string Guard = """
        CREATE TRIGGER stays BEFORE DELETE OR TRUNCATE ON certificate FOR EACH STATEMENT EXECUTE FUNCTION payments_append_only();
        CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON certificate_step FOR EACH STATEMENT EXECUTE FUNCTION payments_append_only();
        CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON certificate_decision FOR EACH STATEMENT EXECUTE FUNCTION payments_append_only();
        CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON certificate_read FOR EACH STATEMENT EXECUTE FUNCTION payments_append_only();
        """;

    /// <summary>Takes it away again, before the tables go.</summary>
    public const string Unguard = """
        DROP TRIGGER stays ON certificate;
        DROP TRIGGER append_only ON certificate_step;
        DROP TRIGGER append_only ON certificate_decision;
        DROP TRIGGER append_only ON certificate_read;
        """;

    // Numbers are found by prefix, in the same order on every server.
    private const string ByteOrder = "C";

    public static void Map(ModelBuilder model, PersonalDataProtector? personalData)
    {
        MapCertificates(model, personalData);
        MapBatches(model, personalData);
        model.Entity<CertificateRead>(read =>
        {
            read.ToTable("certificate_read").HasKey(r => r.Id);
            read.Property(r => r.SerialNumber).UseCollation(ByteOrder);
            read.HasIndex(r => new { r.ClassId, r.Id });
        });
    }

    private static void MapCertificates(ModelBuilder model, PersonalDataProtector? personalData)
    {
        model.Entity<Certificate>(certificate =>
        {
            certificate.ToTable("certificate").HasKey(c => c.SerialNumber);
            certificate.Property(c => c.SerialNumber).UseCollation(ByteOrder);
            certificate.Property(c => c.HolderName).IsProtected(personalData);
            certificate.HasOne<Enrolment>().WithMany().HasForeignKey(c => c.EnrolmentId).OnDelete(DeleteBehavior.Restrict);
            certificate.HasMany(c => c.Steps).WithOne().HasForeignKey(s => s.SerialNumber).OnDelete(DeleteBehavior.Restrict);

            // A batch needs no index: its numbers lie one after another, from its first to its last.
            certificate.HasIndex(c => c.EnrolmentId).IsUnique();
            certificate.HasIndex(c => c.TraineeId);
            certificate.HasIndex(c => new { c.ClassId, c.SerialNumber });
            certificate.HasIndex(c => new { c.InstitutionId, c.SerialNumber });
        });
        model.Entity<CertificateStep>(step =>
        {
            step.MapStep(personalData).ToTable("certificate_step").HasKey(s => new { s.SerialNumber, s.Sequence });
            step.Property(s => s.SerialNumber).UseCollation(ByteOrder);
        });
    }

    private static void MapBatches(ModelBuilder model, PersonalDataProtector? personalData)
    {
        model.Entity<CertificateBatch>(batch =>
        {
            batch.ToTable("certificate_batch").HasKey(b => b.Id);
            batch.Property(b => b.Id).ValueGeneratedNever();
            batch.Property(b => b.Operator).IsProtected(personalData);
            batch.HasIndex(b => b.ClassId);
        });
        model.Entity<CertificateDecision>(decision =>
        {
            decision.ToTable("certificate_decision").HasKey(d => new { d.BatchId, d.Number });
            decision.Property(d => d.Number).ValueGeneratedNever();
            decision.HasOne<CertificateBatch>().WithMany().HasForeignKey(d => d.BatchId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<CertificateSequence>(sequence =>
        {
            sequence.ToTable("certificate_sequence").HasKey(s => new { s.InstitutionId, s.Year });
            sequence.Property(s => s.Year).ValueGeneratedNever();
        });
    }
}

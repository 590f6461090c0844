using Microsoft.EntityFrameworkCore;
using Wenye.Persistence;

namespace Wenye.Training.Data;

/// <summary>Tables of institutions, catalogue and classes (培训机构、目录、班级各表).</summary>
internal static class TrainingTables
{
    /// <summary>What the database itself refuses: a step of an institution or a reading of a roster that is changed or goes.</summary>
    /// <remarks>The function is LedgerGuard's of services/Shared/Payments, in this database since its first migration.</remarks>
    public const string Guard = """
        CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON institution_step FOR EACH STATEMENT EXECUTE FUNCTION payments_append_only();
        CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON roster_read FOR EACH STATEMENT EXECUTE FUNCTION payments_append_only();
        """;

    // Divisions, codes and numbers are found by prefix, in the same order on every server.
    private const string ByteOrder = "C";

    public static void Map(ModelBuilder model, PersonalDataProtector? personalData)
    {
        MapInstitutions(model, personalData);
        MapCourses(model);
        MapClasses(model, personalData);
        CertificateMapping.Map(model, personalData);
        TrainingFileMapping.Map(model);
        ImportProgress.Map<TrainingImport>(model, "training_import", "training_import_fault");
    }

    private static void MapInstitutions(ModelBuilder model, PersonalDataProtector? personalData)
    {
        model.Entity<Institution>(institution =>
        {
            institution.ToTable("institution").HasKey(i => i.Id);
            institution.Property(i => i.Id).ValueGeneratedNever();
            institution.Property(i => i.Division).UseCollation(ByteOrder);
            institution.Property(i => i.Name).UseCollation(ByteOrder);
            institution.Property(i => i.BankAccount).IsProtectedIfPresent(personalData);
            institution.HasIndex(i => new { i.Division, i.Code }).IsUnique();
            institution.HasIndex(i => new { i.Name, i.Id });
            institution.HasMany(i => i.Steps).WithOne().HasForeignKey(s => s.InstitutionId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<InstitutionStep>(step => step.MapStep(personalData).ToTable("institution_step").HasKey(s => new { s.InstitutionId, s.Sequence }));
        model.Entity<InstitutionCode>(code =>
        {
            code.ToTable("institution_code").HasKey(c => new { c.Division, c.Code });
            code.Property(c => c.Division).UseCollation(ByteOrder);
            code.Property(c => c.Code).ValueGeneratedNever();
        });
        model.Entity<PlatformEvaluation>(evaluation =>
        {
            evaluation.ToTable("platform_evaluation").HasKey(e => e.Id);
            evaluation.Property(e => e.Id).ValueGeneratedNever();
            evaluation.HasOne<Institution>().WithMany().HasForeignKey(e => e.InstitutionId).OnDelete(DeleteBehavior.Restrict);
        });
    }

    private static void MapCourses(ModelBuilder model) => model.Entity<Course>(course =>
    {
        course.ToTable("course").HasKey(c => new { c.City, c.Occupation, c.Level, c.From });
        course.Property(c => c.City).UseCollation(ByteOrder);
        course.Property(c => c.Occupation).UseCollation(ByteOrder);
        course.Property(c => c.Level).ValueGeneratedNever();
    });

    private static void MapClasses(ModelBuilder model, PersonalDataProtector? personalData)
    {
        model.Entity<RosterRead>(read =>
        {
            read.ToTable("roster_read").HasKey(r => r.Id);
            read.HasOne<TrainingClass>().WithMany().HasForeignKey(r => r.ClassId).OnDelete(DeleteBehavior.Restrict);
            read.HasIndex(r => new { r.ClassId, r.Id });
        });
        model.Entity<TrainingClass>(one =>
        {
            one.ToTable("training_class").HasKey(c => c.Id);
            one.Property(c => c.Id).ValueGeneratedNever();
            one.Property(c => c.Division).UseCollation(ByteOrder);
            one.HasOne<Institution>().WithMany().HasForeignKey(c => c.InstitutionId).OnDelete(DeleteBehavior.Restrict);
            one.HasMany(c => c.Steps).WithOne().HasForeignKey(s => s.ClassId).OnDelete(DeleteBehavior.Restrict);
            one.HasIndex(c => new { c.Division, c.Id });
            one.HasIndex(c => new { c.InstitutionId, c.Id });
        });
        model.Entity<ClassStep>(step => step.MapStep(personalData).ToTable("class_step").HasKey(s => new { s.ClassId, s.Sequence }));
        model.Entity<Trainee>(trainee =>
        {
            trainee.ToTable("trainee").HasKey(t => t.Id);
            trainee.Property(t => t.Id).ValueGeneratedNever();
            trainee.Property(t => t.Name).IsProtected(personalData);
            trainee.Property(t => t.IdNumber).IsProtected(personalData);
            trainee.HasIndex(t => t.IdHash).IsUnique();
        });
        model.Entity<Enrolment>(enrolment =>
        {
            enrolment.ToTable("enrolment").HasKey(e => e.Id);
            enrolment.Property(e => e.Id).ValueGeneratedNever();
            enrolment.Property(e => e.MobilePhone).IsProtected(personalData);
            enrolment.Property(e => e.Score).HasPrecision(4, 1);
            enrolment.HasOne<TrainingClass>().WithMany().HasForeignKey(e => e.ClassId).OnDelete(DeleteBehavior.Restrict);
            enrolment.HasOne<Trainee>().WithMany().HasForeignKey(e => e.TraineeId).OnDelete(DeleteBehavior.Restrict);
            enrolment.HasIndex(e => new { e.ClassId, e.TraineeId }).IsUnique();
            enrolment.HasIndex(e => e.TraineeId);
            enrolment.HasIndex(e => e.PhoneHash);
        });
        model.Entity<AttendanceDay>(day =>
        {
            day.ToTable("attendance_day").HasKey(d => new { d.EnrolmentId, d.Day, d.Online });
            day.Property(d => d.Online).ValueGeneratedNever();
            day.HasOne<Enrolment>().WithMany().HasForeignKey(d => d.EnrolmentId).OnDelete(DeleteBehavior.Restrict);
        });
    }
}

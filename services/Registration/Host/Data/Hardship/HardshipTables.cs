using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Registration.V1;
using Wenye.Persistence;

namespace Wenye.Registration.Data;

/// <summary>Tables of hardship recognition (就业困难人员认定).</summary>
internal static class HardshipTables
{
    /// <summary>One live recognition for each person and category.</summary>
    public const string OneLiveRecognition = "ux_recognition_live_category";

    /// <summary>One step at a time for each recognition.</summary>
    public const string StepsFollow = "pk_recognition_step";

    public static void Map(ModelBuilder model, PersonalDataProtector? personalData)
    {
        var live = $"state in ({(int)RecognitionState.Applied}, {(int)RecognitionState.Publicised}, {(int)RecognitionState.Recognised})";
        model.Entity<StoredRecognition>(recognition =>
        {
            recognition.ToTable("recognition").HasKey(r => r.Id);
            recognition.Property(r => r.Id).ValueGeneratedNever();
            recognition.Property(r => r.Division).UseCollation("C");
            recognition.Property(r => r.Evidence).IsProtected(personalData);
            recognition.Property(r => r.Decision).IsProtected(personalData);
            recognition.Property(r => r.Version).HasColumnName("xmin").IsRowVersion();
            recognition.Property<string>("City").HasComputedColumnSql("left(division, 4)", stored: true).UseCollation("C");
            recognition.Property<string>("Province").HasComputedColumnSql("left(division, 2)", stored: true).UseCollation("C");
            recognition.HasOne<Person>().WithMany().HasForeignKey(r => r.PersonId).OnDelete(DeleteBehavior.Restrict);
            recognition.HasOne<UnemploymentRegistration>().WithMany().HasForeignKey(r => r.RegistrationId).OnDelete(DeleteBehavior.Restrict);
            recognition.HasMany(r => r.Steps).WithOne().HasForeignKey(s => s.RecognitionId).OnDelete(DeleteBehavior.Restrict);
            recognition.HasIndex(r => new { r.PersonId, r.Category, r.CityCategory }).IsUnique().HasFilter(live).HasDatabaseName(OneLiveRecognition);

            // Each level of division has its own index in the order of the answer, as for registrations.
            recognition.HasIndex("Division", "Id").HasDatabaseName("ix_recognition_county");
            recognition.HasIndex("City", "Id").HasDatabaseName("ix_recognition_city");
            recognition.HasIndex("Province", "Id").HasDatabaseName("ix_recognition_province");
        });
        model.Entity<StoredRecognitionStep>(step =>
        {
            step.ToTable("recognition_step").HasKey(s => new { s.RecognitionId, s.Sequence }).HasName(StepsFollow);
            step.Property(s => s.Sequence).ValueGeneratedNever();
            step.Property(s => s.Operator).IsProtectedIfPresent(personalData);
            step.Property(s => s.Note).IsProtectedIfPresent(personalData);
        });
    }
}

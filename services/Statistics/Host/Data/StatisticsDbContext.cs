using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Wenye.Persistence;
using Wenye.Statistics.Data.InternshipForms;
using Wenye.Statistics.Data.NewEmployment;
using Wenye.Statistics.Data.Reports;
using Wenye.Statistics.Data.Verification;
using Wenye.Statistics.Data.Warnings;

namespace Wenye.Statistics.Data;

/// <summary>Statistics' database (统计库): facts counted from events and the figures made of them.</summary>
public sealed class StatisticsDbContext(DbContextOptions<StatisticsDbContext> options) : ServiceDbContext(options)
{
    // A division's figures are found by prefix on the key, in the same order on every server.
    private const string ByteOrder = "C";

    public DbSet<RegisteredPerson> RegisteredPeople => Set<RegisteredPerson>();

    public DbSet<RegistrationTally> Tallies => Set<RegistrationTally>();

    public DbSet<RegistrationDay> Days => Set<RegistrationDay>();

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        MapFact(modelBuilder.Entity<RegisteredPerson>(), "registered_person", nameof(RegisteredPerson.RegistrationId));
        MapFact(modelBuilder.Entity<CancelledRegistration>(), "cancelled_registration", nameof(CancelledRegistration.RegistrationId));
        MapFact(modelBuilder.Entity<RegisteredEmployment>(), "registered_employment", nameof(RegisteredEmployment.EmploymentId));
        MapFact(modelBuilder.Entity<EndedEmployment>(), "ended_employment", nameof(EndedEmployment.EmploymentId));
        MapFact(modelBuilder.Entity<RecognisedHardship>(), "recognised_hardship", nameof(RecognisedHardship.RecognitionId));
        modelBuilder.Entity<RecognisedHardship>().HasIndex(hardship => hardship.FamilyId).HasFilter("family_id IS NOT NULL");
        MapFact(modelBuilder.Entity<EndedHardship>(), "ended_hardship", nameof(EndedHardship.RecognitionId));
        MapPlace(modelBuilder.Entity<RegistrationTally>(), "registration_count").HasKey(t => new { t.Division, t.Period });
        TrainingMapping.Map(modelBuilder);
        LoanMapping.Map(modelBuilder);
        NewEmploymentMapping.Map(modelBuilder);
        ReportMapping.Map(modelBuilder, PersonalData);
        VerificationMapping.Map(modelBuilder, PersonalData);
        WarningMapping.Map(modelBuilder, PersonalData);
        InternshipReport.Map(modelBuilder, PersonalData);
        modelBuilder.Entity<MadePayment>(payment =>
        {
            payment.ToTable("made_payment").HasKey(p => p.PaymentNo);
            foreach (var name in new[] { nameof(MadePayment.Division), nameof(MadePayment.Month), nameof(MadePayment.Benefit) })
            {
                payment.Property<string>(name).UseCollation(ByteOrder);
            }

            payment.HasIndex(p => new { p.Division, p.Month, p.Benefit });
        });
        modelBuilder.Entity<RegistrationDay>(day =>
        {
            day.ToTable("registration_day").HasKey(d => new { d.Division, d.Day });
            day.Property(d => d.Division).UseCollation(ByteOrder);
        });
        foreach (var figure in new[] { typeof(RegistrationTally), typeof(RegistrationDay) }.SelectMany(table => modelBuilder.Entity(table).Metadata.GetProperties()))
        {
            if (figure.ClrType == typeof(long))
            {
                figure.SetDefaultValue(0L);
            }
        }
    }

    // What a figure is made of is listed by period, then place, then key.
    private static void MapFact<T>(EntityTypeBuilder<T> fact, string table, string key)
        where T : class
    {
        MapPlace(fact, table).HasKey(key);
        fact.HasIndex(nameof(RegistrationTally.Period), nameof(RegistrationTally.Division), key);
    }

    private static EntityTypeBuilder<T> MapPlace<T>(EntityTypeBuilder<T> fact, string table)
        where T : class
    {
        fact.ToTable(table);
        fact.Property<string>(nameof(RegistrationTally.Division)).UseCollation(ByteOrder);
        fact.Property<string?>(nameof(RegistrationTally.Period)).UseCollation(ByteOrder);
        return fact;
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Wenye.Persistence;

namespace Wenye.Registration.Data;

/// <summary>Registration's database (失业登记库).</summary>
public sealed class RegistrationDbContext(DbContextOptions<RegistrationDbContext> options) : ServiceDbContext(options)
{
    /// <summary>One application for each number of the ministry (ADC201).</summary>
    public const string ApplicationNumberIsUnique = "ux_application_number";

    /// <summary>One person for each identity document.</summary>
    public const string PersonIsUnique = "ux_person_identity";

    /// <summary>One live registration for each person.</summary>
    public const string OneLiveRegistration = "ux_registration_live_person";

    /// <summary>One step at a time for each application: two calls that both add the next one meet here.</summary>
    public const string StepsFollow = "pk_application_step";

    /// <summary>The same for each registration.</summary>
    public const string RegistrationStepsFollow = "pk_registration_step";

    /// <summary>One registration for each application.</summary>
    public const string OneRegistrationEach = "ix_registration_application_id";

    private const string SerialNumbers = "serial_number";

    // AAZ341 has 18 characters: the day in China and ten digits of a sequence.
    private const string NextSerial =
        "to_char(now() AT TIME ZONE 'Asia/Shanghai', 'YYYYMMDD') || lpad(nextval('serial_number')::text, 10, '0')";

    public DbSet<StoredApplication> Applications => Set<StoredApplication>();

    public DbSet<Person> People => Set<Person>();

    public DbSet<UnemploymentRegistration> Registrations => Set<UnemploymentRegistration>();

    public DbSet<Office> Offices => Set<Office>();

    public DbSet<StoredRecognition> Recognitions => Set<StoredRecognition>();

    public DbSet<StoredService> Services => Set<StoredService>();

    public DbSet<StoredEmployment> Employments => Set<StoredEmployment>();

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        MapApplication(modelBuilder.Entity<StoredApplication>());
        MapStep(modelBuilder.Entity<StoredStep>());
        modelBuilder.HasSequence<long>(SerialNumbers);
        modelBuilder.MapCodeTables();
        modelBuilder.Entity<Person>(person =>
        {
            person.ToTable("person").HasKey(p => p.Id);
            person.Property(p => p.Id).ValueGeneratedNever();
            person.Property(p => p.Details).IsProtected(PersonalData);
            person.HasIndex(p => p.Identity).IsUnique().HasDatabaseName(PersonIsUnique);
            person.HasIndex(p => p.NameLookup);
        });
        modelBuilder.MapPersonDocuments();
        modelBuilder.MapOffices();
        ApplicationImport.Map(modelBuilder);
        EmploymentTables.Map(modelBuilder, PersonalData);
        ExchangeTables.Map(modelBuilder, PersonalData);
        HardshipTables.Map(modelBuilder, PersonalData);
        MapRegistration(modelBuilder.Entity<UnemploymentRegistration>());
        modelBuilder.Entity<StoredRegistrationStep>(step =>
        {
            step.ToTable("registration_step").HasKey(s => new { s.RegistrationId, s.Sequence });
            step.Property(s => s.Sequence).ValueGeneratedNever();
            step.Property(s => s.Operator).IsProtectedIfPresent(PersonalData);
            step.Property(s => s.Note).IsProtectedIfPresent(PersonalData);
        });
        modelBuilder.MapServices(PersonalData);
    }

    private void MapApplication(EntityTypeBuilder<StoredApplication> application)
    {
        application.ToTable("application").HasKey(a => a.Id);
        application.Property(a => a.Id).ValueGeneratedNever();
        application.Property(a => a.Serial).HasDefaultValueSql(NextSerial);
        application.Property(a => a.Division).UseCollation("C");
        application.Property(a => a.Missing).IsProtectedIfPresent(PersonalData);
        application.HasIndex(a => a.Number).IsUnique().HasDatabaseName(ApplicationNumberIsUnique);
        application.Property(a => a.Form).IsSealed(PersonalData);
        application.Property(a => a.EligibilityDecision).IsSealed(PersonalData);

        // Says nothing of a person; encrypted it is compressed once for all of a place and day, and PostgreSQL does not try for each.
        application.Property(a => a.DeadlineDecision).IsProtected(PersonalData);
        application.Property(a => a.ReviewDecision).IsProtectedIfPresent(PersonalData);
        application.Property(a => a.Version).HasColumnName("xmin").IsRowVersion();
        application.HasMany(a => a.Steps).WithOne().HasForeignKey(s => s.ApplicationId).OnDelete(DeleteBehavior.Restrict);
    }

    private static void MapRegistration(EntityTypeBuilder<UnemploymentRegistration> registration)
    {
        registration.ToTable("registration").HasKey(r => r.Id);
        registration.Property(r => r.Id).ValueGeneratedNever();
        registration.Property(r => r.Division).UseCollation("C");
        registration.Property(r => r.ExitSerial).HasDefaultValueSql(NextSerial);
        registration.Property(r => r.Version).HasColumnName("xmin").IsRowVersion();
        registration.HasOne<Person>().WithMany().HasForeignKey(r => r.PersonId).OnDelete(DeleteBehavior.Restrict);
        registration.HasOne<StoredApplication>().WithOne().HasForeignKey<UnemploymentRegistration>(r => r.ApplicationId)
            .OnDelete(DeleteBehavior.Restrict);
        registration.HasIndex(r => r.ApplicationId).IsUnique().HasDatabaseName(OneRegistrationEach);
        registration.HasIndex(r => r.PersonId).IsUnique().HasFilter("cancelled_on is null").HasDatabaseName(OneLiveRegistration);
        registration.MapSearch();
        registration.HasMany(r => r.Steps).WithOne().HasForeignKey(s => s.RegistrationId).OnDelete(DeleteBehavior.Restrict);
    }

    private void MapStep(EntityTypeBuilder<StoredStep> step)
    {
        step.ToTable("application_step").HasKey(s => new { s.ApplicationId, s.Sequence }).HasName(StepsFollow);
        step.Property(s => s.Sequence).ValueGeneratedNever();
        step.Property(s => s.Operator).IsProtectedIfPresent(PersonalData);
        step.Property(s => s.Reason).IsProtectedIfPresent(PersonalData);
    }
}

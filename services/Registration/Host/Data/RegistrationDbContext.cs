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

    /// <summary>One registration for each application.</summary>
    public const string OneRegistrationEach = "ix_registration_application_id";

    public DbSet<StoredApplication> Applications => Set<StoredApplication>();

    public DbSet<Person> People => Set<Person>();

    public DbSet<UnemploymentRegistration> Registrations => Set<UnemploymentRegistration>();

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        MapApplication(modelBuilder.Entity<StoredApplication>());
        MapStep(modelBuilder.Entity<StoredStep>());
        modelBuilder.Entity<Person>(person =>
        {
            person.ToTable("person").HasKey(p => p.Id);
            person.Property(p => p.Id).ValueGeneratedNever();
            person.HasIndex(p => p.Identity).IsUnique().HasDatabaseName(PersonIsUnique);
        });
        modelBuilder.Entity<UnemploymentRegistration>(registration =>
        {
            registration.ToTable("registration").HasKey(r => r.Id);
            registration.Property(r => r.Id).ValueGeneratedNever();
            registration.HasOne<Person>().WithMany().HasForeignKey(r => r.PersonId).OnDelete(DeleteBehavior.Restrict);
            registration.HasOne<StoredApplication>().WithOne().HasForeignKey<UnemploymentRegistration>(r => r.ApplicationId)
                .OnDelete(DeleteBehavior.Restrict);
            registration.HasIndex(r => r.ApplicationId).IsUnique().HasDatabaseName(OneRegistrationEach);
            registration.HasIndex(r => r.PersonId).IsUnique().HasFilter("cancelled_on is null").HasDatabaseName(OneLiveRegistration);
        });
    }

    private void MapApplication(EntityTypeBuilder<StoredApplication> application)
    {
        application.ToTable("application").HasKey(a => a.Id);
        application.Property(a => a.Id).ValueGeneratedNever();
        application.HasIndex(a => a.Number).IsUnique().HasDatabaseName(ApplicationNumberIsUnique);
        application.Property(a => a.Form).IsProtected(PersonalData);
        application.Property(a => a.EligibilityDecision).IsProtected(PersonalData);
        application.Property(a => a.ReviewDecision).IsProtectedIfPresent(PersonalData);
        application.Property(a => a.Version).HasColumnName("xmin").IsRowVersion();
        application.HasMany(a => a.Steps).WithOne().HasForeignKey(s => s.ApplicationId).OnDelete(DeleteBehavior.Restrict);
    }

    private void MapStep(EntityTypeBuilder<StoredStep> step)
    {
        step.ToTable("application_step").HasKey(s => new { s.ApplicationId, s.Sequence }).HasName(StepsFollow);
        step.Property(s => s.Sequence).ValueGeneratedNever();
        step.Property(s => s.Reason).IsProtectedIfPresent(PersonalData);
    }
}

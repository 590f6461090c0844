using Microsoft.EntityFrameworkCore;
using Wenye.Persistence;

namespace Wenye.Statistics.Data;

/// <summary>Statistics' database (统计库): facts counted from events and the figures made of them.</summary>
public sealed class StatisticsDbContext(DbContextOptions<StatisticsDbContext> options) : ServiceDbContext(options)
{
    public DbSet<RegisteredPerson> RegisteredPeople => Set<RegisteredPerson>();

    public DbSet<RegistrationTally> Tallies => Set<RegistrationTally>();

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.Entity<RegisteredPerson>(person =>
        {
            person.ToTable("registered_person").HasKey(p => p.RegistrationId);
            person.Property(p => p.Division).UseCollation("C");
            person.Property(p => p.Period).UseCollation("C");
        });
        modelBuilder.Entity<RegistrationTally>(tally =>
        {
            // Collation C: a division's figures are found by prefix on the key, in the same order on every server.
            tally.ToTable("registration_count").HasKey(t => new { t.Division, t.Period });
            tally.Property(t => t.Division).UseCollation("C");
            tally.Property(t => t.Period).UseCollation("C");
        });
    }
}

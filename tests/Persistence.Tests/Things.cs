using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Wenye.Persistence.Tests;

/// <summary>A service's database as small as it can be.</summary>
public sealed class ThingsDbContext(DbContextOptions<ThingsDbContext> options) : ServiceDbContext(options)
{
    public DbSet<Thing> Things => Set<Thing>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.Entity<Thing>(thing =>
        {
            thing.HasKey(row => row.Id);
            thing.HasIndex(row => row.Number).IsUnique().HasDatabaseName("TheNumber");
            thing.Property(row => row.FullName).IsProtected(PersonalData);
            thing.Property(row => row.MobilePhone).IsProtectedIfPresent(PersonalData);
        });
    }
}

public sealed class Thing
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required int Number { get; init; }

    public string FullName { get; init; } = "测试甲";

    public string? MobilePhone { get; init; }
}

/// <summary>The migration that a service would have scaffolded.</summary>
[DbContext(typeof(ThingsDbContext))]
[Migration("20260101000000_Initial")]
public sealed class Initial : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var options = new DbContextOptionsBuilder<ThingsDbContext>().UseNpgsql("Host=design-time").Options;
        using var context = new ThingsDbContext(options);
        migrationBuilder.Sql(context.Database.GenerateCreateScript());
        migrationBuilder.CreateOutboxNotification();
    }
}

using Microsoft.EntityFrameworkCore;
using Wenye.Payments;
using Wenye.Persistence;

namespace Wenye.WelfarePosts.Data;

/// <summary>Welfare-Posts' database (公益性岗位库).</summary>
public sealed class WelfarePostsDbContext(DbContextOptions<WelfarePostsDbContext> options) : ServiceDbContext(options)
{
    public DbSet<Person> People => Set<Person>();

    public DbSet<Employer> Employers => Set<Employer>();

    public DbSet<Post> Posts => Set<Post>();

    public DbSet<RecruitmentRound> Rounds => Set<RecruitmentRound>();

    public DbSet<Candidacy> Candidacies => Set<Candidacy>();

    public DbSet<Placement> Placements => Set<Placement>();

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        PostTables.Map(modelBuilder, PersonalData);
        modelBuilder.AddPayments(PersonalData);
    }
}

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
        PostPlan.Map(modelBuilder);
        PostDevelopment.Map(modelBuilder);
        Wage.Map(modelBuilder, PersonalData);
        PostImport.Map(modelBuilder);
        Mark.Map(modelBuilder);
        PersonEmployment.Map(modelBuilder);
        Inspection.Map(modelBuilder);
        InPostTables.Map(modelBuilder, PersonalData);
        PostMonthTables.Map(modelBuilder, PersonalData);
        modelBuilder.AddPayments(PersonalData);
    }
}

using Microsoft.EntityFrameworkCore;
using Wenye.Payments;
using Wenye.Persistence;

namespace Wenye.Training.Data;

/// <summary>Training's database (职业培训库).</summary>
public sealed class TrainingDbContext(DbContextOptions<TrainingDbContext> options) : ServiceDbContext(options)
{
    public DbSet<Institution> Institutions => Set<Institution>();

    public DbSet<Course> Courses => Set<Course>();

    public DbSet<TrainingClass> Classes => Set<TrainingClass>();

    public DbSet<Trainee> Trainees => Set<Trainee>();

    public DbSet<Enrolment> Enrolments => Set<Enrolment>();

    public DbSet<Certificate> Certificates => Set<Certificate>();

    public DbSet<Funding> Fundings => Set<Funding>();

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        TrainingTables.Map(modelBuilder, PersonalData);
        ClaimTables.Map(modelBuilder, PersonalData);
        FundingTables.Map(modelBuilder, PersonalData);
        modelBuilder.AddPayments(PersonalData);
    }
}

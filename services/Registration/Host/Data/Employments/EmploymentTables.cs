using Microsoft.EntityFrameworkCore;
using Wenye.Persistence;

namespace Wenye.Registration.Data;

/// <summary>How employments are stored (就业登记表).</summary>
internal static class EmploymentTables
{
    /// <summary>One live employment of a person with an employer; its first column finds the person's live ones.</summary>
    public const string OneLiveEach = "ux_employment_live_person_employer";

    /// <summary>One step at a time for each employment: two calls that both add the next one meet here.</summary>
    public const string StepsFollow = "pk_employment_step";

    public static void Map(ModelBuilder model, PersonalDataProtector? personalData)
    {
        model.Entity<StoredEmployment>(employment =>
        {
            employment.ToTable("employment").HasKey(e => e.Id);
            employment.Property(e => e.Id).ValueGeneratedNever();
            employment.Property(e => e.Form).IsProtected(personalData);
            employment.Property(e => e.Decision).IsProtected(personalData);
            employment.Property(e => e.Division).UseCollation("C");
            employment.Property(e => e.HandledIn).UseCollation("C");
            employment.Property(e => e.Version).HasColumnName("xmin").IsRowVersion();
            employment.HasOne<Person>().WithMany().HasForeignKey(e => e.PersonId).OnDelete(DeleteBehavior.Restrict);
            employment.HasIndex(e => new { e.PersonId, e.Employer }).IsUnique().HasFilter("ended_on is null").HasDatabaseName(OneLiveEach);

            // Ids follow time: a person's and an employer's employments are listed from the latest on.
            employment.HasIndex(e => new { e.PersonId, e.Id });
            employment.HasIndex(e => new { e.EmployerCode, e.Id }).HasFilter("employer_code is not null");
            employment.HasMany(e => e.Steps).WithOne().HasForeignKey(s => s.EmploymentId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<StoredEmploymentStep>(step =>
        {
            step.ToTable("employment_step").HasKey(s => new { s.EmploymentId, s.Sequence }).HasName(StepsFollow);
            step.Property(s => s.Sequence).ValueGeneratedNever();
            step.Property(s => s.Operator).IsProtectedIfPresent(personalData);
            step.Property(s => s.Note).IsProtectedIfPresent(personalData);
        });
    }
}

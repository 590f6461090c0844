using Microsoft.EntityFrameworkCore;
using Wenye.Persistence;

namespace Wenye.WelfarePosts.Data;

/// <summary>Tables of people, posts, recruitment and placements (人员、岗位、招聘、安置各表).</summary>
internal static class PostTables
{
    // Divisions and codes are found by prefix, in the same order on every server.
    private const string ByteOrder = "C";

    public static void Map(ModelBuilder model, PersonalDataProtector? personalData)
    {
        MapPosts(model, personalData);
        MapRecruitment(model, personalData);
        MapPlacements(model, personalData);
        RecruitmentTables.Map(model, personalData);
        model.Entity<RecordDecision>(decision =>
        {
            decision.ToTable("record_decision").HasKey(d => new { d.RecordId, d.Sequence });
            decision.Property(d => d.Sequence).ValueGeneratedNever();
            decision.Property(d => d.Decision).IsProtected(personalData);
        });
        model.Entity<RecordStep>(step => step.MapStep(personalData).ToTable("record_step").HasKey(s => new { s.RecordId, s.Sequence }));
    }

    private static void MapPosts(ModelBuilder model, PersonalDataProtector? personalData)
    {
        model.Entity<Person>(person =>
        {
            person.MapPerson(personalData).Property(p => p.Phone).IsProtectedIfPresent(personalData);
            person.HasIndex(p => p.RegisterKey);
        });
        model.Entity<Employer>(employer =>
        {
            employer.ToTable("employer").HasKey(e => e.Id);
            employer.Property(e => e.Id).ValueGeneratedNever();
            employer.Property(e => e.CreditCode).UseCollation(ByteOrder);
            employer.Property(e => e.Division).UseCollation(ByteOrder);
            employer.Property(e => e.BankAccount).IsProtectedIfPresent(personalData);
            employer.HasIndex(e => e.CreditCode).IsUnique();
            employer.HasIndex(e => new { e.Division, e.Id });
        });
        model.Entity<Post>(post =>
        {
            post.ToTable("post", table => table.HasCheckConstraint("ck_post_places", "places > 0")).HasKey(p => p.Id);
            post.Property(p => p.Id).ValueGeneratedNever();
            post.Property(p => p.Division).UseCollation(ByteOrder);
            post.Property(p => p.VillageCode).UseCollation(ByteOrder);
            post.HasOne<Employer>().WithMany().HasForeignKey(p => p.EmployerId).OnDelete(DeleteBehavior.Restrict);
            post.HasIndex(p => new { p.Division, p.Id });
            post.HasIndex(p => p.VillageCode).HasFilter("village_code IS NOT NULL");
        });
    }

    private static void MapRecruitment(ModelBuilder model, PersonalDataProtector? personalData)
    {
        model.Entity<RecruitmentRound>(round =>
        {
            round.ToTable("recruitment_round").HasKey(r => r.Id);
            round.Property(r => r.Id).ValueGeneratedNever();
            round.Property(r => r.Division).UseCollation(ByteOrder);
            round.HasMany(r => r.Posts).WithOne().HasForeignKey(p => p.RoundId).OnDelete(DeleteBehavior.Restrict);
            round.HasIndex(r => new { r.Division, r.Id });
        });
        model.Entity<RoundPost>(post =>
        {
            post.ToTable("recruitment_round_post", table => table.HasCheckConstraint("ck_recruitment_round_post_places", "places > 0"))
                .HasKey(p => new { p.RoundId, p.PostId });
            post.HasOne<Post>().WithMany().HasForeignKey(p => p.PostId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<Candidacy>(candidacy =>
        {
            candidacy.ToTable("candidacy").HasKey(c => c.Id);
            candidacy.Property(c => c.Id).ValueGeneratedNever();
            candidacy.Property(c => c.File).IsProtected(personalData);
            candidacy.HasOne<RoundPost>().WithMany().HasForeignKey(c => new { c.RoundId, c.PostId }).OnDelete(DeleteBehavior.Restrict);
            candidacy.HasOne<Person>().WithMany().HasForeignKey(c => c.PersonId).OnDelete(DeleteBehavior.Restrict);
            candidacy.HasIndex(c => new { c.RoundId, c.PersonId }).IsUnique();
            candidacy.HasIndex(c => c.PersonId);
        });
    }

    private static void MapPlacements(ModelBuilder model, PersonalDataProtector? personalData)
    {
        model.Entity<Placement>(placement =>
        {
            placement.ToTable("placement", table => table.HasCheckConstraint("ck_placement_days", "ended_on >= started_on")).HasKey(p => p.Id);
            placement.Property(p => p.Id).ValueGeneratedNever();
            placement.Property(p => p.Division).UseCollation(ByteOrder);
            placement.Property(p => p.BankAccount).IsProtectedIfPresent(personalData);
            placement.HasOne<Person>().WithMany().HasForeignKey(p => p.PersonId).OnDelete(DeleteBehavior.Restrict);
            placement.HasOne<Post>().WithMany().HasForeignKey(p => p.PostId).OnDelete(DeleteBehavior.Restrict);
            placement.HasOne<Employer>().WithMany().HasForeignKey(p => p.EmployerId).OnDelete(DeleteBehavior.Restrict);
            placement.HasOne<Candidacy>().WithMany().HasForeignKey(p => p.CandidacyId).OnDelete(DeleteBehavior.Restrict);
            placement.HasIndex(p => new { p.Division, p.Id });
            placement.HasIndex(p => p.PersonId);
            placement.HasIndex(p => p.PostId);
            placement.HasIndex(p => new { p.EmployerId, p.Id });
            placement.HasIndex(p => new { p.Until, p.Id }).HasFilter("ended_on IS NULL");
        });
        model.Entity<AttendanceMonth>(month => month.MapStep(personalData).ToTable("attendance_month").HasKey(m => new { m.PlacementId, m.Month, m.Sequence }));

        // What supervisors look for (吃空饷) is rare: searches for fewer days than this find it here.
        model.Entity<AttendanceMonth>().HasIndex(m => m.PlacementId, "ix_attendance_month_few_days").HasFilter("days_worked < 10");
        model.Entity<AttendanceMonth>().HasOne<Placement>().WithMany().HasForeignKey(m => m.PlacementId).OnDelete(DeleteBehavior.Restrict);
    }
}

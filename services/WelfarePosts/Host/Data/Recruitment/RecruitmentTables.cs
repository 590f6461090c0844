using Microsoft.EntityFrameworkCore;
using Wenye.Persistence;

namespace Wenye.WelfarePosts.Data;

/// <summary>Objections, and how candidates are found (公示异议、人选检索).</summary>
internal static class RecruitmentTables
{
    public static void Map(ModelBuilder model, PersonalDataProtector? personalData)
    {
        model.Entity<CandidacyObjection>(objection =>
        {
            objection.ToTable("candidacy_objection").HasKey(o => o.Id);
            objection.Property(o => o.Id).ValueGeneratedNever();
            objection.Property(o => o.Text).IsProtected(personalData);
            objection.Property(o => o.Finding).IsProtectedIfPresent(personalData);
            objection.HasOne<Candidacy>().WithMany().HasForeignKey(o => o.CandidacyId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<Candidacy>().HasIndex(c => new { c.RoundId, c.Id });
        model.Entity<Candidacy>().HasIndex(c => new { c.RoundId, c.PostId, c.Position });
        model.Entity<RoundPost>().HasIndex(p => p.PostId);
    }
}

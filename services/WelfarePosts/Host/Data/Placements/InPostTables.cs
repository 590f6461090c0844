using Microsoft.EntityFrameworkCore;
using Wenye.Persistence;

namespace Wenye.WelfarePosts.Data;

/// <summary>Tables of what happens to people in post (在岗管理各表): appraisals, readings, and what the database itself refuses.</summary>
internal static class InPostTables
{
    /// <summary>A statement of a month, an appraisal and a reading neither change nor go.</summary>
    /// <remarks>The function is LedgerGuard's of services/Shared/Payments, in this database since its first migration.</remarks>
    public const string Guard = """
        CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON attendance_month FOR EACH STATEMENT EXECUTE FUNCTION payments_append_only();
        CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON appraisal FOR EACH STATEMENT EXECUTE FUNCTION payments_append_only();
        CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON placement_reading FOR EACH STATEMENT EXECUTE FUNCTION payments_append_only();
        """;

    /// <summary>Takes the guards off (撤除).</summary>
    public const string Unguard = """
        DROP TRIGGER append_only ON attendance_month;
        DROP TRIGGER append_only ON appraisal;
        DROP TRIGGER append_only ON placement_reading;
        """;

    public static void Map(ModelBuilder model, PersonalDataProtector? personalData)
    {
        model.Entity<AppraisalRecord>(appraisal =>
        {
            appraisal.MapStep(personalData).ToTable("appraisal").HasKey(a => new { a.PlacementId, a.Period, a.Sequence });
            appraisal.HasOne<Placement>().WithMany().HasForeignKey(a => a.PlacementId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<PlacementReading>(reading =>
        {
            reading.ToTable("placement_reading").HasKey(r => r.Id);
            reading.HasOne<Placement>().WithMany().HasForeignKey(r => r.PlacementId).OnDelete(DeleteBehavior.Restrict);
            reading.HasIndex(r => new { r.PlacementId, r.Id });
        });

        // Registration has not answered of these yet: a background worker asks again.
        model.Entity<Placement>().HasIndex(p => p.Id, "ix_placement_registration_open").HasFilter("registration_asked_at IS NOT NULL");

        // Registration has not ended these yet.
        model.Entity<Placement>().HasIndex(p => new { p.Division, p.Id }, "ix_placement_employment_open")
            .HasFilter("ended_on IS NOT NULL AND employment_id IS NOT NULL AND NOT employment_ended");
    }
}

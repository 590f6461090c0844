using Microsoft.EntityFrameworkCore;
using Wenye.Persistence;
using Wenye.Statistics.Data.Warnings;

namespace Wenye.Statistics.Data.NewEmployment;

/// <summary>Tables of new urban employment (城镇新增就业各表).</summary>
internal static class NewEmploymentMapping
{
    // A division's figures are found by prefix on the key, in the same order on every server.
    private const string ByteOrder = "C";

    public static void Map(ModelBuilder model)
    {
        model.Entity<EmploymentVerdict>(verdict =>
        {
            verdict.ToTable("employment_verdict").HasKey(v => v.EmploymentId);
            verdict.Property(v => v.EmploymentId).ValueGeneratedNever();
            verdict.Property(v => v.Division).UseCollation(ByteOrder);
            verdict.Property(v => v.Period).UseCollation(ByteOrder);
            verdict.HasIndex(v => v.PersonId);
            verdict.HasIndex(v => new { v.Period, v.Division, v.EmploymentId });
            verdict.Property(v => v.Ground).UseCollation(ByteOrder);
            verdict.HasIndex(v => new { v.Period, v.Ground, v.Division, v.EmploymentId });

            // Few wait for facts, and they are looked for: the other outcomes fill any page by the index above.
            verdict.HasIndex(v => new { v.Period, v.Division, v.EmploymentId }, "ix_employment_verdict_asked").HasFilter("outcome = 'asked'");
        });
        model.Entity<NewEmploymentTally>(tally =>
        {
            tally.ToTable("new_employment_count").HasKey(t => new { t.Division, t.Period, t.Outcome, t.Ground });
            foreach (var name in new[] { nameof(NewEmploymentTally.Division), nameof(NewEmploymentTally.Period), nameof(NewEmploymentTally.Outcome), nameof(NewEmploymentTally.Ground) })
            {
                tally.Property<string>(name).UseCollation(ByteOrder);
            }
        });
        model.Entity<PersonToJudge>().ToTable("person_to_judge").HasKey(p => p.PersonId);
        model.Entity<PersonSpell>(spell =>
        {
            spell.ToTable("person_spell").HasKey(s => new { s.PersonId, s.Kind, s.Begins, s.EmployerCode });
            spell.Property(s => s.Begins).ValueGeneratedNever();
        });
        model.Entity<RecordMark>().ToTable("record_mark").HasKey(m => m.EmploymentId);
        model.Entity<RecordMark>().Property(m => m.EmploymentId).ValueGeneratedNever();
        model.Entity<PlaceClass>().ToTable("place_class").HasKey(p => new { p.Place, p.ValidFrom });
        model.Entity<PlaceClass>().Property(p => p.ValidFrom).ValueGeneratedNever();
        model.Entity<RecordPlace>(record =>
        {
            record.ToTable("record_place").HasKey(r => r.EmploymentId);
            record.Property(r => r.EmploymentId).ValueGeneratedNever();
            record.HasIndex(r => r.Place);
        });
        model.Entity<DivisionAttrition>(attrition =>
        {
            attrition.ToTable("division_attrition").HasKey(a => new { a.Division, a.Period });
            attrition.Property(a => a.Division).UseCollation(ByteOrder);
            attrition.Property(a => a.Period).UseCollation(ByteOrder);
        });
        model.Entity<RegisteredEmployment>().HasIndex(e => e.PersonId);
        model.Entity<RegisteredPerson>().HasIndex(p => p.PersonId);
        ImportProgress.Map<EmploymentFactImport, MonitoredFirmImport>(model, "employment_fact_import", "monitored_firm_import", "employment_fact_import_fault");

        // The reports of welfare posts and of hardship look at few of all employments.
        model.Entity<RegisteredEmployment>().HasIndex(e => new { e.Period, e.Division }, "ix_registered_employment_hardship").HasFilter("was_in_hardship").IncludeProperties(e => e.Manner);
        model.Entity<RegisteredEmployment>().HasIndex(e => new { e.Division, e.EmployedOn }, "ix_registered_employment_welfare_post").HasFilter("manner = 'welfare_post'");
    }
}

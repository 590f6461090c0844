using Microsoft.EntityFrameworkCore;
using Wenye.Persistence;

namespace Wenye.Registration.Data;

/// <summary>The tables of the exchange with the ministry (交换记录表).</summary>
internal static class ExchangeTables
{
    /// <summary>One record for each number of the ministry (ADC201).</summary>
    public const string NumberIsUnique = "ux_exchange_record_number";

    /// <summary>One record for each decision and each end of a registration: two calls that both decide meet here too.</summary>
    public const string OneRecordEach = "pk_exchange_record";

    public static void Map(ModelBuilder model, PersonalDataProtector? personalData)
    {
        model.Entity<ExchangeRecord>(record =>
        {
            record.ToTable("exchange_record").HasKey(r => r.Id).HasName(OneRecordEach);
            record.Property(r => r.Id).ValueGeneratedNever();
            record.Property(r => r.Division).UseCollation("C");
            record.Property(r => r.Attempts).HasDefaultValue(0);
            record.Property(r => r.Faults).IsProtectedIfPresent(personalData);
            record.Property(r => r.Corrections).IsProtectedIfPresent(personalData);
            record.Property(r => r.Content).IsProtectedIfPresent(personalData);
            record.HasIndex(r => r.Number).IsUnique().HasDatabaseName(NumberIsUnique);
            record.HasIndex(r => r.DueAt).HasFilter("state in (1, 2)").HasDatabaseName("ix_exchange_record_due");
            record.HasIndex(r => new { r.State, r.Id }).HasFilter("state = 4").HasDatabaseName("ix_exchange_record_held");

            // The status counts from these alone, at millions of records.
            record.HasIndex(r => new { r.Kind, r.Division, r.DueAt }).HasFilter("state in (1, 2)").HasDatabaseName("ix_exchange_record_open");
            record.HasIndex(r => new { r.Kind, r.Division }).HasFilter("state = 3").HasDatabaseName("ix_exchange_record_done");
        });
        model.Entity<ExchangeProgress>(progress =>
        {
            progress.ToTable("exchange_progress").HasKey(p => p.Kind);
            progress.Property(p => p.Kind).ValueGeneratedNever();
        });
    }
}

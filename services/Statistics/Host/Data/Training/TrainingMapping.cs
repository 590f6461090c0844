using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Wenye.Statistics.Data;

/// <summary>Tables of training (培训统计各表).</summary>
internal static class TrainingMapping
{
    // A division's figures are found by prefix on the key, in the same order on every server.
    private const string ByteOrder = "C";

    public static void Map(ModelBuilder model)
    {
        MapPlace(model.Entity<AcceptedClass>(), "accepted_class").HasKey(c => c.ClassId);
        MapPlace(model.Entity<IssuedCertificates>(), "issued_certificates").HasKey(c => c.BatchId);
        MapPlace(model.Entity<RevokedCertificate>(), "revoked_certificate").HasKey(c => c.EnrolmentId);
        var tally = MapPlace(model.Entity<TrainingTally>(), "training_count");
        tally.HasKey(t => new { t.Division, t.Month, t.Category });
        foreach (var figure in tally.Metadata.GetProperties().Where(property => property.ClrType == typeof(long)))
        {
            figure.SetDefaultValue(0L);
        }
    }

    private static EntityTypeBuilder<T> MapPlace<T>(EntityTypeBuilder<T> fact, string table)
        where T : class
    {
        fact.ToTable(table);
        foreach (var name in new[] { nameof(TrainingTally.Division), nameof(TrainingTally.Month), nameof(TrainingTally.Category) })
        {
            fact.Property<string>(name).UseCollation(ByteOrder);
        }

        return fact;
    }
}

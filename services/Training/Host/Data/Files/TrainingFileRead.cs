using Microsoft.EntityFrameworkCore;

namespace Wenye.Training.Data;

/// <summary>Someone read a person's training file (查阅档案留痕); table training_file_read, append-only.</summary>
public sealed class TrainingFileRead
{
    public long Id { get; init; }

    /// <summary>Whose file it is.</summary>
    public required Guid TraineeId { get; init; }

    /// <summary>Who read it: the agency whose token made the call.</summary>
    public required string Agency { get; init; }

    /// <summary>Of the agency, GB/T 2260.</summary>
    public required string Division { get; init; }

    /// <summary>Whether name and numbers were shown in full.</summary>
    public required bool InFull { get; init; }

    public required DateTimeOffset ReadAt { get; init; }
}

/// <summary>The table of readings of training files (档案查阅记录表).</summary>
internal static class TrainingFileMapping
{
    /// <summary>What the database itself refuses: a reading that is changed or goes.</summary>
    /// <remarks>The function is LedgerGuard's of services/Shared/Payments, in this database since its first migration.</remarks>
    public const string Guard =
        "CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON training_file_read FOR EACH STATEMENT EXECUTE FUNCTION payments_append_only();";

    public static void Map(ModelBuilder model) => model.Entity<TrainingFileRead>(read =>
    {
        read.ToTable("training_file_read").HasKey(r => r.Id);
        read.HasOne<Trainee>().WithMany().HasForeignKey(r => r.TraineeId).OnDelete(DeleteBehavior.Restrict);
        read.HasIndex(r => new { r.TraineeId, r.Id });
    });
}

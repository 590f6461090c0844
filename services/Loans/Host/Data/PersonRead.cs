using Microsoft.EntityFrameworkCore;

namespace Wenye.Loans.Data;

/// <summary>Of what people were read (查阅对象).</summary>
public enum ReadSubject
{
    /// <summary>贷款申请.</summary>
    Application = 1,

    /// <summary>贷款.</summary>
    Loan = 2,
}

/// <summary>Someone read the people of an application or loan in full (查阅人员信息留痕); table person_read, append-only.</summary>
public sealed class PersonRead
{
    /// <summary>What the database itself refuses: a reading that is changed or goes.</summary>
    /// <remarks>The function is LedgerGuard's of services/Shared/Payments, in this database since its first migration.</remarks>
    public const string Guard =
        "CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON person_read FOR EACH STATEMENT EXECUTE FUNCTION payments_append_only();";

    /// <summary>Takes <see cref="Guard"/> back.</summary>
    public const string Unguard = "DROP TRIGGER append_only ON person_read;";

    /// <summary>As they were read.</summary>
    public long Id { get; init; }

    public required ReadSubject Subject { get; init; }

    /// <summary>Of the application or loan.</summary>
    public required Guid SubjectId { get; init; }

    /// <summary>How many people were shown, hires too.</summary>
    public required int People { get; init; }

    /// <summary>Who read: the agency whose token made the call.</summary>
    public required string Agency { get; init; }

    /// <summary>Of the agency, GB/T 2260.</summary>
    public required string Division { get; init; }

    public required DateTimeOffset ReadAt { get; init; }

    internal static void Map(ModelBuilder model) => model.Entity<PersonRead>(read =>
    {
        read.ToTable("person_read").HasKey(r => r.Id);
        read.HasIndex(r => new { r.SubjectId, r.Id });
    });
}

using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.WelfarePosts.V1;

namespace Wenye.WelfarePosts.Data;

/// <summary>What another agency's records say of someone (比对标记): a pension, a death, insurance elsewhere, a relation.</summary>
/// <remarks>The person is known by the keyed hash only: a mark may be there before the person is.</remarks>
public sealed class Mark
{
    public required Guid Id { get; init; }

    /// <summary>Keyed hash of the resident id, as <c>Person.IdHash</c>.</summary>
    public required byte[] IdHash { get; init; }

    public required MarkKind Kind { get; init; }

    /// <summary>First day (起始日期).</summary>
    public required DateOnly From { get; init; }

    /// <summary>Last day; null: it goes on.</summary>
    public DateOnly? To { get; set; }

    /// <summary>来源.</summary>
    public required string Source { get; init; }

    /// <summary>Of a relation: the other person's hash; else empty.</summary>
    public required byte[] OtherHash { get; init; }

    /// <summary>With what divisions begin of which it was stated: a city's records say nothing of another's placements.</summary>
    public required string Area { get; init; }

    public required DateTimeOffset StatedAt { get; init; }

    /// <summary>撤销时间; null: it stands.</summary>
    public DateTimeOffset? WithdrawnAt { get; set; }

    internal static void Map(ModelBuilder model) => model.Entity<Mark>(mark =>
    {
        mark.ToTable("mark", table => table.HasCheckConstraint("ck_mark_days", "\"to\" >= \"from\"")).HasKey(m => m.Id);
        mark.Property(m => m.Id).ValueGeneratedNever();
        mark.HasIndex(m => new { m.IdHash, m.Kind, m.From, m.OtherHash, m.Area, m.Source }).IsUnique();
        mark.HasIndex(m => m.OtherHash).HasFilter("length(other_hash) > 0");
    });
}

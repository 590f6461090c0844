using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.WelfarePosts.V1;

namespace Wenye.WelfarePosts.Data;

/// <summary>Places developed under the plan of a year, or given back to it (岗位开发台账); only ever appended.</summary>
public sealed class PostDevelopment
{
    public required Guid PostId { get; init; }

    /// <summary>From 1.</summary>
    public required int Sequence { get; init; }

    /// <summary>Of the plan: in which the post was developed, of a line that gives back as well.</summary>
    public required int Year { get; init; }

    /// <summary>As the post's.</summary>
    public required string Division { get; init; }

    public required PostKind Kind { get; init; }

    /// <summary>Counts for the reserve, also after it was opened (储备).</summary>
    public required bool Reserve { get; init; }

    /// <summary>Below zero: given back.</summary>
    public required int Places { get; init; }

    internal static void Map(ModelBuilder model) => model.Entity<PostDevelopment>(line =>
    {
        line.ToTable("post_development", table => table.HasCheckConstraint("ck_post_development_places", "places <> 0")).HasKey(l => new { l.PostId, l.Sequence });
        line.Property(l => l.Sequence).ValueGeneratedNever();
        line.Property(l => l.Division).UseCollation("C");
        line.HasOne<Post>().WithMany().HasForeignKey(l => l.PostId).OnDelete(DeleteBehavior.Restrict);
        line.HasIndex(l => new { l.Year, l.Kind, l.Division });
    });
}

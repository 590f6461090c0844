using Microsoft.EntityFrameworkCore;

namespace Wenye.WelfarePosts.Data;

/// <summary>An inspection of an employer's posts (监督检查), 36号 第四、二十一条, 38号 八; its decisions and step stand beside it.</summary>
public sealed class Inspection
{
    public required Guid Id { get; init; }

    public required Guid EmployerId { get; init; }

    /// <summary>Of one post; null: of all the employer's.</summary>
    public Guid? PostId { get; init; }

    /// <summary>Of one person in post; null: of all.</summary>
    public Guid? PlacementId { get; init; }

    /// <summary>Where, GB/T 2260: the employer's, or the post's.</summary>
    public required string Division { get; init; }

    public required DateOnly InspectedOn { get; init; }

    internal static void Map(ModelBuilder model) => model.Entity<Inspection>(inspection =>
    {
        inspection.ToTable("inspection").HasKey(i => i.Id);
        inspection.Property(i => i.Id).ValueGeneratedNever();
        inspection.Property(i => i.Division).UseCollation("C");
        inspection.HasOne<Employer>().WithMany().HasForeignKey(i => i.EmployerId).OnDelete(DeleteBehavior.Restrict);
        inspection.HasOne<Post>().WithMany().HasForeignKey(i => i.PostId).OnDelete(DeleteBehavior.Restrict);
        inspection.HasOne<Placement>().WithMany().HasForeignKey(i => i.PlacementId).OnDelete(DeleteBehavior.Restrict);
        inspection.HasIndex(i => new { i.Division, i.Id });
    });
}

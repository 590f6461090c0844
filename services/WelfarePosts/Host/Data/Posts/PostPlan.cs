using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.WelfarePosts.V1;

namespace Wenye.WelfarePosts.Data;

/// <summary>How many places of a kind a place develops in a year (岗位开发计划), 36号 第四条. Its row lock orders who develops by it.</summary>
public sealed class PostPlan
{
    public required Guid Id { get; init; }

    /// <summary>A county, city or province; what is below it counts.</summary>
    public required string Division { get; init; }

    public required int Year { get; init; }

    public required PostKind Kind { get; init; }

    /// <summary>计划岗位数, those in reserve included.</summary>
    public required int Places { get; set; }

    /// <summary>其中储备, 第七条.</summary>
    public required int ReservePlaces { get; set; }

    internal static void Map(ModelBuilder model) => model.Entity<PostPlan>(plan =>
    {
        plan.ToTable("post_plan", table => table.HasCheckConstraint("ck_post_plan_reserve", "reserve_places BETWEEN 0 AND places")).HasKey(p => p.Id);
        plan.Property(p => p.Id).ValueGeneratedNever();
        plan.Property(p => p.Division).UseCollation("C");
        plan.HasIndex(p => new { p.Division, p.Year, p.Kind }).IsUnique();
    });
}

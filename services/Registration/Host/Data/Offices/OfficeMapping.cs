using Microsoft.EntityFrameworkCore;

namespace Wenye.Registration.Data;

/// <summary>The table of offices (机构清单表).</summary>
internal static class OfficeMapping
{
    public static void MapOffices(this ModelBuilder model) => model.Entity<Office>(office =>
    {
        office.ToTable("office").HasKey(o => o.Id);
        office.Property(o => o.Id).ValueGeneratedNever();
        // C: a place and all below it are one range of the index, whatever the language of the server.
        office.Property(o => o.Division).UseCollation("C");
        office.Property(o => o.Name).UseCollation("C");
        office.HasIndex(o => new { o.Division, o.Name }).IsUnique().HasDatabaseName("ux_office_division_name");
        office.HasOne<Office>().WithMany().HasForeignKey(o => o.ParentId).OnDelete(DeleteBehavior.Restrict);
    });
}

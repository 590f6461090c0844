using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Wenye.Registration.Data;

/// <summary>What finds registrations among millions (失业登记检索索引); see docs/decisions/0039-finding-people-and-offices.md.</summary>
/// <remarks>
/// Every index ends with the order of the answer, day and id, so that a page is read where it stands and never sorted. County,
/// city and province each have their own, because a range of divisions cannot be read in order of the day. Whether the
/// registration has ended stands before the day: both halves are read and merged when a search asks for both.
/// </remarks>
internal static class RegisterSearchMapping
{
    public static void MapSearch(this EntityTypeBuilder<UnemploymentRegistration> registration)
    {
        registration.Property<bool>("Ended").HasComputedColumnSql("cancelled_on IS NOT NULL", stored: true);
        registration.Property<string>("City").HasComputedColumnSql("left(division, 4)", stored: true).UseCollation("C");
        registration.Property<string>("Province").HasComputedColumnSql("left(division, 2)", stored: true).UseCollation("C");
        registration.HasIndex("Division", "Ended", "RegisteredOn", "Id").HasDatabaseName("ix_registration_county");
        registration.HasIndex("City", "Ended", "RegisteredOn", "Id").HasDatabaseName("ix_registration_city");
        registration.HasIndex("Province", "Ended", "RegisteredOn", "Id").HasDatabaseName("ix_registration_province");
        registration.HasIndex("OfficeId", "Ended", "RegisteredOn", "Id").HasDatabaseName("ix_registration_office")
            .HasFilter("office_id IS NOT NULL").IncludeProperties("Division");
        registration.HasIndex("PersonId", "RegisteredOn", "Id").HasDatabaseName("ix_registration_person")
            .IncludeProperties("Division", "OfficeId", "Ended");
    }

    public static void MapPersonDocuments(this ModelBuilder model) => model.Entity<PersonDocument>(document =>
    {
        document.ToTable("person_document").HasKey(d => new { d.Document, d.PersonId });
        document.HasOne<Person>().WithMany().HasForeignKey(d => d.PersonId).OnDelete(DeleteBehavior.Restrict);
        document.HasIndex(d => d.PersonId);
    });
}

using Microsoft.EntityFrameworkCore;

namespace Wenye.WelfarePosts.Data;

/// <summary>An employment in Registration's registers (就业登记), as its events told; one may come before the other.</summary>
public sealed class PersonEmployment
{
    /// <summary>In events: work in a public-benefit post (公益性岗位).</summary>
    public const string WelfarePost = "welfare_post";

    public required Guid EmploymentId { get; init; }

    /// <summary>Registration's key of the person, as <see cref="Person.RegisterKey"/>.</summary>
    public required Guid PersonKey { get; init; }

    /// <summary>unit, individual_business, welfare_post or flexible.</summary>
    public required string Manner { get; init; }

    /// <summary>Null: only the end is known yet.</summary>
    public DateOnly? EmployedOn { get; set; }

    /// <summary>Null: it lasts.</summary>
    public DateOnly? EndedOn { get; set; }

    internal static void Map(ModelBuilder model) => model.Entity<PersonEmployment>(employment =>
    {
        employment.ToTable("person_employment").HasKey(e => e.EmploymentId);
        employment.Property(e => e.EmploymentId).ValueGeneratedNever();
        employment.HasIndex(e => e.PersonKey);
    });
}

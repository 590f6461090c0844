using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Wenye.Persistence;

/// <summary>Someone whom a service knows (人员), once over the province, by the keyed hash of the resident id.</summary>
/// <remarks>The row's lock orders what depends on everything the service has of the person: see <see cref="HeldPeople{TPerson}"/>.</remarks>
public abstract class KnownPerson
{
    public required Guid Id { get; init; }

    /// <summary>姓名, encrypted at rest.</summary>
    public required string Name { get; set; }

    /// <summary>公民身份号码, encrypted at rest.</summary>
    public required string IdNumber { get; init; }

    /// <summary>Keyed hash of the number, by which the person is found.</summary>
    public required byte[] IdHash { get; init; }
}

/// <summary>Tables of people (人员表).</summary>
public static class KnownPersonMapping
{
    /// <summary>What every table of people has (映射): person, found by hash.</summary>
    public static EntityTypeBuilder<TPerson> MapPerson<TPerson>(this EntityTypeBuilder<TPerson> person, PersonalDataProtector? personalData)
        where TPerson : KnownPerson
    {
        person.ToTable("person").HasKey(p => p.Id);
        person.Property(p => p.Id).ValueGeneratedNever();
        person.Property(p => p.Name).IsProtected(personalData);
        person.Property(p => p.IdNumber).IsProtected(personalData);
        person.HasIndex(p => p.IdHash).IsUnique();
        return person;
    }
}

namespace Wenye.Registration.Data;

/// <summary>A person known to Registration (人员): one key for life, found by a keyed hash of the identity document.</summary>
/// <remarks>Written only by <see cref="People"/>.</remarks>
public sealed class Person
{
    public required Guid Id { get; init; }

    /// <summary>See <see cref="IdentityKey"/>; unique.</summary>
    public required byte[] Identity { get; init; }

    /// <summary>Keyed hash of the name, by which the person is found.</summary>
    public required byte[] NameLookup { get; init; }

    /// <summary><see cref="PersonDetails"/> as JSON, encrypted at rest.</summary>
    public required string Details { get; init; }

    /// <summary>First day of a basic pension (享受基本养老保险待遇); null as far as nobody said so.</summary>
    public DateOnly? PensionSince { get; set; }
}

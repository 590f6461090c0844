namespace Wenye.Registration.Data;

/// <summary>Another document of a person (其他身份证件) than the one that <see cref="Person.Identity"/> is made of.</summary>
/// <remarks>
/// A form that names a passport and tells the resident id makes the person known by the resident id; whoever later asks with
/// the passport finds them here.
/// </remarks>
public sealed class PersonDocument
{
    /// <summary><see cref="IdentityKey"/> of the document alone.</summary>
    public required byte[] Document { get; init; }

    public required Guid PersonId { get; init; }
}

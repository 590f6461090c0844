namespace Wenye.Registration.Data;

/// <summary>A person known to Registration (人员): one key for life, found by a keyed hash of the identity document.</summary>
public sealed class Person
{
    public required Guid Id { get; init; }

    /// <summary>Keyed hash of kind and number of the identity document (AAC058, AAC044), unique.</summary>
    public required byte[] Identity { get; init; }
}

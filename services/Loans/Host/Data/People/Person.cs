namespace Wenye.Loans.Data;

/// <summary>Someone who borrows, alone, with partners or for a firm (借款人、合伙人、法定代表人), known once over the province.</summary>
/// <remarks>Its row lock orders what depends on a person's other loans: at most one at a time, three in all.</remarks>
public sealed class Person
{
    public required Guid Id { get; init; }

    /// <summary>姓名, encrypted at rest.</summary>
    public required string Name { get; set; }

    /// <summary>公民身份号码, encrypted at rest.</summary>
    public required string IdNumber { get; init; }

    /// <summary>Keyed hash of the number, by which the person is found.</summary>
    public required byte[] IdHash { get; init; }
}

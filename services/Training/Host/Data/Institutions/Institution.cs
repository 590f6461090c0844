using Wenye.Contracts.Training.V1;

namespace Wenye.Training.Data;

/// <summary>Who trains with public money (承担政府补贴性培训任务的培训主体).</summary>
public sealed class Institution
{
    /// <summary>UUIDv7.</summary>
    public required Guid Id { get; init; }

    public required InstitutionKind Kind { get; init; }

    /// <summary>Where it is filed, GB/T 2260: county, city (市本级) or province (省本级).</summary>
    public required string Division { get; init; }

    /// <summary>培训主体代码, 1 to 9999; the row of <see cref="InstitutionCode"/> that it was given.</summary>
    public required int Code { get; init; }

    /// <summary>统一社会信用代码.</summary>
    public required string CreditCode { get; init; }

    public required string Name { get; init; }

    /// <summary>Its account, encrypted at rest; null: not known.</summary>
    public string? BankAccount { get; init; }

    /// <summary>开户银行; null: not known.</summary>
    public string? BankName { get; init; }

    public required InstitutionState State { get; set; }

    public required DateOnly FiledOn { get; init; }

    /// <summary>Null while it is filed.</summary>
    public DateOnly? WithdrawnOn { get; set; }

    /// <summary>Why it was withdrawn; null while it is filed.</summary>
    public string? WithdrawnBecause { get; set; }

    /// <summary>Oldest first; those of an earlier version of the service have none.</summary>
    public ICollection<InstitutionStep> Steps { get; } = new List<InstitutionStep>();
}

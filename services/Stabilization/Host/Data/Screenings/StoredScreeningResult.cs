namespace Wenye.Stabilization.Data;

/// <summary>What was decided of one firm in a run, with every finding (筛查结果).</summary>
/// <remarks>
/// A partition a run, loaded by binary COPY (<see cref="Persistence.CopyRows"/>) and keyed when the run ends; see
/// docs/decisions/0044-screening.md. The decision itself is not stored as text: region, day, parameter version and
/// <see cref="Facts"/> give it again, and <see cref="Trace"/> says whether it is the same.
/// </remarks>
public sealed class StoredScreeningResult
{
    public required Guid ScreeningId { get; init; }

    /// <summary>统一社会信用代码; with the run it is the key, in the order in which results are told and compared.</summary>
    public required string CreditCode { get; init; }

    /// <summary><see cref="Firm.Id"/>.</summary>
    public required long FirmId { get; init; }

    /// <summary>Where the firm was insured when it was decided (参保地), GB/T 2260: the region of the decision.</summary>
    public required string Division { get; init; }

    /// <summary>Number of the contract's Outcome (决定结果).</summary>
    public required short Outcome { get; init; }

    /// <summary>Payable now, fen; 0 unless granted.</summary>
    public required long AmountFen { get; init; }

    /// <summary>The facts decided on (事实), as <see cref="Screenings.RefundFactBytes"/> writes them.</summary>
    public required byte[] Facts { get; init; }

    /// <summary>The answer to every clause (逐条认定), compact.</summary>
    public required byte[] Trace { get; init; }

    /// <summary>Citations of the clauses not met; null when there is none.</summary>
    public string[]? RefusedBy { get; init; }

    /// <summary>Facts to be established; null unless incomplete.</summary>
    public string[]? Missing { get; init; }
}

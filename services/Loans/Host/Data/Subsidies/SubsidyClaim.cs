using Wenye.Contracts.Loans.V1;
using Wenye.Persistence;

namespace Wenye.Loans.Data;

/// <summary>A bank's quarter of one pool (贴息申请): at most one that is not reviewed for a bank and pool. Amounts in fen.</summary>
/// <remarks>Sums are drawn up from its lines when the run ends, and when a line is decided again.</remarks>
public sealed class StoredSubsidyClaim
{
    /// <summary>UUIDv7.</summary>
    public required Guid Id { get; init; }

    public required Guid RunId { get; init; }

    public required Guid BankId { get; init; }

    /// <summary>The city or county that pays, GB/T 2260.</summary>
    public required string Pool { get; init; }

    /// <summary><see cref="Domain.Quarters.Quarter.Index"/>.</summary>
    public required int Quarter { get; init; }

    /// <summary>The first quarter that is computed, booked or not: of a settlement the first one of the year that this bank has booked here.</summary>
    public required int FromQuarter { get; init; }

    public required bool SettlesYear { get; init; }

    public required SubsidyClaimState State { get; set; }

    public required DateOnly AsOf { get; init; }

    public required string ParameterVersion { get; init; }

    /// <summary>Whether the bank told figures of its own.</summary>
    public required bool HasFigures { get; init; }

    public long Lines { get; set; }

    public long Granted { get; set; }

    public long Refused { get; set; }

    public long Incomplete { get; set; }

    /// <summary>Lines of earlier quarters.</summary>
    public long Corrections { get; set; }

    public long InterestFen { get; set; }

    public long AmountFen { get; set; }

    public long CentralFen { get; set; }

    public long ProvinceFen { get; set; }

    public long LocalFen { get; set; }

    /// <summary>Of the locality's: what comes of principal above the nation's limit (自行提高标准的超出部分), 27号 第十条.</summary>
    public long AboveFen { get; set; }

    /// <summary>Of lines for which nobody says how they are shared.</summary>
    public long UnknownShareFen { get; set; }

    public long ToldFen { get; set; }

    /// <summary>Lines for which the bank told another figure or none.</summary>
    public long Differing { get; set; }

    /// <summary>Contracts with a figure and without a line, at most a thousand of them.</summary>
    public string[] Unmatched { get; set; } = [];

    /// <summary>SHA-256 over all lines, hexadecimal; null while computing.</summary>
    public string? Hash { get; set; }

    /// <summary>What the claim before left over, zero or less; set when confirmed.</summary>
    public long CarriedInFen { get; set; }

    /// <summary>Set when confirmed.</summary>
    public long PayableFen { get; set; }

    public long CarriedOutFen { get; set; }

    public Guid? PayableId { get; set; }

    /// <summary>From 1, in the order in which claims of this bank and pool were confirmed; null: not reviewed, or rejected.</summary>
    public int? ConfirmedNumber { get; set; }

    /// <summary>Oldest first.</summary>
    public ICollection<SubsidyClaimStep> Steps { get; } = new List<SubsidyClaimStep>();
}

/// <summary>A step of a claim (办理环节).</summary>
public sealed class SubsidyClaimStep : Step
{
    public required Guid ClaimId { get; init; }

    public required SubsidyClaimState State { get; init; }
}

/// <summary>A loan and quarter of a claim (贴息明细行). Amounts in fen. Written by COPY; changed only while its claim is not reviewed.</summary>
public sealed class StoredSubsidyLine
{
    public required Guid ClaimId { get; init; }

    public required Guid LoanId { get; init; }

    /// <summary><see cref="Domain.Quarters.Quarter.Index"/>; earlier than the claim's: a correction.</summary>
    public required int Quarter { get; init; }

    /// <summary>The contract's number of it (Outcome).</summary>
    public required short Outcome { get; set; }

    public required long InterestFen { get; set; }

    /// <summary>Due for the quarter as it stands now.</summary>
    public required long DueFen { get; set; }

    /// <summary>Booked for it by claims that were confirmed before.</summary>
    public required long BookedFen { get; init; }

    /// <summary>What this line books.</summary>
    public required long AmountFen { get; set; }

    /// <summary>Of the amount; null, with the other three: nobody says how it is shared.</summary>
    public long? CentralFen { get; set; }

    public long? ProvinceFen { get; set; }

    public long? LocalFen { get; set; }

    /// <summary>As of the claim.</summary>
    public long? AboveFen { get; set; }

    public long? ToldFen { get; init; }

    /// <summary>What is known of work elsewhere; kept beside the record because later claims go by it.</summary>
    public DateOnly? EmployedSince { get; set; }

    public int? HiresKept { get; set; }

    public int? RequiredHires { get; set; }

    public string[]? RefusedBy { get; set; }

    public string[]? Missing { get; set; }

    /// <summary>Canonical JSON of <see cref="Domain.Quarters.QuarterRecord"/>: text, so that its bytes stay as they are.</summary>
    public required string Record { get; set; }

    /// <summary>The answer to every clause, compact.</summary>
    public required byte[] Trace { get; set; }
}

using Wenye.Contracts.Training.V1;
using Wenye.Persistence;

namespace Wenye.Training.Data;

/// <summary>A claim of subsidies (补贴申领), one line for each person and certificate.</summary>
/// <remarks>Changed only under the locks of the people of its lines, <see cref="Trainee"/>: what a line may have depends on their other lines.</remarks>
public sealed class Claim
{
    /// <summary>UUIDv7: later claims have greater ones.</summary>
    public required Guid Id { get; init; }

    public required ClaimKind Kind { get; init; }

    public required ClaimChannel Channel { get; init; }

    /// <summary>GB/T 2260 of the office that decides.</summary>
    public required string Division { get; init; }

    /// <summary>Who claims on behalf of its trainees, or the online platform; null: a person or a firm.</summary>
    public Guid? InstitutionId { get; init; }

    /// <summary>统一社会信用代码 of the institution or firm; null: a person.</summary>
    public string? CreditCode { get; init; }

    /// <summary>Of the institution, firm or person, encrypted at rest.</summary>
    public required string ClaimantName { get; init; }

    /// <summary>Who is paid, encrypted at rest; null: the lines' own, or not known yet.</summary>
    public string? BankAccount { get; init; }

    /// <summary>开户银行.</summary>
    public string? BankName { get; init; }

    /// <summary>The day of application (申领日): its rules and its standard hold, and on it what is granted counts in every limit.</summary>
    public required DateOnly AppliedOn { get; init; }

    public required ClaimState State { get; set; }

    /// <summary>代领补贴协议书; unspecified: not at hand, as the next two.</summary>
    public MaterialForm Agreement { get; set; }

    /// <summary>税务发票或行政事业性收费票据.</summary>
    public MaterialForm Invoice { get; set; }

    /// <summary>补贴申领表.</summary>
    public MaterialForm ApplicationForm { get; set; }

    /// <summary>Uploaded papers that the city asks for besides (市里补充的材料), by its name for them.</summary>
    public string[] FurtherPapers { get; set; } = [];

    /// <summary>Lines granted and confirmed, as the next two by outcome.</summary>
    public int Granted { get; set; }

    public int Refused { get; set; }

    public int Incomplete { get; set; }

    /// <summary>All lines granted, fen.</summary>
    public long AmountFen { get; set; }

    /// <summary>The payable that carries it on; null before the review, when nothing was granted, and where each line has its own.</summary>
    public Guid? PayableId { get; set; }

    public ICollection<ClaimLine> Lines { get; } = new List<ClaimLine>();

    /// <summary>Oldest first.</summary>
    public ICollection<ClaimStep> Steps { get; } = new List<ClaimStep>();
}

/// <summary>A step of a claim (申领办理环节).</summary>
public sealed class ClaimStep : Step
{
    public required Guid ClaimId { get; init; }

    /// <summary>What it left the claim in.</summary>
    public required ClaimState State { get; init; }
}

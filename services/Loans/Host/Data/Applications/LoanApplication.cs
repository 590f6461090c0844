using Wenye.Contracts.Loans.V1;
using Wenye.Persistence;

namespace Wenye.Loans.Data;

/// <summary>An application for a start-up guaranteed loan (创业担保贷款申请) on its way from office to guarantor to bank.</summary>
/// <remarks>Changed only under the locks of its people, <see cref="Person"/>: what they may have depends on their other applications and loans.</remarks>
public sealed class LoanApplication
{
    /// <summary>UUIDv7: later applications have greater ones.</summary>
    public required Guid Id { get; init; }

    public required BorrowerKind Kind { get; init; }

    /// <summary>创业地, GB/T 2260.</summary>
    public required string Division { get; init; }

    public required DateOnly AppliedOn { get; init; }

    public required ApplicationState State { get; set; }

    /// <summary>申请金额, fen, of all partners together.</summary>
    public required long RequestedFen { get; init; }

    /// <summary>申请期限, months.</summary>
    public required int TermMonths { get; init; }

    public required LoanUse Use { get; init; }

    /// <summary>Of ENTERPRISE: 统一社会信用代码; null: a person.</summary>
    public string? CreditCode { get; init; }

    /// <summary>Null: not qualified yet.</summary>
    public Guid? BankId { get; set; }

    /// <summary>Null: not qualified yet.</summary>
    public Guid? FundId { get; set; }

    /// <summary>The last day of the step under way (办理时限); null: none runs.</summary>
    public DateOnly? Due { get; set; }

    /// <summary>Whether a counter-guarantee is needed (反担保); null: the guarantor has not said yet.</summary>
    public bool? CounterGuaranteeRequired { get; set; }

    /// <summary>银行审核日; null: not yet.</summary>
    public DateOnly? CheckedOn { get; set; }

    /// <summary>Of REFUSED; unspecified: not refused.</summary>
    public ApplicationParty RefusedBy { get; set; }

    /// <summary>Encrypted at rest.</summary>
    public string? RefusalReason { get; set; }

    public DateOnly? RefusedOn { get; set; }

    /// <summary>When the applicant was told of the refusal; null: not yet.</summary>
    public DateOnly? RefusalToldOn { get; set; }

    /// <summary>What was stated, found and told so far (申请档案): <see cref="ApplicationFile"/> as JSON, encrypted at rest.</summary>
    public string File { get; set; } = "";

    /// <summary>Who borrows, by position.</summary>
    public ICollection<ApplicationPerson> People { get; } = new List<ApplicationPerson>();

    /// <summary>Oldest first.</summary>
    public ICollection<StoredLoanDecision> Decisions { get; } = new List<StoredLoanDecision>();

    /// <summary>Oldest first.</summary>
    public ICollection<ApplicationStep> Steps { get; } = new List<ApplicationStep>();
}

/// <summary>Someone of an application (申请人、合伙人、法定代表人).</summary>
public sealed class ApplicationPerson
{
    public required Guid ApplicationId { get; init; }

    public required Guid PersonId { get; init; }

    /// <summary>From 1: the borrower or the legal representative, who signs; then partners.</summary>
    public required int Position { get; init; }
}

/// <summary>A decision of the procedure (已存决定); only ever appended.</summary>
public sealed class StoredLoanDecision
{
    public required Guid ApplicationId { get; init; }

    /// <summary>From 1, oldest first.</summary>
    public required int Sequence { get; init; }

    /// <summary>At whose step.</summary>
    public required ApplicationParty Party { get; init; }

    /// <summary>0: the application; else the position of a person.</summary>
    public required int Person { get; init; }

    /// <summary>0: of no hire; else its number.</summary>
    public required int Hire { get; init; }

    /// <summary>Canonical, encrypted at rest: it holds the facts.</summary>
    public required string Decision { get; init; }
}

/// <summary>A step of an application (申请办理环节).</summary>
public sealed class ApplicationStep : Step
{
    public required Guid ApplicationId { get; init; }

    /// <summary>What it left the application in.</summary>
    public required ApplicationState State { get; init; }
}

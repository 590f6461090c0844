using Wenye.Contracts.Loans.V1;

namespace Wenye.Loans.Data;

/// <summary>A loan under its contract (创业担保贷款), and how it stands today.</summary>
/// <remarks>What is outstanding and how it stands follow from its entries and are kept beside them; both change in one transaction.</remarks>
public sealed class Loan
{
    /// <summary>UUIDv7: later loans have greater ones.</summary>
    public required Guid Id { get; init; }

    public required BorrowerKind Kind { get; init; }

    /// <summary>Where it was applied for (创业地), GB/T 2260 of the county or city.</summary>
    public required string Division { get; init; }

    public required Guid BankId { get; init; }

    /// <summary>What guarantees it.</summary>
    public required Guid FundId { get; init; }

    /// <summary>Null: taken over from a bank's file, concluded before this platform.</summary>
    public Guid? ApplicationId { get; init; }

    /// <summary>The day it was taken over (存量导入日); null: by an application. What was drawn until then is not held against the fund's limit.</summary>
    public DateOnly? TakenOverOn { get; init; }

    /// <summary>借款合同编号; unique within the bank.</summary>
    public required string ContractNumber { get; init; }

    /// <summary>Of ENTERPRISE: 统一社会信用代码; null: a person.</summary>
    public string? CreditCode { get; init; }

    /// <summary>The firm or the person who signs, encrypted at rest.</summary>
    public required string BorrowerName { get; init; }

    /// <summary>贷款合同签订日: its rules hold to the end of the contract, 27号 第十六条, 鲁财金〔2020〕25号 九.</summary>
    public required DateOnly ContractDate { get; init; }

    /// <summary>合同金额, fen.</summary>
    public required long PrincipalFen { get; init; }

    /// <summary>执行年利率, 0.0435 for 4.35 %.</summary>
    public required decimal AnnualRate { get; init; }

    /// <summary>The rate it refers to.</summary>
    public required LprTenor Tenor { get; init; }

    /// <summary>That rate's value on the day of the contract.</summary>
    public required decimal Lpr { get; init; }

    /// <summary>Months, 1 to 36.</summary>
    public required int TermMonths { get; init; }

    /// <summary>到期日 by the contract.</summary>
    public required DateOnly MaturesOn { get; init; }

    public required SharingKind Sharing { get; init; }

    /// <summary>The first drawdown (放款日); null: not disbursed yet.</summary>
    public DateOnly? DisbursedOn { get; set; }

    /// <summary>Drawn in all (累计放款), fen, at most the contract's amount.</summary>
    public long DrawnFen { get; set; }

    /// <summary>贷款余额, fen, never negative.</summary>
    public long OutstandingFen { get; set; }

    /// <summary>追偿权余额: owed to the fund that compensated, fen, never negative.</summary>
    public long ClaimFen { get; set; }

    /// <summary>As the entries told it when the last was booked; days that passed since may have made it overdue (<c>LoanStandings</c>).</summary>
    public LoanStanding Standing { get; set; } = LoanStanding.Normal;

    /// <summary>逾期起始日, as told; null: not told.</summary>
    public DateOnly? OverdueSince { get; set; }

    /// <summary>展期到期日; null: not extended.</summary>
    public DateOnly? ExtendedUntil { get; set; }

    /// <summary>The day it falls due as agreed last (到期日).</summary>
    public DateOnly DueOn { get => ExtendedUntil ?? MaturesOn; private set { } }

    /// <summary>Unspecified: not extended.</summary>
    public ExtensionReason ExtensionReason { get; set; }

    /// <summary>The latest reminder before maturity (到期提醒日), 27号 第十一条; null: none.</summary>
    public DateOnly? RemindedOn { get; set; }

    /// <summary>Entered in the credit record (纳入不良征信日), 27号 第十一条; null: not.</summary>
    public DateOnly? CreditReportedOn { get; set; }

    /// <summary>The contract was cancelled before anything was drawn (合同取消日); null: it stands. A cancelled loan counts nowhere and nothing is booked on it.</summary>
    public DateOnly? CancelledOn { get; set; }

    /// <summary>Who borrows: the person, the partners, a firm's legal representative.</summary>
    public ICollection<LoanPerson> People { get; } = new List<LoanPerson>();

    /// <summary>Oldest first.</summary>
    public ICollection<LoanEntry> Entries { get; } = new List<LoanEntry>();

    /// <summary>What was done besides its entries, oldest first.</summary>
    public ICollection<LoanBookStep> Steps { get; } = new List<LoanBookStep>();
}

/// <summary>Someone of a loan (借款人、合伙人、法定代表人).</summary>
public sealed class LoanPerson
{
    public required Guid LoanId { get; init; }

    public required Guid PersonId { get; init; }

    /// <summary>Who signs: the borrower or the legal representative; else a partner.</summary>
    public required bool Signs { get; init; }
}

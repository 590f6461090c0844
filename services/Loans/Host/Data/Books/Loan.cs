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

    /// <summary>贷款余额, fen, never negative.</summary>
    public long OutstandingFen { get; set; }

    public LoanStanding Standing { get; set; } = LoanStanding.Normal;

    /// <summary>逾期起始日; null: not overdue.</summary>
    public DateOnly? OverdueSince { get; set; }

    /// <summary>展期到期日; null: not extended.</summary>
    public DateOnly? ExtendedUntil { get; set; }

    /// <summary>Unspecified: not extended.</summary>
    public ExtensionReason ExtensionReason { get; set; }

    /// <summary>Who borrows: the person, the partners, a firm's legal representative.</summary>
    public ICollection<LoanPerson> People { get; } = new List<LoanPerson>();

    /// <summary>Oldest first.</summary>
    public ICollection<LoanEntry> Entries { get; } = new List<LoanEntry>();
}

/// <summary>Someone of a loan (借款人、合伙人、法定代表人).</summary>
public sealed class LoanPerson
{
    public required Guid LoanId { get; init; }

    public required Guid PersonId { get; init; }

    /// <summary>Who signs: the borrower or the legal representative; else a partner.</summary>
    public required bool Signs { get; init; }
}

/// <summary>A line of a loan's book (贷款台账); only ever appended.</summary>
public sealed class LoanEntry
{
    public required Guid LoanId { get; init; }

    /// <summary>From 1, in the order they were booked.</summary>
    public required int Sequence { get; init; }

    public required LoanEntryKind Kind { get; init; }

    /// <summary>业务发生日: from this day on it counts, whenever it was told.</summary>
    public required DateOnly On { get; init; }

    /// <summary>What it changes of the outstanding principal, fen: above zero a drawdown, below a repayment, compensation, write-off.</summary>
    public required long PrincipalFen { get; init; }

    /// <summary>Interest paid with it, fen.</summary>
    public required long InterestFen { get; init; }

    /// <summary>How the loan stands from this day on.</summary>
    public required LoanStanding Standing { get; init; }

    /// <summary>The bank's number of it; unique within the loan: the same line told twice is booked once.</summary>
    public required string Reference { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>The agency that told it.</summary>
    public required string Agency { get; init; }
}

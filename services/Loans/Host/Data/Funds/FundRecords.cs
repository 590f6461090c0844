using Wenye.Contracts.Loans.V1;
using Wenye.Persistence;

namespace Wenye.Loans.Data;

/// <summary>A line of a fund's book (担保基金分录); only ever appended, under the fund's row lock.</summary>
public sealed class FundEntry
{
    public required Guid FundId { get; init; }

    /// <summary>From 1.</summary>
    public required long Sequence { get; init; }

    public required FundEntryKind Kind { get; init; }

    /// <summary>业务日期.</summary>
    public required DateOnly On { get; init; }

    /// <summary>Fen: above zero paid in, below paid out.</summary>
    public required long AmountFen { get; init; }

    /// <summary>The balance after it, fen.</summary>
    public required long BalanceFen { get; init; }

    /// <summary>凭证号; unique within the fund.</summary>
    public required string Reference { get; init; }

    /// <summary>Of a compensation or pursuit.</summary>
    public Guid? LoanId { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    public required string Agency { get; init; }
}

/// <summary>What fund and bank agreed on (合作协议), for contracts of its day and later.</summary>
public sealed class FundAgreement
{
    public required Guid FundId { get; init; }

    public required Guid BankId { get; init; }

    public required DateOnly From { get; init; }

    /// <summary>担保基金分担比例, above 0, at most 1.</summary>
    public required decimal FundShare { get; set; }

    /// <summary>逾期满多少天可申请代偿.</summary>
    public required int OverdueDays { get; set; }
}

/// <summary>How much of what fell due in a year came back (到期还款率), 财金〔2020〕21号 八.</summary>
public sealed class FundYear
{
    public required Guid FundId { get; init; }

    public required int Year { get; init; }

    /// <summary>应回收金额, fen.</summary>
    public required long DueFen { get; set; }

    /// <summary>实际回收金额, fen.</summary>
    public required long RecoveredFen { get; set; }
}

/// <summary>What was done to a fund besides its entries, or with them (担保基金办理环节).</summary>
public sealed class FundStep : Step
{
    public required Guid FundId { get; init; }

    /// <summary>What it was, by the name of the call.</summary>
    public required string What { get; init; }
}

/// <summary>How a loan is secured besides the fund (反担保), 鲁财金〔2020〕25号 五.</summary>
public sealed class CounterGuarantee
{
    public required Guid LoanId { get; init; }

    public required CounterGuaranteeKind Kind { get; set; }

    /// <summary>Of an exemption: the stored decision loans.counter_guarantee.</summary>
    public string? Decision { get; set; }

    public required DateOnly RecordedOn { get; set; }
}

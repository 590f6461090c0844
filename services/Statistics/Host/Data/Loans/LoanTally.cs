namespace Wenye.Statistics.Data;

/// <summary>The figures of one division, month and kind of borrower (创业担保贷款): the sums of the facts counted there.</summary>
public sealed class LoanTally
{
    /// <summary>GB/T 2260 code as the event named it: a county or a city.</summary>
    public required string Division { get; init; }

    /// <summary>Calendar month, YYYY-MM.</summary>
    public required string Month { get; init; }

    /// <summary>借款人类型: personal or enterprise.</summary>
    public required string Kind { get; init; }

    /// <summary>新发放贷款笔数: loans of which money was paid out for the first time, without those taken back.</summary>
    public long Loans { get; init; }

    /// <summary>放款笔数: <see cref="PaidOutLoan"/>, without <see cref="ReversedDisbursement"/>.</summary>
    public long Drawdowns { get; init; }

    /// <summary>放款金额, fen, of the same.</summary>
    public long AmountFen { get; init; }
}

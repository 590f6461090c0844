using Wenye.Contracts.Payments.V1;

namespace Wenye.Payments.Data;

/// <summary>What finance stated of a month of a fund and pool (财政部门对账数据); table fund_statement, append-only: a restatement is a row of its own.</summary>
public sealed class StoredFundStatement
{
    public required Fund Fund { get; init; }

    public required string Pool { get; init; }

    /// <summary>The month's first day.</summary>
    public required DateOnly Month { get; init; }

    /// <summary>From 1; the highest counts.</summary>
    public required int Number { get; init; }

    public required long OpeningFen { get; init; }

    public required long InFen { get; init; }

    public required long OutFen { get; init; }

    public required long ReturnedFen { get; init; }

    /// <summary>As stated, whether it adds up or not.</summary>
    public required long ClosingFen { get; init; }

    /// <summary>对账单编号.</summary>
    public required string Document { get; init; }

    public required DateTimeOffset StatedAt { get; init; }

    public required string Agency { get; init; }

    /// <summary>Encrypted.</summary>
    public required string? Operator { get; init; }

    /// <summary>The office of the directory; null when none was named.</summary>
    public required Guid? OfficeId { get; init; }

    /// <summary>Encrypted.</summary>
    public required string? Note { get; init; }
}

/// <summary>That a month was closed on what finance stated (月度结账); table fund_closing, append-only.</summary>
public sealed class StoredFundClosing
{
    public required Fund Fund { get; init; }

    public required string Pool { get; init; }

    /// <summary>The month's first day.</summary>
    public required DateOnly Month { get; init; }

    /// <summary>Which statement was agreed to.</summary>
    public required int Number { get; init; }

    /// <summary>Whether it balanced by the bank's days and not by the days of booking.</summary>
    public required bool ByBankDays { get; init; }

    public required DateTimeOffset ClosedAt { get; init; }

    public required string Agency { get; init; }

    /// <summary>Encrypted.</summary>
    public required string? Operator { get; init; }

    /// <summary>The office of the directory; null when none was named.</summary>
    public required Guid? OfficeId { get; init; }

    /// <summary>Encrypted.</summary>
    public required string? Note { get; init; }
}

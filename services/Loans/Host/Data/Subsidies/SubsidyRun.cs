using Wenye.Contracts.Loans.V1;
using Wenye.Persistence;

namespace Wenye.Loans.Data;

/// <summary>A quarter computed over many loans (季度贴息计算), by all replicas together.</summary>
public sealed class StoredSubsidyRun
{
    /// <summary>UUIDv7.</summary>
    public required Guid Id { get; init; }

    /// <summary>The place, GB/T 2260.</summary>
    public required string Division { get; init; }

    /// <summary>Of a bank's own claim; null: of all banks.</summary>
    public Guid? BankId { get; init; }

    /// <summary><see cref="Domain.Quarters.Quarter.Index"/>.</summary>
    public required int Quarter { get; init; }

    /// <summary>年度清算: the four quarters up to this one are computed, booked or not.</summary>
    public required bool SettlesYear { get; init; }

    public required SubsidyRunState State { get; set; }

    /// <summary>The day of the decisions.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>The parameters decided with: replicas that hold others leave the run alone.</summary>
    public required string ParameterVersion { get; init; }

    /// <summary>Agency that asked for it.</summary>
    public required string RequestedBy { get; init; }

    /// <summary>Loans to be looked at.</summary>
    public long Loans { get; set; }

    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Null: not ended.</summary>
    public DateTimeOffset? EndedAt { get; set; }
}

/// <summary>A part of a run that one worker decides in one transaction (计算分片): a range of loans.</summary>
public sealed class SubsidyShard
{
    public required Guid RunId { get; init; }

    /// <summary>From 0.</summary>
    public required int Number { get; init; }

    /// <summary>First loan.</summary>
    public required Guid FromLoan { get; init; }

    /// <summary>Last loan, included.</summary>
    public required Guid ToLoan { get; init; }

    public required int Loans { get; init; }

    /// <summary>Null until its lines are stored, in the same transaction.</summary>
    public DateTimeOffset? DecidedAt { get; set; }

    /// <summary>How often it could not be decided for a reason of its own; others go first.</summary>
    public int Failures { get; set; }
}

/// <summary>What a bank reckons for a loan (银行测算数), of a claim of its own.</summary>
public sealed class StoredSubsidyFigure
{
    public required Guid ClaimId { get; init; }

    /// <summary>借款合同编号.</summary>
    public required string ContractNumber { get; init; }

    /// <summary>Fen.</summary>
    public required long ToldFen { get; init; }
}

/// <summary>What the office stated of a borrower (贴息审核意见), 25号 八; the last one holds, only ever appended.</summary>
public sealed class BorrowerStatement : Step
{
    public required Guid LoanId { get; init; }

    /// <summary>First day of work elsewhere since the loan; null: none.</summary>
    public DateOnly? EmployedSince { get; init; }

    public bool? BusinessFailed { get; init; }

    public int? HiresKept { get; init; }

    public int? RequiredHires { get; init; }

    public decimal? AgreedSubsidisedRate { get; init; }

    /// <summary>What shows it, encrypted at rest.</summary>
    public required string Source { get; init; }
}

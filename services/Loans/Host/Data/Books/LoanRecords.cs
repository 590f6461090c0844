using Wenye.Contracts.Loans.V1;
using Wenye.Persistence;

namespace Wenye.Loans.Data;

/// <summary>What falls due on a day (还款计划分期); a later schedule has a greater version and holds.</summary>
public sealed class Instalment
{
    public required Guid LoanId { get; init; }

    /// <summary>From 1.</summary>
    public required int Version { get; init; }

    /// <summary>From 1, by day.</summary>
    public required int Number { get; init; }

    public required DateOnly DueOn { get; init; }

    /// <summary>Fen, above zero.</summary>
    public required long PrincipalFen { get; init; }
}

/// <summary>What was done to a loan besides its entries, or with them (贷款办理环节).</summary>
public sealed class LoanBookStep : Step
{
    public required Guid LoanId { get; init; }

    /// <summary>How it left the loan.</summary>
    public required LoanStanding Standing { get; init; }
}

/// <summary>What an import is of (导入类型).</summary>
public enum LoanImportKind
{
    /// <summary>Loans concluded before this platform (存量贷款).</summary>
    Loans = 1,

    /// <summary>What happened to loans (台账事项).</summary>
    Entries,
}

/// <summary>An import of a bank's file (银行文件导入).</summary>
public sealed class LoanImport : ImportProgress
{
    /// <summary>An id that was begun for one is not gone on with for the other.</summary>
    public required LoanImportKind Kind { get; init; }

    public required Guid BankId { get; init; }
}

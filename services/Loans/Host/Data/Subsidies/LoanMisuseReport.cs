using Wenye.Contracts.Loans.V1;
using Wenye.Persistence;

namespace Wenye.Loans.Data;

/// <summary>What a bank found of the use of a loan (贷款使用情况), 鲁财金〔2020〕25号 八; the latest counts. Only ever appended.</summary>
public sealed class LoanMisuseReport : Step
{
    public required Guid LoanId { get; init; }

    /// <summary>None: it takes back what was reported before.</summary>
    public required LoanMisuse Misuse { get; init; }

    /// <summary>First day of it; null: none.</summary>
    public DateOnly? Since { get; init; }
}

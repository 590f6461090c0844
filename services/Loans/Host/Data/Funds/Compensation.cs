using Wenye.Contracts.Loans.V1;
using Wenye.Persistence;

namespace Wenye.Loans.Data;

/// <summary>A compensation by a fund after default (代偿), 鲁人社字〔2020〕27号 第十二条; it changes under the locks of its loan and fund.</summary>
public sealed class Compensation
{
    /// <summary>UUIDv7.</summary>
    public required Guid Id { get; init; }

    public required Guid LoanId { get; init; }

    public required Guid FundId { get; init; }

    public CompensationState State { get; set; } = CompensationState.Requested;

    public required DateOnly RequestedOn { get; init; }

    /// <summary>本金 owed on that day, fen.</summary>
    public required long PrincipalFen { get; init; }

    /// <summary>利息, fen.</summary>
    public required long InterestFen { get; init; }

    /// <summary>逾期利息, fen.</summary>
    public required long OverdueInterestFen { get; init; }

    /// <summary>担保基金分担比例 as agreed for contracts of the loan's day; null: nothing was agreed.</summary>
    public decimal? FundShare { get; set; }

    /// <summary>已依法追偿; null: not established.</summary>
    public bool? Pursued { get; set; }

    /// <summary>反担保人已履行或免除; null: not established.</summary>
    public bool? CounterGuarantorSettled { get; set; }

    /// <summary>What the fund paid, fen; 0 until it did.</summary>
    public long FundFen { get; set; }

    /// <summary>Of it for principal, fen.</summary>
    public long FundPrincipalFen { get; set; }

    /// <summary>What the bank bears, fen.</summary>
    public long BankFen { get; set; }

    public DateOnly? SettledOn { get; set; }

    /// <summary>What came back to the fund, fen.</summary>
    public long RecoveredFen { get; set; }

    /// <summary>What came back to the bank, fen.</summary>
    public long RecoveredByBankFen { get; set; }

    /// <summary>核销, fen, less what came back of it since.</summary>
    public long WrittenOffFen { get; set; }

    /// <summary>What is still owed to the fund (追偿权余额), fen, never negative.</summary>
    public long ClaimFen => FundFen - RecoveredFen - WrittenOffFen;

    /// <summary>The stored decision loans.compensation, as it was taken last.</summary>
    public required string Decision { get; set; }

    /// <summary>Oldest first.</summary>
    public ICollection<CompensationStep> Steps { get; } = new List<CompensationStep>();
}

/// <summary>A step of a compensation (代偿办理环节).</summary>
public sealed class CompensationStep : Step
{
    public required Guid CompensationId { get; init; }

    public required CompensationState State { get; init; }
}

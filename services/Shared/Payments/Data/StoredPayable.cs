using Wenye.Contracts.Payments.V1;

namespace Wenye.Payments.Data;

/// <summary>A payable as it is stored (待付款项); table payable.</summary>
/// <remarks>Rows are added by <see cref="Payables"/> and moved on by set-based statements, never by the change tracker.</remarks>
public sealed class StoredPayable
{
    public required Guid Id { get; init; }

    /// <summary>The order in which payables were decided (序号): approvals and batches follow it.</summary>
    public long Number { get; init; }

    /// <summary>As in <see cref="NewPayable.Benefit"/>.</summary>
    public required string Benefit { get; init; }

    /// <summary>As in <see cref="NewPayable.SubjectId"/>; unique within a benefit.</summary>
    public required Guid SubjectId { get; init; }

    /// <summary>As in <see cref="NewPayable.Payee"/>.</summary>
    public required string Payee { get; init; }

    /// <summary>Encrypted.</summary>
    public required string PayeeName { get; init; }

    /// <summary>Encrypted; null until it is known.</summary>
    public required string? BankAccount { get; init; }

    /// <summary>开户银行; empty until it is known.</summary>
    public required string BankName { get; init; }

    /// <summary>资金渠道.</summary>
    public required Fund Fund { get; init; }

    /// <summary>统筹地区, GB/T 2260.</summary>
    public required string Pool { get; init; }

    /// <summary>Where the payee belongs, GB/T 2260.</summary>
    public required string Division { get; init; }

    /// <summary>Fen, above zero.</summary>
    public required long AmountFen { get; init; }

    /// <summary>是否公示.</summary>
    public required bool NeedsPublicity { get; init; }

    /// <summary>状态.</summary>
    public required PayableState State { get; init; }

    /// <summary>The public list it stands on; null before and where none is needed.</summary>
    public Guid? PublicityId { get; init; }

    /// <summary>The latest batch it was sent in.</summary>
    public Guid? BatchId { get; init; }

    /// <summary>The year of the budget that it is reserved in (预算年度); null before approval.</summary>
    public int? BudgetYear { get; init; }

    /// <summary>Nothing or the whole amount.</summary>
    public long PaidFen { get; init; }

    /// <summary>At most what was paid (已追回).</summary>
    public long RecoveredFen { get; init; }
}

using Wenye.Contracts.Stabilization.V1;

namespace Wenye.Stabilization.Data;

/// <summary>A refund on its way from the list of a screening to what is paid (返还案件).</summary>
public sealed class RefundCase
{
    public required Guid Id { get; init; }

    /// <summary>The screening that granted it; a later one takes over while nothing is payable yet.</summary>
    public required Guid ScreeningId { get; set; }

    public required long FirmId { get; init; }

    /// <summary>GB/T 2260 of the county, when it was listed.</summary>
    public required string Division { get; init; }

    public required RefundKind Kind { get; init; }

    /// <summary>The year in which it is drawn (享受年度).</summary>
    public required int Year { get; init; }

    /// <summary>What the screening found payable, fen.</summary>
    public required long AmountFen { get; set; }

    /// <summary>The raised part of a refund already drawn (提高标准部分), 63号 二(一)1.</summary>
    public required bool TopUp { get; set; }

    public required RefundState State { get; set; }

    /// <summary>The payable that carries it on; null before.</summary>
    public Guid? PayableId { get; set; }

    /// <summary>Paid before the firm committed (先预拨).</summary>
    public bool Prepaid { get; set; }

    /// <summary>Of the refund kept back for what is to be given back of former years (扣减), fen; 26号 四(二).</summary>
    public long DeductedFen { get; set; }

    /// <summary>Of that, kept back for recoveries that this platform opened (抵扣), fen.</summary>
    public long SetOffFen { get; set; }

    /// <summary>Asked back in all (应退回), fen, what came back included; 26号 四(三) 多退.</summary>
    public long ToRecoverFen { get; set; }

    /// <summary>The screening against which it was asked back last (追回依据的筛查); null when nothing was.</summary>
    public Guid? RecoveryScreeningId { get; set; }

    /// <summary>The clauses by which it is not due, or that the data give less (追回依据); null when nothing was asked back.</summary>
    public string? RecoveryGround { get; set; }

    /// <summary>The text the firm committed to (承诺书版本); null before.</summary>
    public string? Commitment { get; set; }

    /// <summary>Whether it committed that its production meets policy, 63号 二(一)3.</summary>
    public bool CommitsIndustryPolicy { get; set; }

    /// <summary>承诺人, encrypted at rest.</summary>
    public string? SignedBy { get; set; }

    /// <summary>The account the firm named, encrypted at rest; null: the one of its data feed.</summary>
    public string? BankAccount { get; set; }

    public string? BankName { get; set; }

    /// <summary>Oldest first.</summary>
    public ICollection<RefundStep> Steps { get; } = [];

    public ICollection<RefundOpinion> Opinions { get; } = [];

    /// <summary>PostgreSQL's xmin: two changes at once, and the later one fails.</summary>
    public uint Version { get; init; }
}

/// <summary>One step of a case (办理环节); only ever appended.</summary>
public sealed class RefundStep
{
    public required Guid CaseId { get; init; }

    /// <summary>From 1, oldest first.</summary>
    public required int Sequence { get; init; }

    /// <summary>What it left the case in.</summary>
    public required RefundState State { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>The agency whose token made the call (经办机构).</summary>
    public required string Agency { get; init; }

    /// <summary>The division of its token.</summary>
    public required string Division { get; init; }

    /// <summary>经办人 AAE011, encrypted at rest; null when nobody was named.</summary>
    public string? Operator { get; init; }

    /// <summary>The office of the directory; null when none was named.</summary>
    public Guid? OfficeId { get; init; }

    /// <summary>Why, or remarks; encrypted at rest.</summary>
    public string? Note { get; init; }
}

/// <summary>A department's opinion in the joint review (会审意见), 26号 四(一).</summary>
public sealed class RefundOpinion
{
    public required Guid CaseId { get; init; }

    public required Department Department { get; init; }

    public required bool Agrees { get; init; }

    /// <summary>Encrypted at rest; null when it agrees without words.</summary>
    public string? Text { get; init; }

    public required DateTimeOffset GivenAt { get; init; }

    public required string Agency { get; init; }

    /// <summary>经办人, encrypted at rest.</summary>
    public string? Operator { get; init; }
}

using Wenye.Contracts.Payments.V1;

namespace Wenye.Payments.Data;

/// <summary>What happened to a payable (办理环节); table payable_step, append-only: 任何修改操作…都要留痕可溯, 鲁人社函〔2020〕10号 (八).</summary>
public sealed class StoredStep
{
    /// <summary>In the order of time.</summary>
    public long Id { get; init; }

    public required Guid PayableId { get; init; }

    /// <summary>The state it has since.</summary>
    public required PayableState State { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>The agency whose token made the call.</summary>
    public required string Agency { get; init; }

    /// <summary>Encrypted; null when nobody was named.</summary>
    public required string? Operator { get; init; }

    /// <summary>By which the same operator of the same agency is known again (经办人检索散列).</summary>
    public required byte[]? OperatorHash { get; init; }

    /// <summary>The office of the directory; null when none was named.</summary>
    public required Guid? OfficeId { get; init; }

    /// <summary>Why, or the bank's words; encrypted.</summary>
    public required string? Note { get; init; }
}

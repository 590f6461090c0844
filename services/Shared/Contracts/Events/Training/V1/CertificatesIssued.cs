namespace Wenye.Contracts.Events.Training.V1;

/// <summary>Completion certificates of a class were numbered at once (培训合格证书已按批次赋序列号), 48号 三(三).</summary>
/// <remarks>Published once per batch; delivered at least once. Printing one again (补办) is not told. Carries no number and no holder.</remarks>
public sealed record CertificatesIssued
{
    /// <summary>Training's key of the batch, unique for ever.</summary>
    public required Guid BatchId { get; init; }

    /// <summary>As in <see cref="ClassAccepted.Division"/>.</summary>
    public required string Division { get; init; }

    /// <summary>As in <see cref="ClassAccepted.Category"/>.</summary>
    public required string Category { get; init; }

    /// <summary>How many (发证数), above zero.</summary>
    public required int Count { get; init; }

    /// <summary>Day of issue, China Standard Time (发证日期).</summary>
    public required DateOnly IssuedOn { get; init; }
}

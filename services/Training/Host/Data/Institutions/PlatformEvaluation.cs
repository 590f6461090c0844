namespace Wenye.Training.Data;

/// <summary>An evaluation of an online platform (线上平台综合评价), 鲁人社字〔2020〕72号 三(三); only ever appended.</summary>
public sealed class PlatformEvaluation
{
    public required Guid Id { get; init; }

    public required Guid InstitutionId { get; init; }

    public required DateOnly EvaluatedOn { get; init; }

    /// <summary>training.platform_standing, canonical; it holds the facts found.</summary>
    public required string Decision { get; init; }
}

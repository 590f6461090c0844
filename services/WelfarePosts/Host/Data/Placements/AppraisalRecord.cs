using Wenye.Contracts.WelfarePosts.V1;
using Wenye.Persistence;

namespace Wenye.WelfarePosts.Data;

/// <summary>How someone in post did (考核评价), 人社部发〔2020〕38号 八; of a period the last statement holds, only ever appended.</summary>
public sealed class AppraisalRecord : Step
{
    public required Guid PlacementId { get; init; }

    /// <summary>A year "2020" or a month "2020-09".</summary>
    public required string Period { get; init; }

    public required AppraisalResult Result { get; init; }
}

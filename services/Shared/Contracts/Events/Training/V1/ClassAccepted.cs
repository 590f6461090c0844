namespace Wenye.Contracts.Events.Training.V1;

/// <summary>A class of subsidised training was held and accepted (培训班验收合格).</summary>
/// <remarks>Published once per class, when its office accepts it; delivered at least once. Of its people it carries how many they were.</remarks>
public sealed record ClassAccepted
{
    /// <summary>Training's key of the class, unique for ever.</summary>
    public required Guid ClassId { get; init; }

    /// <summary>Place of the institution that held it, GB/T 2260 (培训主体所在地).</summary>
    public required string Division { get; init; }

    /// <summary>培训类别 (48号 附件2二(六)): employment, upgrading or entrepreneurship.</summary>
    public required string Category { get; init; }

    /// <summary>How it was held (培训方式): offline, combined (in part online, by one institution) or online_platform.</summary>
    public required string Mode { get; init; }

    /// <summary>Who were enrolled and did not withdraw (参训人次), above zero.</summary>
    public required int Trainees { get; init; }

    /// <summary>Of these, who passed (考核合格人次).</summary>
    public required int Passed { get; init; }

    /// <summary>Day of acceptance, China Standard Time (验收日期).</summary>
    public required DateOnly AcceptedOn { get; init; }
}

using Wenye.Contracts.WelfarePosts.V1;

namespace Wenye.WelfarePosts.Data;

/// <summary>A public-benefit post (公益性岗位), with one or more places of the same kind.</summary>
/// <remarks>Its row lock orders who takes its places.</remarks>
public sealed class Post
{
    /// <summary>UUIDv7: later posts have greater ones.</summary>
    public required Guid Id { get; init; }

    public required Guid EmployerId { get; init; }

    /// <summary>Where the work is, GB/T 2260 of a county (县级及以下, 第六条).</summary>
    public required string Division { get; init; }

    /// <summary>统计用区划代码 of the village or community, 12 digits; null: of no village.</summary>
    public string? VillageCode { get; init; }

    public required PostKind Kind { get; init; }

    public required PostDuty Duty { get; init; }

    public required WorkingTime WorkingTime { get; init; }

    /// <summary>41号 一(四): cleaning, disinfection and checkpoints added for a time, for poor workers (临时增设岗位).</summary>
    public required bool AddedForPoor { get; init; }

    /// <summary>非营利性; null: not established.</summary>
    public bool? NonProfit { get; set; }

    /// <summary>扶贫任务或乡村振兴任务重的村; null: not established.</summary>
    public bool? VillageBurdened { get; set; }

    /// <summary>岗位名称.</summary>
    public required string Title { get; set; }

    /// <summary>工作内容、岗位职责; empty: not told yet, and the same of the next five.</summary>
    public string Duties { get; set; } = "";

    /// <summary>工作要求、招聘要求.</summary>
    public string Requirements { get; set; } = "";

    /// <summary>薪酬待遇.</summary>
    public string Pay { get; set; } = "";

    /// <summary>工作地点.</summary>
    public string Workplace { get; set; } = "";

    /// <summary>劳动时长.</summary>
    public string Hours { get; set; } = "";

    /// <summary>在岗时间.</summary>
    public string Period { get; set; } = "";

    /// <summary>Whether the workplace is urban by the statistics bureau's classes (城镇区域).</summary>
    public required bool Urban { get; init; }

    public required PostSector Sector { get; init; }

    /// <summary>Months in post of a temporary one; null: not temporary, or not told yet.</summary>
    public int? Months { get; set; }

    /// <summary>How many people it is for (岗位数), 1 or more.</summary>
    public required int Places { get; set; }

    public required PostState State { get; set; }

    public required DateOnly ProposedOn { get; init; }
}

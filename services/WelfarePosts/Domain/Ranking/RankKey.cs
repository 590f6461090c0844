using Wenye.WelfarePosts.Domain.People;
using Wenye.WelfarePosts.Domain.Posts;

namespace Wenye.WelfarePosts.Domain.Ranking;

/// <summary>What puts one candidate before another (排序因素), 36号 第十条, in its order.</summary>
public enum RankFactor
{
    /// <summary>The group (群体).</summary>
    Group = 1,

    /// <summary>Of a family in which nobody works (家庭：零就业家庭成员的优先).</summary>
    Family,

    /// <summary>Age (年龄大的优先).</summary>
    Age,

    /// <summary>Registered earlier (登记失业早的优先).</summary>
    Registration,

    /// <summary>Alike in all factors: the documents put neither first; listed by id (三项因素相同).</summary>
    Tie,
}

/// <summary>The factors of a candidate in one number (排序键): the smaller comes first. Numbers sort in no time, and their first difference is the reason.</summary>
internal readonly record struct RankKey
{
    // Days since year 1 need 22 bits: DateOnly.MaxValue is day 3,652,058.
    private const int DayBits = 22;
    private const int FamilyAt = 2 * DayBits;
    private const int GroupAt = FamilyAt + 1;

    private RankKey(ulong packed) => Packed = packed;

    public ulong Packed { get; }

    /// <summary>The key of a candidate all of whose factors are known.</summary>
    /// <param name="candidate">The candidate.</param>
    /// <param name="post">For rural posts the groups of 第二十三条 go first.</param>
    public static RankKey Of(Candidate candidate, PostKind post) => new(
        (TierOf(candidate.Group!.Value, post) << GroupAt)
        | ((candidate.InZeroEmploymentFamily!.Value ? 0UL : 1UL) << FamilyAt)
        | ((ulong)(uint)candidate.BirthDate!.Value.DayNumber << DayBits)
        | (uint)candidate.RegisteredOn!.Value.DayNumber);

    /// <summary>A key as it was packed.</summary>
    public static RankKey FromPacked(ulong packed) => new(packed);

    /// <summary>The first factor in which two candidates differ.</summary>
    public RankFactor FirstDifference(RankKey other) => (Packed ^ other.Packed) switch
    {
        0 => RankFactor.Tie,
        >= 1UL << GroupAt => RankFactor.Group,
        >= 1UL << FamilyAt => RankFactor.Family,
        >= 1UL << DayBits => RankFactor.Age,
        _ => RankFactor.Registration,
    };

    // 36号 第十条  依序优先安排零就业家庭成员、建档立卡适龄贫困劳动力、大龄就业困难人员
    // 36号 第二十三条  优先安置有能力胜任岗位工作的建档立卡适龄贫困劳动力和需要帮扶的农村零转移就业家庭成员
    private static ulong TierOf(HardshipGroup group, PostKind post) => group switch
    {
        HardshipGroup.RegisteredPoor or HardshipGroup.ZeroTransferFamily when post == PostKind.Rural => 0,
        HardshipGroup.ZeroEmploymentFamily => 1,
        HardshipGroup.RegisteredPoor => 2,
        HardshipGroup.OlderHardship => 3,
        _ => 4,
    };
}

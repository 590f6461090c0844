using Wenye.Policy;

namespace Wenye.Stabilization.Domain.Refunds;

/// <summary>Why a firm has one insured worker fewer (参保职工减少原因).</summary>
public enum ReductionKind
{
    /// <summary>退休.</summary>
    Retirement = 1,

    /// <summary>死亡.</summary>
    Death,

    /// <summary>Moved to another unit (调出).</summary>
    TransferOut,

    /// <summary>上学.</summary>
    Study,

    /// <summary>Joined the army (入伍).</summary>
    Enlistment,

    /// <summary>The contract ran out (劳动合同期满终止).</summary>
    ContractExpired,

    /// <summary>The worker asked for it (本人提出解除劳动合同).</summary>
    Resignation,

    /// <summary>Dismissed under article 39 of the labour contract law (依劳动合同法第三十九条解除).</summary>
    DismissedUnderArticle39,

    /// <summary>Another post between subsidiaries of one group (同一集团公司下属子公司之间换岗).</summary>
    MoveWithinGroup,

    /// <summary>Let go to cut staff (裁减人员).</summary>
    Redundancy,

    /// <summary>Ended by the firm on other grounds, or by agreement on its proposal (单位提出解除).</summary>
    EndedByEmployer,

    /// <summary>Any other reason, or none stated (其他).</summary>
    Other,
}

/// <summary>Which reductions count as layoffs (裁员的认定).</summary>
/// <remarks>The clause lists what does not count; whatever it does not list is one insured worker fewer and counts.</remarks>
public static class LayoffKinds
{
    /// <summary>The clause that lists them (依据).</summary>
    // 26号 二(二)3  在计算企业裁员率时，可按上年度参保职工减少人数…与上年度参保职工人数比较确定。职工退休、死亡、调出、上学、入伍、
    // 劳动合同期满终止、本人提出解除劳动合同以及依劳动合同法第三十九条规定解除劳动合同，同一集团公司下属子公司之间职工换岗的，不视为裁员
    public static readonly Clause Listed = new("鲁人社字〔2020〕26号", "二(二)3");

    /// <summary>Whether a reduction of this kind counts (是否视为裁员).</summary>
    /// <exception cref="ArgumentOutOfRangeException">No such kind.</exception>
    public static bool Counts(ReductionKind kind) => kind switch
    {
        ReductionKind.Retirement
            or ReductionKind.Death
            or ReductionKind.TransferOut
            or ReductionKind.Study
            or ReductionKind.Enlistment
            or ReductionKind.ContractExpired
            or ReductionKind.Resignation
            or ReductionKind.DismissedUnderArticle39
            or ReductionKind.MoveWithinGroup => false,
        ReductionKind.Redundancy or ReductionKind.EndedByEmployer or ReductionKind.Other => true,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>People laid off among reductions by kind (裁员人数).</summary>
    public static int LaidOff(IEnumerable<(ReductionKind Kind, int People)> reductions)
    {
        var laidOff = 0;
        foreach (var (kind, people) in reductions)
        {
            laidOff += Counts(kind) ? people : 0;
        }

        return laidOff;
    }
}

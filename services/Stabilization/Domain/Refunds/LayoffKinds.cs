using Wenye.Policy;

namespace Wenye.Stabilization.Domain.Refunds;

/// <summary>Why a firm has one insured worker fewer (参保职工减少原因), numbered as in the contract.</summary>
public enum ReductionKind
{
    /// <summary>Let go by the firm, also by agreement that it proposed, and whatever the list below does not name (裁减、用人单位解除).</summary>
    Dismissed = 1,

    /// <summary>退休.</summary>
    Retired,

    /// <summary>死亡.</summary>
    Died,

    /// <summary>Moved to another unit (调出).</summary>
    Transferred,

    /// <summary>上学.</summary>
    Studies,

    /// <summary>Joined the army (入伍).</summary>
    Enlisted,

    /// <summary>The contract ran out (劳动合同期满终止).</summary>
    ContractEnded,

    /// <summary>The worker asked for it (本人提出解除劳动合同).</summary>
    Resigned,

    /// <summary>Article 39 of the labour contract law (依劳动合同法第三十九条规定解除劳动合同).</summary>
    DismissedForCause,

    /// <summary>Another post between subsidiaries of one group (同一集团公司下属子公司之间职工换岗).</summary>
    MovedWithinGroup,
}

/// <summary>Which reductions count as layoffs (裁员的认定).</summary>
/// <remarks>The clause lists what does not count; whatever it does not list is one insured worker fewer and counts.</remarks>
public static class LayoffKinds
{
    // 26号 二(二)3  在计算企业裁员率时，可按上年度参保职工减少人数…与上年度参保职工人数比较确定。职工退休、死亡、调出、上学、入伍、
    // 劳动合同期满终止、本人提出解除劳动合同以及依劳动合同法第三十九条规定解除劳动合同，同一集团公司下属子公司之间职工换岗的，不视为裁员
    /// <summary>The clause that lists them (依据).</summary>
    public static readonly Clause Listed = new("鲁人社字〔2020〕26号", "二(二)3");

    /// <summary>Whether a reduction of this kind counts (是否视为裁员).</summary>
    /// <exception cref="ArgumentOutOfRangeException">No such kind.</exception>
    public static bool Counts(ReductionKind kind) => kind switch
    {
        ReductionKind.Dismissed => true,
        ReductionKind.Retired
            or ReductionKind.Died
            or ReductionKind.Transferred
            or ReductionKind.Studies
            or ReductionKind.Enlisted
            or ReductionKind.ContractEnded
            or ReductionKind.Resigned
            or ReductionKind.DismissedForCause
            or ReductionKind.MovedWithinGroup => false,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>People laid off among reductions by kind (裁员人数).</summary>
    /// <param name="reductions">How many people left for which reason; people below zero are not checked here.</param>
    /// <exception cref="ArgumentOutOfRangeException">No such kind.</exception>
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

using Wenye.Contracts.Stabilization.V1;
using Wenye.ServiceDefaults;
using RefundCase = Wenye.Stabilization.Data.RefundCase;
using RefundStep = Wenye.Stabilization.Data.RefundStep;

namespace Wenye.Stabilization.Features.Refunds;

/// <summary>Moves a case on and keeps who, when, where and why (办理环节).</summary>
internal static class RefundSteps
{
    /// <summary>The case goes to a state (转入).</summary>
    public static void MoveTo(this RefundCase refund, RefundState state, HandledBy by, string? note = null)
    {
        refund.State = state;
        refund.Steps.Add(Of(refund.Id, state, by, refund.Steps.Count + 1, note));
    }

    /// <summary>A step of a case whose earlier steps the caller has counted (环节).</summary>
    public static RefundStep Of(Guid caseId, RefundState state, HandledBy by, int sequence, string? note = null) => new()
    {
        CaseId = caseId,
        Sequence = sequence,
        State = state,
        OccurredAt = by.At,
        Agency = by.Agency,
        Division = by.Division,
        Operator = by.Operator,
        OfficeId = by.OfficeId,
        Note = note ?? by.Remarks,
    };

    /// <summary>In the words of the offices (办理状态).</summary>
    public static string Chinese(this RefundState state) => state switch
    {
        RefundState.Listed => "拟返还",
        RefundState.Notified => "已通知",
        RefundState.Confirmed => "企业已确认",
        RefundState.UnderReview => "联合会审中",
        RefundState.Payable => "已转拨付",
        RefundState.Prepaid => "已预拨",
        RefundState.Settled => "已清算",
        RefundState.Declined => "企业放弃",
        RefundState.Refused => "会审不予返还",
        _ => "未知",
    };
}

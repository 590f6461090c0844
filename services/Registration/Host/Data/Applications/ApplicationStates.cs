using Wenye.Contracts.Registration.V1;

namespace Wenye.Registration.Data;

/// <summary>The states by the names that 鲁人社字〔2020〕39号 附件5 三(二) gives them (审核状态).</summary>
internal static class ApplicationStates
{
    public static string Chinese(this ApplicationState state) => state switch
    {
        ApplicationState.PendingReview => "待审核",
        ApplicationState.UnderReview => "审核中",
        ApplicationState.Approved => "已审核（审核通过）",
        ApplicationState.Rejected => "已审核（审核不通过）",
        ApplicationState.ClosedAsDuplicate => "已办结（重复申请）",
        _ => "未受理",
    };
}

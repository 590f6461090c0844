using Wenye.Contracts.Statistics.V1;
using Wenye.ServiceDefaults;
using Wenye.Statistics.Data.Reports;

namespace Wenye.Statistics.Features.Reports;

/// <summary>Who may take which step of a report (岗位分离、审核次序).</summary>
internal static class ReportDuties
{
    public const string Submitting = "statistics.reports.submit";
    public const string Verifying = "statistics.reports.verify";

    /// <summary>A unit reports for itself (本单位填报): not the level above for it, who verifies.</summary>
    /// <exception cref="Grpc.Core.RpcException">PERMISSION_DENIED OTHER_DIVISION.</exception>
    public static void DemandOwn(Caller caller, string unit)
    {
        if (caller.Division != unit)
        {
            throw RpcErrors.PermissionDenied("OTHER_DIVISION", "报表由填报单位自行提交和更正，请由该地区机构办理");
        }
    }

    /// <summary>The step that is the caller's now (审核或退回).</summary>
    /// <exception cref="Grpc.Core.RpcException">FAILED_PRECONDITION REPORT_NOT_SUBMITTED, NOT_YOUR_TURN or DUTIES_NOT_SEPARATED.</exception>
    public static ReportState DemandTurn(UnitReport report, Caller caller, HandledBy by)
    {
        if (report.State is ReportState.Draft or ReportState.Returned)
        {
            throw RpcErrors.FailedPrecondition("REPORT_NOT_SUBMITTED", "报表尚未提交，或已退回待重新提交");
        }

        if (ReportTurns.After(report.Division, report.State) is not { } turn || turn.Division != caller.Division)
        {
            throw RpcErrors.FailedPrecondition("NOT_YOUR_TURN", "报表按县、市、省的次序逐级审核，现不由本级办理");
        }

        var isOwnWork = report.Steps.Any(step => step.Version == report.Version && (step.Agency, step.Operator) == (by.Agency, by.Operator));
        return Roles.Grant(caller.Roles, Submitting) || isOwnWork
            ? throw RpcErrors.FailedPrecondition("DUTIES_NOT_SEPARATED", "填报与审核应由不同账号、不同经办人办理（鲁人社字〔2020〕95号 五、附件五）")
            : turn.Next;
    }
}

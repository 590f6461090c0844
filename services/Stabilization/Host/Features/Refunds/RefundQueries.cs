using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Stabilization.V1;
using Wenye.ServiceDefaults;
using Wenye.Stabilization.Data;
using RefundCase = Wenye.Stabilization.Data.RefundCase;

namespace Wenye.Stabilization.Features.Refunds;

/// <summary>How calls find their case (查询案件).</summary>
internal static class RefundQueries
{
    /// <summary>The case with its firm, steps and opinions.</summary>
    /// <exception cref="Grpc.Core.RpcException">
    /// INVALID_ARGUMENT when the id is no UUID, NOT_FOUND when there is none, PERMISSION_DENIED when it is another division's.
    /// </exception>
    public static async Task<(RefundCase Case, Data.Firm Firm)> LoadCaseAsync(
        this StabilizationDbContext database, string caseId, Caller caller, CancellationToken cancellation)
    {
        if (!Guid.TryParseExact(caseId, "D", out var id))
        {
            throw RpcErrors.InvalidArgument("case_id", "案件标识应为生成返还名单时给出的 UUID，请从案件清单查询后填写");
        }

        var found = await database.RefundCases.AsSplitQuery().Include(r => r.Steps.OrderBy(step => step.Sequence)).Include(r => r.Opinions)
            .SingleOrDefaultAsync(r => r.Id == id, cancellation)
            ?? throw RpcErrors.NotFound("CASE_NOT_FOUND", "没有该标识的返还案件，请核对");
        caller.DemandDivision(found.Division);
        return (found, await database.Firms.SingleAsync(firm => firm.Id == found.FirmId, cancellation));
    }

    /// <summary>Refuses a step that the case's state does not allow (状态校验).</summary>
    /// <exception cref="Grpc.Core.RpcException">FAILED_PRECONDITION, reason CASE_STATE.</exception>
    public static void Demand(this RefundCase refund, params ReadOnlySpan<RefundState> states)
    {
        if (!states.Contains(refund.State))
        {
            throw RpcErrors.FailedPrecondition("CASE_STATE", $"该案件处于“{refund.State.Chinese()}”，不能办理此步骤");
        }
    }
}

using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Training.V1;
using Wenye.ServiceDefaults;
using Wenye.Training.Data;
using Claim = Wenye.Training.Data.Claim;
using ClaimLine = Wenye.Training.Data.ClaimLine;

namespace Wenye.Training.Features.Claims;

/// <summary>How calls find claims (查询申领), and how those that change one take their turn.</summary>
internal sealed class ClaimQueries(TrainingDbContext database, People people)
{
    /// <summary>The claim with lines and steps, read after taking the turn of its people in the open transaction (待办理的申领).</summary>
    /// <remarks>A claim has people as long as it lives, so whoever holds them changes it alone.</remarks>
    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT when the id is no UUID, NOT_FOUND, or PERMISSION_DENIED.</exception>
    public async Task<Claim> LoadForChangeAsync(string claimId, Caller caller, CancellationToken cancellation)
    {
        var id = (await FindAsync(claimId, caller, cancellation)).Id;
        var known = await database.Set<ClaimLine>().Where(line => line.ClaimId == id).Select(line => line.TraineeId).ToListAsync(cancellation);
        await people.TakeTurnsAsync(known, [], cancellation);
        return await database.Set<Claim>().AsSplitQuery()
            .Include(claim => claim.Lines.OrderBy(line => line.Line))
            .Include(claim => claim.Steps.OrderBy(step => step.Sequence))
            .SingleAsync(claim => claim.Id == id, cancellation);
    }

    /// <summary>The claim without its lines (申领).</summary>
    /// <exception cref="Grpc.Core.RpcException">As above.</exception>
    public async Task<Claim> FindAsync(string claimId, Caller caller, CancellationToken cancellation)
    {
        var faults = new RequestFaults();
        var id = faults.Id(claimId, "claim_id", "申领标识应为申领时返回的 UUID，请从申领清单查询后填写");
        faults.ThrowIfAny();
        var claim = await database.Set<Claim>().AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, cancellation)
            ?? throw RpcErrors.NotFound("CLAIM_NOT_FOUND", "没有该标识的申领，请核对");
        caller.DemandDivision(claim.Division);
        return claim;
    }

    /// <summary>Refuses a step that the claim's state does not allow (状态校验).</summary>
    /// <exception cref="Grpc.Core.RpcException">FAILED_PRECONDITION, reason CLAIM_STATE.</exception>
    public static void DemandOpen(Claim claim)
    {
        if (claim.State is not (ClaimState.Submitted or ClaimState.Incomplete))
        {
            throw RpcErrors.FailedPrecondition("CLAIM_STATE", claim.State == ClaimState.Reviewed ? "该申领已审核，不能再办理此步骤" : "该申领已撤回，不能再办理此步骤");
        }
    }
}

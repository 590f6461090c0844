using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Stabilization.V1;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Wenye.Stabilization.Data;
using Firm = Wenye.Stabilization.Data.Firm;

namespace Wenye.Stabilization.Features.WorkTraining;

/// <summary>How calls find firms and claims (查询申领), and how those that change a claim take their turn.</summary>
internal static class ClaimQueries
{
    // All claims of a firm share its months and its cap: whoever changes one reads the others after the call before has committed.
    private const string LockFirm = "SELECT pg_advisory_xact_lock(hashtextextended('work_training', {0}))";

    /// <summary>Takes the firm's turn until the open transaction ends (企业申领锁).</summary>
    public static Task TakeTurnAsync(this StabilizationDbContext database, long firmId, CancellationToken cancellation) =>
        database.Database.ExecuteSqlRawAsync(LockFirm, [firmId], cancellation);

    /// <summary>The firm of a checked code (企业).</summary>
    /// <exception cref="Grpc.Core.RpcException">NOT_FOUND when no feed brought it, PERMISSION_DENIED when it is another division's.</exception>
    public static async Task<Firm> LoadFirmAsync(this StabilizationDbContext database, string creditCode, Caller caller, CancellationToken cancellation)
    {
        var firm = await database.Set<Firm>().AsNoTracking().SingleOrDefaultAsync(one => one.CreditCode == creditCode, cancellation)
            ?? throw RpcErrors.NotFound("FIRM_NOT_FOUND", "没有该统一社会信用代码的参保企业，请核对，或先归集该企业数据");
        caller.DemandDivision(firm.Division);
        return firm;
    }

    /// <summary>The claim with months, rosters and steps, read after taking the firm's turn in the open transaction (待办理的申领).</summary>
    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT when the id is no UUID, NOT_FOUND, or PERMISSION_DENIED.</exception>
    public static async Task<(TrainingClaim Claim, Firm Firm)> LoadForChangeAsync(
        this StabilizationDbContext database, string claimId, Caller caller, CancellationToken cancellation)
    {
        var (id, firmId) = await FindAsync(database, claimId, caller, cancellation);
        await database.TakeTurnAsync(firmId, cancellation);
        return (await WholeAsync(database.Set<TrainingClaim>(), id, cancellation), await FirmAsync(database, firmId, cancellation));
    }

    /// <summary>The claim with months, rosters and steps, to be read (申领).</summary>
    /// <exception cref="Grpc.Core.RpcException">As above.</exception>
    public static async Task<(TrainingClaim Claim, Firm Firm)> LoadClaimAsync(
        this StabilizationDbContext database, string claimId, Caller caller, CancellationToken cancellation)
    {
        var (id, firmId) = await FindAsync(database, claimId, caller, cancellation);
        return (await WholeAsync(database.Set<TrainingClaim>().AsNoTracking(), id, cancellation), await FirmAsync(database, firmId, cancellation));
    }

    /// <summary>Refuses a step that the claim's state does not allow (状态校验).</summary>
    /// <exception cref="Grpc.Core.RpcException">FAILED_PRECONDITION, reason CLAIM_STATE.</exception>
    public static void DemandOpen(this TrainingClaim claim)
    {
        if (claim.State is not (ClaimState.Submitted or ClaimState.Incomplete))
        {
            throw RpcErrors.FailedPrecondition("CLAIM_STATE", claim.State == ClaimState.Reviewed ? "该申领已审核，不能再办理此步骤" : "该申领已撤回，不能再办理此步骤");
        }
    }

    private static async Task<(Guid Id, long FirmId)> FindAsync(StabilizationDbContext database, string claimId, Caller caller, CancellationToken cancellation)
    {
        if (!Guid.TryParseExact(claimId, "D", out var id))
        {
            throw RpcErrors.InvalidArgument("claim_id", "申领标识应为申领时返回的 UUID，请从申领清单查询后填写");
        }

        var found = await database.Set<TrainingClaim>().AsNoTracking().Where(claim => claim.Id == id)
            .Select(claim => new { claim.FirmId, claim.Division }).SingleOrDefaultAsync(cancellation)
            ?? throw RpcErrors.NotFound("CLAIM_NOT_FOUND", "没有该标识的申领，请核对");
        caller.DemandDivision(found.Division);
        return (id, found.FirmId);
    }

    private static Task<TrainingClaim> WholeAsync(IQueryable<TrainingClaim> claims, Guid id, CancellationToken cancellation) => claims
        .AsSplitQuery()
        .Include(claim => claim.Months.OrderBy(month => month.Month)).ThenInclude(month => month.Roster.OrderBy(person => person.Line))
        .Include(claim => claim.Steps.OrderBy(step => step.Sequence))
        .SingleAsync(claim => claim.Id == id, cancellation);

    private static Task<Firm> FirmAsync(StabilizationDbContext database, long id, CancellationToken cancellation) =>
        database.Set<Firm>().AsNoTracking().SingleAsync(firm => firm.Id == id, cancellation);
}

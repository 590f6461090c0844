using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Loans.V1;
using Wenye.Loans.Data;
using Wenye.ServiceDefaults;

namespace Wenye.Loans.Features.Subsidies;

/// <summary>How calls find runs and claims (查询贴息申请): offices those of their place, a bank its own.</summary>
internal sealed class SubsidyQueries(LoansDbContext database, CallingPartner partners)
{
    /// <summary>The bank that calls; null: an office.</summary>
    public async Task<Guid?> BankAsync(Caller caller, CancellationToken cancellation) => (await partners.FindAsync(caller, cancellation))?.Id;

    /// <summary>The run.</summary>
    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT, NOT_FOUND or PERMISSION_DENIED.</exception>
    public async Task<StoredSubsidyRun> RunAsync(string runId, Caller caller, CancellationToken cancellation)
    {
        var faults = new RequestFaults();
        var id = faults.Id(runId, "run_id", "计算标识应为发起时返回的 UUID，请核对");
        faults.ThrowIfAny();
        var run = await database.Set<StoredSubsidyRun>().AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, cancellation);
        var bank = await BankAsync(caller, cancellation);
        if (run is null || (bank is not null && run.BankId != bank))
        {
            throw RpcErrors.NotFound("SUBSIDY_RUN_NOT_FOUND", "没有该标识的贴息计算，请核对");
        }

        if (bank is null)
        {
            caller.DemandDivision(run.Division);
        }

        return run;
    }

    /// <summary>The run as it stands, with its claims.</summary>
    public async Task<SubsidyRun> AnswerAsync(StoredSubsidyRun run, CancellationToken cancellation) => run.ToContract(
        await database.Set<SubsidyShard>().Where(shard => shard.RunId == run.Id && shard.DecidedAt != null).SumAsync(shard => (long)shard.Loans, cancellation),
        await database.Set<StoredSubsidyClaim>().Where(claim => claim.RunId == run.Id).OrderBy(claim => claim.Pool).ThenBy(claim => claim.BankId)
            .Select(claim => claim.Id).ToListAsync(cancellation));

    /// <summary>The claim; of another bank it is not there.</summary>
    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT, NOT_FOUND or PERMISSION_DENIED.</exception>
    public async Task<StoredSubsidyClaim> ClaimAsync(string claimId, Caller caller, CancellationToken cancellation)
    {
        var faults = new RequestFaults();
        var id = faults.Id(claimId, "claim_id", "贴息申请标识应为申请清单中的 UUID，请核对");
        faults.ThrowIfAny();
        var claim = await database.Set<StoredSubsidyClaim>().AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, cancellation);
        var bank = await BankAsync(caller, cancellation);
        if (claim is null || (bank is not null && claim.BankId != bank))
        {
            throw RpcErrors.NotFound("SUBSIDY_CLAIM_NOT_FOUND", "没有该标识的贴息申请，请核对");
        }

        if (bank is null)
        {
            caller.DemandDivision(claim.Pool);
        }

        return claim;
    }

    /// <summary>The claim under its row lock in the open transaction, with its steps.</summary>
    /// <exception cref="Grpc.Core.RpcException">As above.</exception>
    public async Task<StoredSubsidyClaim> HoldAsync(string claimId, Caller caller, CancellationToken cancellation)
    {
        var id = (await ClaimAsync(claimId, caller, cancellation)).Id;
        var claim = await database.Set<StoredSubsidyClaim>().FromSql($"SELECT * FROM subsidy_claim WHERE id = {id} FOR UPDATE").SingleAsync(cancellation);
        await database.Entry(claim).Collection(one => one.Steps).LoadAsync(cancellation);
        return claim;
    }

    /// <summary>Refuses a step that needs a computed claim (状态校验).</summary>
    /// <exception cref="Grpc.Core.RpcException">FAILED_PRECONDITION SUBSIDY_CLAIM_STATE.</exception>
    public static void DemandComputed(StoredSubsidyClaim claim)
    {
        if (claim.State != SubsidyClaimState.Computed)
        {
            throw RpcErrors.FailedPrecondition("SUBSIDY_CLAIM_STATE", claim.State switch
            {
                SubsidyClaimState.Computing => "该申请正在计算，请待计算完成后办理",
                SubsidyClaimState.Confirmed => "该申请已审核，不能再办理此步骤",
                _ => "该申请已退回，不能再办理此步骤",
            });
        }
    }

    /// <summary>Name of a bank.</summary>
    public Task<string> BankNameAsync(Guid bank, CancellationToken cancellation) =>
        database.Partners.Where(one => one.Id == bank).Select(one => one.Name).SingleAsync(cancellation);
}

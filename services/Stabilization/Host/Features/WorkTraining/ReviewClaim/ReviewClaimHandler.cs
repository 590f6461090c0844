using Wenye.Contracts.Policy.V1;
using Wenye.Contracts.Stabilization.V1;
using Wenye.Persistence;
using Wenye.ServiceDefaults;
using Wenye.Stabilization.Data;
using HandledBy = Wenye.ServiceDefaults.HandledBy;

namespace Wenye.Stabilization.Features.WorkTraining.ReviewClaim;

/// <summary>Reviews a claim (审核): 经当地人力资源社会保障部门审核通过并公示无异议后，将补贴资金支付到企业, 63号 附件 二.</summary>
internal sealed class ReviewClaimHandler(
    StabilizationDbContext database, ClaimDecisions decisions, ClaimPayables payables, HandledRequests requests, TimeProvider time)
{
    public async Task<ReviewClaimResponse> HandleAsync(ReviewClaimRequest request, Caller caller, CancellationToken cancellation)
    {
        new RequestFaults().Add(Rejections.Faults(request)).Add(HandledBy.Faults(request.Handling, operatorRequired: true)).ThrowIfAny();
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        var (claim, firm) = await database.LoadForChangeAsync(request.ClaimId, caller, cancellation);
        if (await requests.FindAsync<ReviewClaimResponse>(caller.Agency, request.RequestId, request, cancellation) is { } first)
        {
            return first;
        }

        claim.DemandOpen();
        Rejections.Apply(claim, request.Rejected);
        await decisions.DecideAsync(claim, firm, cancellation);
        var by = HandledBy.Of(request.Handling, caller, time);
        var rest = SplitOff(claim, by);
        claim.PayableId = await payables.AddAsync(claim, firm, by, cancellation);
        claim.MoveTo(ClaimState.Reviewed, by);
        var answer = new ReviewClaimResponse { Claim = claim.ToContract(firm), RestClaimId = rest?.Id.ToString() ?? "" };
        return await requests.SaveAsync(caller.Agency, request.RequestId, request, answer, cancellation);
    }

    // Months that lack material keep their day of application, and wait in a claim of their own: what is granted need not wait for them.
    private TrainingClaim? SplitOff(TrainingClaim claim, HandledBy by)
    {
        var waiting = claim.Months.Where(month => month.Outcome == Outcome.Incomplete).ToList();
        if (waiting.Count == claim.Months.Count)
        {
            throw RpcErrors.FailedPrecondition("CLAIM_INCOMPLETE", "该申领各月均待补正，请企业补正材料后再审核");
        }

        if (waiting.Count == 0)
        {
            return null;
        }

        var rest = new TrainingClaim
        {
            Id = Guid.CreateVersion7(time.GetUtcNow()),
            FirmId = claim.FirmId,
            Division = claim.Division,
            Pool = claim.Pool,
            Kind = claim.Kind,
            Industry = claim.Industry,
            ScopeAdded = claim.ScopeAdded,
            BankAccount = claim.BankAccount,
            BankName = claim.BankName,
            AppliedOn = claim.AppliedOn,
            State = ClaimState.Incomplete,
            SizeDecision = claim.SizeDecision,
        };
        database.Add(rest);
        foreach (var month in waiting)
        {
            claim.Months.Remove(month);
            rest.Months.Add(month);
            month.ClaimId = rest.Id;
        }

        rest.MoveTo(ClaimState.Incomplete, by, $"审核申领 {claim.Id} 时转出的待补正月份");
        return rest;
    }
}

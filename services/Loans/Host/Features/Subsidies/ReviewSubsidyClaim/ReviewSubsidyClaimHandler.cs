using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Loans.V1;
using Wenye.Loans.Data;
using Wenye.Payments;
using Wenye.Persistence;
using Wenye.ServiceDefaults;
using Fund = Wenye.Contracts.Payments.V1.Fund;

namespace Wenye.Loans.Features.Subsidies.ReviewSubsidyClaim;

/// <summary>Confirms or rejects a claim (审核贴息申请), 25号 七: 人力资源社会保障部门审核贴息资格后按规定拨付贴息资金.</summary>
internal sealed class ReviewSubsidyClaimHandler(LoansDbContext database, SubsidyQueries queries, Payables payables, HandledRequests requests, TimeProvider time)
{
    private const int LongestReason = 200;

    public async Task<ReviewSubsidyClaimResponse> HandleAsync(ReviewSubsidyClaimRequest request, Caller caller, CancellationToken cancellation)
    {
        Demand(request, caller);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        var claim = await queries.HoldAsync(request.ClaimId, caller, cancellation);
        if (await requests.FindAsync<ReviewSubsidyClaimResponse>(caller.Agency, request.RequestId, request, cancellation) is { } first)
        {
            return first;
        }

        SubsidyQueries.DemandComputed(claim);
        var by = HandledBy.Of(request.Handling, caller, time);
        var bank = await database.Partners.AsNoTracking().SingleAsync(one => one.Id == claim.BankId, cancellation);
        if (request.RejectedBecause.Length > 0)
        {
            claim.MoveTo(SubsidyClaimState.Rejected, by, request.RejectedBecause);
        }
        else
        {
            DemandSame(claim, request.Hash);
            await ConfirmAsync(claim, bank, by, cancellation);
        }

        var answer = new ReviewSubsidyClaimResponse { Claim = claim.ToContract(bank.Name).WithSteps(claim.Steps, caller) };
        return await requests.SaveAsync(caller.Agency, request.RequestId, request, answer, cancellation);
    }

    private static void Demand(ReviewSubsidyClaimRequest request, Caller caller)
    {
        new RequestFaults()
            .Demand(request.RejectedBecause.Length <= LongestReason, "rejected_because", $"退回理由不超过 {LongestReason} 个字符")
            .Add(HandledBy.Faults(request.Handling, operatorRequired: true))
            .ThrowIfAny();
        SeparateDuties.Demand(caller, "审核贴息申请");
    }

    private static void DemandSame(StoredSubsidyClaim claim, string hash)
    {
        if (claim.Hash != hash)
        {
            throw RpcErrors.FailedPrecondition("SUBSIDY_CLAIM_CHANGED", "申请内容与所审核的不一致，请重新查询后审核");
        }
    }

    // What is below zero was paid too much: it is kept back from what is paid next to this bank here.
    private async Task ConfirmAsync(StoredSubsidyClaim claim, Data.Partner bank, HandledBy by, CancellationToken cancellation)
    {
        var before = await database.Set<StoredSubsidyClaim>().AsNoTracking()
            .Where(one => one.BankId == claim.BankId && one.Pool == claim.Pool && one.ConfirmedNumber != null)
            .OrderByDescending(one => one.ConfirmedNumber).Select(one => new { one.ConfirmedNumber, one.CarriedOutFen }).FirstOrDefaultAsync(cancellation);
        (claim.ConfirmedNumber, claim.CarriedInFen) = ((before?.ConfirmedNumber ?? 0) + 1, before?.CarriedOutFen ?? 0);
        var sum = claim.AmountFen + claim.CarriedInFen;
        (claim.PayableFen, claim.CarriedOutFen) = (Math.Max(sum, 0), Math.Min(sum, 0));
        claim.MoveTo(SubsidyClaimState.Confirmed, by);
        if (claim.PayableFen > 0)
        {
            claim.PayableId = (await payables.AddAsync([Payable(claim, bank)], by, cancellation))[0];
        }
    }

    private static NewPayable Payable(StoredSubsidyClaim claim, Data.Partner bank) => new(
        SubsidyPayments.Benefit, claim.Id, bank.CreditCode, bank.Name, bank.BankAccount ?? "", bank.BankName ?? "",
        Fund.Entrepreneurship, claim.Pool, claim.Pool, claim.PayableFen, NeedsPublicity: true);
}

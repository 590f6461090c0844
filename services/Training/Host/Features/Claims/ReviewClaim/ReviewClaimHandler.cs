using Wenye.Contracts.Policy.V1;
using Wenye.Contracts.Training.V1;
using Wenye.Persistence;
using Wenye.ServiceDefaults;
using Wenye.Training.Data;
using Claim = Wenye.Training.Data.Claim;

namespace Wenye.Training.Features.Claims.ReviewClaim;

/// <summary>Reviews a claim (审核): 切实履行申请材料审核职责，有效甄别资金发放对象及其申请材料的真实性, 55号 第二十条.</summary>
internal sealed class ReviewClaimHandler(
    TrainingDbContext database, ClaimQueries claims, ClaimDecisions decisions, ClaimPayables payables, HandledRequests requests, TimeProvider time)
{
    public async Task<ReviewClaimResponse> HandleAsync(ReviewClaimRequest request, Caller caller, CancellationToken cancellation)
    {
        new RequestFaults().Add(Rejections.Faults(request)).Add(HandledBy.Faults(request.Handling, operatorRequired: true)).ThrowIfAny();
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        var claim = await claims.LoadForChangeAsync(request.ClaimId, caller, cancellation);
        if (await requests.FindAsync<ReviewClaimResponse>(caller.Agency, request.RequestId, request, cancellation) is { } first)
        {
            return first;
        }

        ClaimQueries.DemandOpen(claim);
        Rejections.Apply(claim, request.Rejected);
        await decisions.DecideAsync(claim, cancellation);
        var by = HandledBy.Of(request.Handling, caller, time);
        var rest = RestOfClaim.SplitOff(claim, by, time);
        if (rest is not null)
        {
            database.Add(rest);
        }

        var people = await database.PeopleOfAsync(claim.Lines, cancellation);
        var basis = await decisions.BasisAsync(claim, [.. claim.Lines], cancellation);
        await payables.AddAsync(claim, basis, by, people.ToDictionary(one => one.Key, one => one.Value.Name), cancellation);
        claim.MoveTo(ClaimState.Reviewed, by);
        var answer = new ReviewClaimResponse { Claim = claim.ToContract(), Lines = { ClaimAnswers.InShort(claim.Lines, people) }, RestClaimId = rest?.Id.ToString() ?? "" };
        return await requests.SaveAsync(caller.Agency, request.RequestId, request, answer, cancellation);
    }
}

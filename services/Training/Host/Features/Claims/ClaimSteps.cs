using Wenye.Contracts.Training.V1;
using Wenye.Persistence;
using Wenye.ServiceDefaults;
using Claim = Wenye.Training.Data.Claim;
using ClaimStep = Wenye.Training.Data.ClaimStep;

namespace Wenye.Training.Features.Claims;

/// <summary>Keeps who did what to a claim, when and where (办理环节).</summary>
internal static class ClaimSteps
{
    /// <summary>The claim goes to a state (转入).</summary>
    public static void MoveTo(this Claim claim, ClaimState state, HandledBy by, string? what = null)
    {
        claim.State = state;
        claim.Steps.Add(new ClaimStep { ClaimId = claim.Id, State = state }.By(claim.Steps.Count + 1, by, what));
    }
}

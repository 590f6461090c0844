using Wenye.Contracts.Loans.V1;
using Wenye.Loans.Data;
using Wenye.Persistence;
using Wenye.ServiceDefaults;

namespace Wenye.Loans.Features.Subsidies;

/// <summary>Keeps who did what to a claim, when and where (办理环节).</summary>
internal static class SubsidySteps
{
    /// <summary>The claim goes to a state (转入).</summary>
    public static void MoveTo(this StoredSubsidyClaim claim, SubsidyClaimState state, HandledBy by, string? what = null)
    {
        claim.State = state;
        claim.Note(by, what);
    }

    /// <summary>Something was done to the claim (办理).</summary>
    public static void Note(this StoredSubsidyClaim claim, HandledBy by, string? what) =>
        claim.Steps.Add(new SubsidyClaimStep { ClaimId = claim.Id, State = claim.State }.By(claim.Steps.Count + 1, by, what));
}

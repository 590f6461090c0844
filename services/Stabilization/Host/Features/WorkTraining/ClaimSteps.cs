using Wenye.Contracts.Stabilization.V1;
using Wenye.Stabilization.Data;
using HandledBy = Wenye.ServiceDefaults.HandledBy;

namespace Wenye.Stabilization.Features.WorkTraining;

/// <summary>Keeps who did what to a claim, when and where (办理环节).</summary>
internal static class ClaimSteps
{
    /// <summary>The claim goes to a state (转入).</summary>
    public static void MoveTo(this TrainingClaim claim, ClaimState state, HandledBy by, string? note = null)
    {
        claim.State = state;
        claim.Steps.Add(new TrainingStep
        {
            ClaimId = claim.Id,
            Sequence = claim.Steps.Count + 1,
            State = state,
            OccurredAt = by.At,
            Agency = by.Agency,
            Division = by.Division,
            Operator = by.Operator,
            OfficeId = by.OfficeId,
            Note = note ?? by.Remarks,
        });
    }
}

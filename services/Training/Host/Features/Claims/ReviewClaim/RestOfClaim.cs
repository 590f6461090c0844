using Wenye.Contracts.Policy.V1;
using Wenye.Contracts.Training.V1;
using Wenye.ServiceDefaults;
using Claim = Wenye.Training.Data.Claim;

namespace Wenye.Training.Features.Claims.ReviewClaim;

/// <summary>Lines that lack material at the review (待补正明细): they keep their day of application and wait in a claim of their own.</summary>
internal static class RestOfClaim
{
    /// <summary>Takes them out of the claim (转出); null when there are none.</summary>
    /// <exception cref="Grpc.Core.RpcException">FAILED_PRECONDITION CLAIM_INCOMPLETE when nothing would be left.</exception>
    public static Claim? SplitOff(Claim claim, HandledBy by, TimeProvider time)
    {
        var waiting = claim.Lines.Where(line => line is { Outcome: Outcome.Incomplete, RejectedBecause: null }).ToList();
        if (waiting.Count == claim.Lines.Count)
        {
            throw RpcErrors.FailedPrecondition("CLAIM_INCOMPLETE", "该申领各行均待补正，请补正材料后再审核");
        }

        if (waiting.Count == 0)
        {
            return null;
        }

        var rest = Like(claim, time);
        foreach (var line in waiting)
        {
            claim.Lines.Remove(line);
            rest.Lines.Add(line);
            line.ClaimId = rest.Id;
        }

        ClaimDecisions.Sum(claim);
        ClaimDecisions.Sum(rest);
        rest.MoveTo(ClaimState.Incomplete, by, $"审核申领 {claim.Id} 时转出的待补正明细");
        return rest;
    }

    private static Claim Like(Claim claim, TimeProvider time) => new()
    {
        Id = Guid.CreateVersion7(time.GetUtcNow()),
        Kind = claim.Kind,
        Channel = claim.Channel,
        Division = claim.Division,
        InstitutionId = claim.InstitutionId,
        CreditCode = claim.CreditCode,
        ClaimantName = claim.ClaimantName,
        BankAccount = claim.BankAccount,
        BankName = claim.BankName,
        AppliedOn = claim.AppliedOn,
        State = ClaimState.Incomplete,
        Agreement = claim.Agreement,
        Invoice = claim.Invoice,
        ApplicationForm = claim.ApplicationForm,
        FurtherPapers = claim.FurtherPapers,
    };
}

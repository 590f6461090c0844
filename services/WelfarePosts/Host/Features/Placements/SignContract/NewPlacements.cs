using Wenye.Contracts.WelfarePosts.V1;
using Wenye.ServiceDefaults;
using Wenye.WelfarePosts.Data;
using Placement = Wenye.WelfarePosts.Data.Placement;

namespace Wenye.WelfarePosts.Features.Placements.SignContract;

/// <summary>Makes the placement of a contract (建档): what the post is on the day is copied, since what was agreed then holds.</summary>
internal static class NewPlacements
{
    public static Placement Of(SignContractRequest request, Signing signing, SigningOutcome outcome, DateTimeOffset now)
    {
        var (post, taken) = (signing.Post, request.TakenOver);
        return new()
        {
            Id = Guid.CreateVersion7(now),
            PersonId = signing.Person.Id,
            PostId = post.Id,
            EmployerId = post.EmployerId,
            CandidacyId = signing.Candidacy?.Id,
            Division = post.Division,
            Kind = post.Kind,
            WorkingTime = post.WorkingTime,
            AddedForPoor = post.AddedForPoor,
            Group = outcome.Group,
            InHardshipWhenPlaced = taken is null ? signing.File.Registers.Hardship.Count > 0 : taken.HasInHardshipWhenPlaced ? taken.InHardshipWhenPlaced : null,
            Contract = request.Contract,
            StartedOn = request.StartedOn.ToDay(),
            FirstApprovedOn = (taken?.FirstApprovedOn ?? request.StartedOn).ToDay(),
            AgreedUntil = taken?.AgreedUntil?.ToDay(),
            Until = outcome.Term.Result?.Until,
            RetiresOn = outcome.RetiresOn,
            Ordinal = taken?.Ordinal ?? signing.EarlierPlacements + 1,
            FirstEmployment = request.HasFirstEmployment && request.FirstEmployment,
            ChosenByOrder = taken is { HasChosenByOrder: true } ? taken.ChosenByOrder : null,
            Publicised = taken is { HasPublicised: true } ? taken.Publicised : null,
            BankAccount = request.BankAccount.Length > 0 ? request.BankAccount : null,
            BankName = request.BankName.Length > 0 ? request.BankName : null,
            State = PlacementState.Agreed,
            RegistrationAskedAt = now,
        };
    }
}

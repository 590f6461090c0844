using Microsoft.EntityFrameworkCore;
using Wenye.Persistence;
using Wenye.ServiceDefaults;
using Wenye.Training.Data;
using Claim = Wenye.Training.Data.Claim;
using ClaimLine = Wenye.Training.Data.ClaimLine;
using PriorSubsidy = Wenye.Training.Data.PriorSubsidy;

namespace Wenye.Training.Features.Files;

/// <summary>Whose file is asked for (查阅对象).</summary>
/// <param name="Id">This service's key; null: by name and number.</param>
/// <param name="Name">姓名.</param>
/// <param name="IdNumber">公民身份号码.</param>
internal sealed record AskedPerson(Guid? Id, string Name, string IdNumber);

/// <summary>Finds the person of a file, and sees that the caller's office has to do with the person (查阅权限).</summary>
internal sealed class FilePersons(TrainingDbContext database, PersonalDataProtector protector)
{
    /// <summary>The person, when the file is for the caller.</summary>
    /// <exception cref="Grpc.Core.RpcException">NOT_FOUND, reason TRAINING_FILE_NOT_FOUND: known or not is not said.</exception>
    public async Task<Trainee> DemandAsync(AskedPerson asked, Caller caller, CancellationToken cancellation) =>
        await FindAsync(asked, cancellation) is { } person && await MayReadAsync(person.Id, caller, cancellation)
            ? person
            : throw RpcErrors.NotFound(
                "TRAINING_FILE_NOT_FOUND", "没有可供本机构查阅的培训档案：请核对姓名和公民身份号码；档案由培训地、申领地、户籍地的机构或省级机构查阅");

    private async Task<Trainee?> FindAsync(AskedPerson asked, CancellationToken cancellation)
    {
        if (asked.Id is { } id)
        {
            return await database.Trainees.AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, cancellation);
        }

        var hash = protector.LookupHash(asked.IdNumber);
        var found = await database.Trainees.AsNoTracking().SingleOrDefaultAsync(one => one.IdHash == hash, cancellation);
        return found?.Name == asked.Name ? found : null;
    }

    // A class that the person left, and a claim that was refused, were still this office's; of households only the latest that was stated is.
    private async Task<bool> MayReadAsync(Guid person, Caller caller, CancellationToken cancellation)
    {
        if (caller.VisiblePrefix is not { } area)
        {
            return false;
        }

        return area.Length == 0 || await HasClassAsync(person, area, cancellation) || await HasClaimAsync(person, area, cancellation) || await IsHouseholdAsync(person, area, cancellation);
    }

    private Task<bool> HasClassAsync(Guid person, string area, CancellationToken cancellation) =>
        database.Enrolments.Where(one => one.TraineeId == person)
            .Join(database.Classes, one => one.ClassId, trained => trained.Id, (_, trained) => trained.Division)
            .AnyAsync(division => division.StartsWith(area), cancellation);

    private Task<bool> HasClaimAsync(Guid person, string area, CancellationToken cancellation) =>
        database.Set<ClaimLine>().Where(one => one.TraineeId == person)
            .Join(database.Set<Claim>(), one => one.ClaimId, claim => claim.Id, (_, claim) => claim.Division)
            .Concat(database.Set<FundingApprentice>().Where(one => one.TraineeId == person).Join(database.Fundings, one => one.FundingId, funding => funding.Id, (_, funding) => funding.Division))
            .Concat(database.Set<PriorSubsidy>().Where(one => one.TraineeId == person).Select(one => one.Division))
            .AnyAsync(division => division.StartsWith(area), cancellation);

    private async Task<bool> IsHouseholdAsync(Guid person, string area, CancellationToken cancellation) =>
        await database.Enrolments.Where(one => one.TraineeId == person && one.HouseholdDivision != null)
            .OrderByDescending(one => one.EnrolledOn).ThenByDescending(one => one.Id)
            .Select(one => one.HouseholdDivision).FirstOrDefaultAsync(cancellation) is { } household
        && household.StartsWith(area, StringComparison.Ordinal);
}

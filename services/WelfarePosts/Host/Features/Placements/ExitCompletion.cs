using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Type.V1;
using Wenye.Contracts.WelfarePosts.V1;
using Wenye.ServiceDefaults;
using Wenye.WelfarePosts.Data;
using Placement = Wenye.WelfarePosts.Data.Placement;

namespace Wenye.WelfarePosts.Features.Placements;

/// <summary>Has the employment of who left ended in Registration (终止就业登记). Nothing is held while Registration is asked.</summary>
internal sealed class ExitCompletion(WelfarePostsDbContext database, PlacementQueries queries, EmploymentRegister register, Records records)
{
    /// <summary>Goes on with it (继续办理); one whose employment is ended, or that has not ended, is left as it is.</summary>
    /// <exception cref="Grpc.Core.RpcException">UNAVAILABLE REGISTRATION_UNAVAILABLE; FAILED_PRECONDITION EMPLOYMENT_NOT_ENDED: Registration does not take it.</exception>
    public async Task<Placement> CompleteAsync(Guid id, HandledBy by, Handling handling, CancellationToken cancellation)
    {
        database.ChangeTracker.Clear();
        var found = await database.Placements.AsNoTracking().SingleAsync(one => one.Id == id, cancellation);
        if (found is not { State: PlacementState.Left, EmploymentEnded: false })
        {
            return found;
        }

        if (await EmploymentAsync(found, cancellation) is { } employment
            && await register.EndAsync(id, employment, found.EndedOn!.Value, found.Ground == ExitGround.Death, new Handling { Operator = handling.Operator }, cancellation) is { } objection)
        {
            // It answered: asking again by itself changes nothing.
            await database.InTransactionAsync(
                () => database.Placements.Where(one => one.Id == id).ExecuteUpdateAsync(set => set.SetProperty(one => one.RegistrationAskedAt, (DateTimeOffset?)null), cancellation),
                cancellation);
            throw RpcErrors.FailedPrecondition("EMPLOYMENT_NOT_ENDED", $"失业登记系统未受理终止就业登记（{objection.Reason}），请核对就业登记后再办结");
        }

        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        var placement = await queries.HoldAsync(id, cancellation);
        placement.RegistrationAskedAt = null;
        if (!placement.EmploymentEnded)
        {
            placement.EmploymentEnded = true;
            await records.StepAsync(id, placement.State, by, cancellation, "就业登记已终止");
        }

        await database.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return placement;
    }

    // Registered by an answer that never arrived: the exit must find it all the same.
    private async Task<Guid?> EmploymentAsync(Placement placement, CancellationToken cancellation)
    {
        if (placement.EmploymentId is { } known)
        {
            return known;
        }

        var number = (await queries.PersonAsync(placement.PersonId, cancellation)).IdNumber;
        var code = await database.Employers.Where(one => one.Id == placement.EmployerId).Select(one => one.CreditCode).SingleAsync(cancellation);
        return await register.FindAsync(number, code, cancellation);
    }
}

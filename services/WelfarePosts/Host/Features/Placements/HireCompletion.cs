using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Registration.V1;
using Wenye.Contracts.Type.V1;
using Wenye.Contracts.WelfarePosts.V1;
using Wenye.ServiceDefaults;
using Wenye.WelfarePosts.Data;
using Decision = Wenye.Contracts.Policy.V1.Decision;
using Placement = Wenye.WelfarePosts.Data.Placement;

namespace Wenye.WelfarePosts.Features.Placements;

/// <summary>A hire after it was gone on with (聘用办理结果).</summary>
/// <param name="Placement">As it is.</param>
/// <param name="Decisions">Of this time: welfare_posts.hire, then Registration's.</param>
/// <param name="Ended">The registration as unemployed that ended; null: none now.</param>
/// <param name="Objection">Why Registration did not take the form; null: it did, or was not asked.</param>
internal sealed record CompletedHire(Placement Placement, IReadOnlyList<Decision> Decisions, Registration? Ended, EmploymentObjection? Objection);

/// <summary>Registers the employment and completes the hire (办结聘用). Nothing is held while Registration is asked.</summary>
internal sealed class HireCompletion(WelfarePostsDbContext database, PlacementQueries queries, EmploymentRegister register, Records records, PostFields fields)
{
    /// <summary>Goes on with it (继续办理); one that is complete, or ended, is left as it is.</summary>
    /// <param name="id">A placement that the caller may change.</param>
    /// <param name="by">Who does it.</param>
    /// <param name="handling">The same, for Registration.</param>
    /// <param name="cancellation">The call's.</param>
    /// <exception cref="Grpc.Core.RpcException">UNAVAILABLE REGISTRATION_UNAVAILABLE: nothing changed here.</exception>
    public async Task<CompletedHire> CompleteAsync(Guid id, HandledBy by, Handling handling, CancellationToken cancellation)
    {
        database.ChangeTracker.Clear();
        var found = await database.Placements.AsNoTracking().SingleAsync(one => one.Id == id, cancellation);
        if (found.State != PlacementState.Agreed)
        {
            return new(found, [], null, null);
        }

        var said = found.EmploymentId is null ? await AskAsync(found, handling, cancellation) : null;
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        var placement = await queries.HoldAsync(id, cancellation);
        if (placement.State != PlacementState.Agreed || placement.EmploymentRefusals != found.EmploymentRefusals)
        {
            // Someone else asked the same, and settled it.
            return new(placement, [], said?.Ended, null);
        }

        var done = await SettleAsync(placement, said, by, cancellation);
        await database.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return done;
    }

    private async Task<CompletedHire> SettleAsync(Placement placement, EmploymentAnswer? said, HandledBy by, CancellationToken cancellation)
    {
        // It answered: what it refuses, or cannot take, is put right by people and asked again by them.
        placement.RegistrationAskedAt = null;
        placement.EmploymentId ??= said?.EmploymentId;
        var refused = said is { EmploymentId: null, Objection: null };
        placement.EmploymentRefusals += refused ? 1 : 0;
        var hire = HireDecisions.Decide(placement, refused ? false : null, queries, fields.Today);
        if (HireDecisions.IsComplete(placement, hire))
        {
            placement.State = PlacementState.InPost;
        }

        await records.KeepAsync(placement.Id, [hire], cancellation);
        await records.StepAsync(placement.Id, placement.State, by, cancellation, refused ? $"就业登记未予办理（{said!.Clauses}）" : null);
        return new(placement, [hire.ToContract(), .. said?.Decisions ?? []], said?.Ended, said?.Objection);
    }

    private async Task<EmploymentAnswer> AskAsync(Placement placement, Handling handling, CancellationToken cancellation)
    {
        var person = await database.People.AsNoTracking().SingleAsync(one => one.Id == placement.PersonId, cancellation);
        var post = await database.Posts.AsNoTracking().SingleAsync(one => one.Id == placement.PostId, cancellation);
        var employer = await database.Employers.AsNoTracking().SingleAsync(one => one.Id == placement.EmployerId, cancellation);
        return await register.RegisterAsync(
            $"wp-{placement.Id:N}-{placement.EmploymentRefusals}", EmploymentForms.Of(placement, person, post, employer),
            new Handling { Operator = handling.Operator }, cancellation);
    }
}

using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Type.V1;
using Wenye.Contracts.WelfarePosts.V1;
using Wenye.ServiceDefaults;
using Wenye.WelfarePosts.Data;
using Wenye.WelfarePosts.Features.Placements;

namespace Wenye.WelfarePosts.Placements;

/// <summary>Finds hires and exits of which Registration has not answered yet, and goes on with them (续办就业登记) in the name of who began them.</summary>
/// <remarks>
/// Replicas share them: who moves the time at which it was asked has it. Should two have one all the same, both send the same request, and whoever settles
/// second finds it settled.
/// </remarks>
internal sealed class OpenEmployments(WelfarePostsDbContext database, HireCompletion hires, ExitCompletion exits, TimeProvider time)
{
    private const string Remark = "系统自动续办";

    /// <summary>The next that is open (下一件); null: none.</summary>
    /// <param name="after">Those up to this id were looked at.</param>
    /// <param name="askedBefore">Those asked of later are left.</param>
    /// <param name="cancellation">When the host stops.</param>
    public Task<Guid?> NextAsync(Guid after, DateTimeOffset askedBefore, CancellationToken cancellation) =>
        database.Placements.AsNoTracking().Where(one => one.RegistrationAskedAt <= askedBefore && one.Id > after)
            .OrderBy(one => one.Id).Select(one => (Guid?)one.Id).FirstOrDefaultAsync(cancellation);

    /// <summary>Goes on with one (续办).</summary>
    /// <exception cref="Grpc.Core.RpcException">UNAVAILABLE: Registration is away; FAILED_PRECONDITION: it does not take it, and is not asked again.</exception>
    public async Task GoOnAsync(Guid id, DateTimeOffset askedBefore, CancellationToken cancellation)
    {
        var (now, asked) = (time.GetUtcNow(), await database.Placements.Where(one => one.Id == id).Select(one => one.RegistrationAskedAt).SingleAsync(cancellation));
        if (asked > askedBefore || !await MoveAsync(id, asked, now, cancellation))
        {
            return;
        }

        try
        {
            await CompleteAsync(id, now, cancellation);
        }
        catch (RpcException away) when (away.StatusCode == StatusCode.Unavailable)
        {
            // Nothing was done: it is as open as before, and the worker's pause is what spares Registration.
            await MoveAsync(id, now, asked, cancellation);
            throw;
        }
    }

    private Task<bool> MoveAsync(Guid id, DateTimeOffset? from, DateTimeOffset? to, CancellationToken cancellation) => database.InTransactionAsync(
        async () => await database.Placements.Where(one => one.Id == id && one.RegistrationAskedAt != null && one.RegistrationAskedAt == from)
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.RegistrationAskedAt, to), cancellation) == 1,
        cancellation);

    private async Task CompleteAsync(Guid id, DateTimeOffset now, CancellationToken cancellation)
    {
        var (state, by) = (await database.Placements.Where(one => one.Id == id).Select(one => one.State).SingleAsync(cancellation), await ByAsync(id, now, cancellation));
        var handling = new Handling { Operator = by.Operator };
        if (state == PlacementState.Left)
        {
            await exits.CompleteAsync(id, by, handling, cancellation);
        }
        else
        {
            await hires.CompleteAsync(id, by, handling, cancellation);
        }
    }

    // Whoever signed or ended it, who is named in every such request.
    private async Task<HandledBy> ByAsync(Guid id, DateTimeOffset now, CancellationToken cancellation)
    {
        var last = await database.Set<RecordStep>().AsNoTracking().Where(one => one.RecordId == id && one.Operator != null)
            .OrderByDescending(one => one.Sequence).FirstAsync(cancellation);
        var division = await database.Placements.Where(one => one.Id == id).Select(one => one.Division).SingleAsync(cancellation);
        return new(last.Agency, division, now, last.Operator, last.OfficeId, Remark);
    }
}

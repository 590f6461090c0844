using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.WelfarePosts.V1;
using Wenye.ServiceDefaults;
using Wenye.WelfarePosts.Data;
using Wenye.WelfarePosts.Features.Attendance;
using Placement = Wenye.WelfarePosts.Data.Placement;

namespace Wenye.WelfarePosts.Features.Placements.GetPlacement;

/// <summary>Reads a placement (查询在岗人员); who reads it in full is kept before anything is answered.</summary>
internal sealed class GetPlacementHandler(
    WelfarePostsDbContext database, PlacementQueries queries, Records records, AttendanceStatements statements, TimeProvider time)
{
    public async Task<GetPlacementResponse> HandleAsync(GetPlacementRequest request, Caller caller, CancellationToken cancellation)
    {
        var faults = new RequestFaults();
        var id = PlacementQueries.Id(faults, request.PlacementId);
        faults.ThrowIfAny();
        var placement = await queries.ReadAsync(id, caller, cancellation);
        if (caller.SeesPeople())
        {
            await KeepAsync(placement, caller, cancellation);
        }

        return new()
        {
            Placement = PlacementAnswers.Of(placement, await queries.PersonAsync(placement.PersonId, cancellation), caller.HandlesPosts()),

            // Decisions hold facts of the person.
            Decisions = { caller.HandlesPosts() ? await records.DecisionsAsync(id, cancellation) : [] },
            Steps = { await records.StepsAsync(id, caller, cancellation) },
            Months = { await statements.HoldingAsync(id, cancellation) },
            Appraisals = { await statements.AppraisalsAsync(id, caller, cancellation) },
        };
    }

    private async Task KeepAsync(Placement placement, Caller caller, CancellationToken cancellation)
    {
        database.Add(new PlacementReading { PlacementId = placement.Id, Agency = caller.Agency, Division = caller.Division, ReadAt = time.GetUtcNow() });
        await database.SaveChangesAsync(cancellation);
    }
}

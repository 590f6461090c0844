using Wenye.Contracts.WelfarePosts.V1;
using Wenye.ServiceDefaults;

namespace Wenye.WelfarePosts.Features.Placements.CompleteExit;

/// <summary>Goes on with an exit (办结退出): Registration ends the employment.</summary>
internal sealed class CompleteExitHandler(PlacementQueries queries, ExitCompletion completion, PlacementAnswers answers, TimeProvider time)
{
    public async Task<CompleteExitResponse> HandleAsync(CompleteExitRequest request, Caller caller, CancellationToken cancellation)
    {
        var faults = new RequestFaults();
        var id = PlacementQueries.Id(faults, request.PlacementId);
        faults.Add(HandledBy.Faults(request.Handling, operatorRequired: true)).ThrowIfAny();
        if ((await queries.ReadAsync(id, caller, cancellation)).State != PlacementState.Left)
        {
            throw RpcErrors.FailedPrecondition("NOT_LEFT", "该人员尚未退出公益性岗位，请先办理退出");
        }

        var placement = await completion.CompleteAsync(id, HandledBy.Of(request.Handling, caller, time), request.Handling, cancellation);
        return new() { Placement = await answers.OfAsync(placement, cancellation) };
    }
}

using Grpc.Core;
using Wenye.Contracts.WelfarePosts.V1;
using Wenye.Persistence;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Wenye.WelfarePosts.Data;
using Wenye.WelfarePosts.Domain.Terms;
using Placement = Wenye.WelfarePosts.Data.Placement;

namespace Wenye.WelfarePosts.Features.Placements.EndPlacement;

/// <summary>Ends a placement (退出): on the ground that the office establishes, then has the employment ended.</summary>
internal sealed class EndPlacementHandler(
    WelfarePostsDbContext database, PlacementQueries queries, ExitFacts facts, ExitCompletion completion, HandledRequests requests, Records records,
    PlacementAnswers answers, PostFields fields, TimeProvider time)
{
    public async Task<EndPlacementResponse> HandleAsync(EndPlacementRequest request, Caller caller, CancellationToken cancellation)
    {
        var id = ExitChecks.Demand(request, fields.Today);
        var ended = await requests.FindAsync<EndPlacementResponse>(caller.Agency, request.RequestId, request, cancellation)
            ?? await EndAsync(id, request, caller, cancellation);
        return ended.Ended ? await FinishAsync(id, ended, request, caller, cancellation) : ended;
    }

    private async Task<EndPlacementResponse> EndAsync(Guid id, EndPlacementRequest request, Caller caller, CancellationToken cancellation)
    {
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        var placement = await queries.HoldAsync(id, caller, cancellation);
        if (await requests.FindAsync<EndPlacementResponse>(caller.Agency, request.RequestId, request, cancellation) is { } first)
        {
            return first;
        }

        ExitChecks.Demand(request, placement);
        var decision = request.Ground == ExitGround.Resigned ? null : await DecideAsync(placement, request, cancellation);

        // Where no document lists grounds, the contract and what the office established of it end the placement.
        var isGround = decision is null || decision.Outcome == Outcome.Granted || decision.Missing is [ExitFacts.NoRule];
        if (isGround)
        {
            await LeaveAsync(placement, request, decision, HandledBy.Of(request.Handling, caller, time), cancellation);
        }

        var answer = new EndPlacementResponse { Ended = isGround, Placement = await answers.OfAsync(placement, cancellation), Decision = decision?.ToContract() };
        return await requests.SaveAsync(caller.Agency, request.RequestId, request, answer, cancellation);
    }

    private async Task<Decision<ExitResult>> DecideAsync(Placement placement, EndPlacementRequest request, CancellationToken cancellation)
    {
        var endedOn = request.EndedOn.ToDay();
        var absences = (await facts.AbsencesAsync([placement.Id], endedOn, cancellation)).GetValueOrDefault(placement.Id);
        return PostExit.Decide(ExitFacts.Claimed(placement, request, endedOn, absences), queries.Policy(placement.Division, endedOn));
    }

    private async Task LeaveAsync(Placement placement, EndPlacementRequest request, Decision? decision, HandledBy by, CancellationToken cancellation)
    {
        (placement.State, placement.EndedOn, placement.Ground) = (PlacementState.Left, request.EndedOn.ToDay(), request.Ground);
        placement.RegistrationAskedAt = by.At;
        if (decision is not null)
        {
            await records.KeepAsync(placement.Id, [decision], cancellation);
        }

        await records.StepAsync(placement.Id, placement.State, by, cancellation, request.Evidence.Length > 0 ? $"依据材料：{request.Evidence}" : null);
    }

    // A repeat finds the final answer, or goes on where the first one was cut.
    private async Task<EndPlacementResponse> FinishAsync(
        Guid id, EndPlacementResponse ended, EndPlacementRequest request, Caller caller, CancellationToken cancellation)
    {
        var key = $"exit-{id:N}";
        if (await requests.FindAsync<EndPlacementResponse>(caller.Agency, key, request, cancellation) is { } final)
        {
            return final;
        }

        try
        {
            var answer = ended.Clone();
            answer.Placement = await answers.OfAsync(
                await completion.CompleteAsync(id, HandledBy.Of(request.Handling, caller, time), request.Handling, cancellation), cancellation);
            return await requests.SaveAsync(caller.Agency, key, request, answer, cancellation);
        }
        catch (RpcException waits) when (waits.StatusCode is StatusCode.Unavailable or StatusCode.FailedPrecondition)
        {
            // The exit stands; OpenEmployments, CompleteExit, or this request again, has the employment ended.
            return ended;
        }
    }
}

using Grpc.Core;
using Wenye.Contracts.WelfarePosts.V1;
using Wenye.Persistence;
using Wenye.ServiceDefaults;
using Wenye.WelfarePosts.Data;
using Wenye.WelfarePosts.Features.Recruitment;
using CandidateRegisters = Wenye.WelfarePosts.Features.Recruitment.CandidateRegisters;
using Placement = Wenye.WelfarePosts.Data.Placement;

namespace Wenye.WelfarePosts.Features.Placements.SignContract;

/// <summary>Signs (签约): decides once more and places the person in one transaction, then has the employment registered.</summary>
internal sealed class SignContractHandler(
    WelfarePostsDbContext database, Signings signings, SigningDecisions decisions, CandidateRegisters registers, SecondPlacements seconds, PlacementQueries queries,
    HireCompletion completion, HandledRequests requests, Records records, PostFields fields, TimeProvider time)
{
    public async Task<SignContractResponse> HandleAsync(SignContractRequest request, Caller caller, CancellationToken cancellation)
    {
        SigningChecks.Demand(request, fields.Today);
        var agreed = await requests.FindAsync<SignContractResponse>(caller.Agency, request.RequestId, request, cancellation)
            ?? await AgreeAsync(request, caller, cancellation);
        return agreed.Signed ? await FinishAsync(agreed, request, caller, cancellation) : agreed;
    }

    private async Task<SignContractResponse> AgreeAsync(SignContractRequest request, Caller caller, CancellationToken cancellation)
    {
        // Registration is asked before anything is held.
        var (idNumber, personId) = await signings.WhoAsync(request, caller, cancellation);
        var said = (await registers.AskAsync([idNumber], cancellation))[idNumber];
        var history = await seconds.HistoryAsync(personId, idNumber, cancellation);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        var signing = await signings.HoldAsync(request, caller, cancellation);
        if (await requests.FindAsync<SignContractResponse>(caller.Agency, request.RequestId, request, cancellation) is { } first)
        {
            return first;
        }

        SigningChecks.Demand(request, signing.Post, signing.Person.Phone);
        await signings.DemandAsync(signing, request.StartedOn.ToDay(), cancellation);
        signing.File.Registers = said;
        var outcome = await decisions.DecideAsync(request, signing, history, cancellation);
        var answer = new SignContractResponse { Signed = outcome.IsAllowed, Decisions = { outcome.All.Select(one => one.ToContract()) } };
        if (!outcome.IsAllowed)
        {
            // Told, not kept: what stood against it may be put right.
            database.ChangeTracker.Clear();
            return await requests.SaveAsync(caller.Agency, request.RequestId, request, answer, cancellation);
        }

        var placement = await PlaceAsync(request, signing, outcome, HandledBy.Of(request.Handling, caller, time), answer, cancellation);
        answer.Placement = PlacementAnswers.Of(placement, signing.Person);
        return await requests.SaveAsync(caller.Agency, request.RequestId, request, answer, cancellation);
    }

    private async Task<Placement> PlaceAsync(
        SignContractRequest request, Signing signing, SigningOutcome outcome, HandledBy by, SignContractResponse answer, CancellationToken cancellation)
    {
        var placement = NewPlacements.Of(request, signing, outcome, by.At);
        database.Add(placement);
        signing.Person.Phone = request.Phone.Length > 0 ? request.Phone : signing.Person.Phone;
        signing.Person.RegisterKey = signing.File.Registers.PersonKey ?? signing.Person.RegisterKey;
        if (signing.Candidacy is { } candidacy)
        {
            candidacy.State = CandidacyState.Placed;
            candidacy.File = signing.File.Write();
            await records.StepAsync(candidacy.Id, candidacy.State, by, cancellation);
        }

        var hire = HireDecisions.Decide(placement, registered: null, queries, fields.Today);
        await records.KeepAsync(placement.Id, [.. outcome.All, hire], cancellation);
        await records.StepAsync(placement.Id, placement.State, by, cancellation);
        answer.Decisions.Add(hire.ToContract());
        return placement;
    }

    // A repeat finds the final answer, or goes on where the first one was cut.
    private async Task<SignContractResponse> FinishAsync(SignContractResponse agreed, SignContractRequest request, Caller caller, CancellationToken cancellation)
    {
        var id = Guid.Parse(agreed.Placement.PlacementId);
        var key = $"hire-{id:N}";
        if (await requests.FindAsync<SignContractResponse>(caller.Agency, key, request, cancellation) is { } final)
        {
            return final;
        }

        try
        {
            var done = await completion.CompleteAsync(id, HandledBy.Of(request.Handling, caller, time), request.Handling, cancellation);
            var answer = agreed.Clone();
            answer.Placement = PlacementAnswers.Of(done.Placement, await queries.PersonAsync(done.Placement.PersonId, cancellation));
            if (done.Decisions.Count > 0)
            {
                answer.Decisions.RemoveAt(answer.Decisions.Count - 1);
                answer.Decisions.Add(done.Decisions);
            }

            answer.EndedRegistrationId = done.Ended?.RegistrationId ?? "";
            answer.EndedWithReason = done.Ended?.Cancellation?.ReasonCode ?? "";
            return done.Objection is null ? await requests.SaveAsync(caller.Agency, key, request, answer, cancellation) : answer;
        }
        catch (RpcException outage) when (outage.StatusCode == StatusCode.Unavailable)
        {
            // It is signed; OpenEmployments, CompleteHire, or this request again, has the employment registered.
            return agreed;
        }
    }
}

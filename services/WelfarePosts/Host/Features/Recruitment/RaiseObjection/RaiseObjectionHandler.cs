using Wenye.Contracts.WelfarePosts.V1;
using Wenye.Persistence;
using Wenye.ServiceDefaults;
using Wenye.WelfarePosts.Data;
using Candidacy = Wenye.WelfarePosts.Data.Candidacy;
using CandidacyObjection = Wenye.WelfarePosts.Data.CandidacyObjection;
using RecruitmentRound = Wenye.WelfarePosts.Data.RecruitmentRound;

namespace Wenye.WelfarePosts.Features.Recruitment.RaiseObjection;

/// <summary>Records an objection (公示异议) on a day of publicity, by whomever.</summary>
internal sealed class RaiseObjectionHandler(
    WelfarePostsDbContext database, RoundQueries rounds, Records records, HandledRequests requests, PostFields fields, TimeProvider time)
{
    private const int Longest = 500;

    public async Task<RaiseObjectionResponse> HandleAsync(RaiseObjectionRequest request, Caller caller, CancellationToken cancellation)
    {
        new RequestFaults().Text(request.Text, "text", Longest).Add(HandledBy.Faults(request.Handling, operatorRequired: false)).ThrowIfAny();
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        var (candidacy, round) = await rounds.HoldCandidacyAsync(request.CandidacyId, caller, cancellation);
        if (await requests.FindAsync<RaiseObjectionResponse>(caller.Agency, request.RequestId, request, cancellation) is { } first)
        {
            return first;
        }

        DemandPublic(candidacy, round);
        var by = HandledBy.Of(request.Handling, caller, time);
        var objection = new CandidacyObjection { Id = Guid.CreateVersion7(by.At), CandidacyId = candidacy.Id, Text = request.Text, RaisedAt = by.At };
        database.Add(objection);
        candidacy.State = CandidacyState.Objected;
        await records.StepAsync(candidacy.Id, candidacy.State, by, cancellation, "公示异议");
        return await requests.SaveAsync(caller.Agency, request.RequestId, request, new RaiseObjectionResponse { ObjectionId = objection.Id.ToString() }, cancellation);
    }

    private void DemandPublic(Candidacy one, RecruitmentRound round)
    {
        var isPublic = round.State == RoundState.Publicised && one.State is (CandidacyState.Proposed or CandidacyState.Objected);
        if (!isPublic || !(one.PublicisedFrom <= fields.Today && one.PublicisedTo >= fields.Today))
        {
            throw RpcErrors.FailedPrecondition("NOT_PUBLIC", "该人员不在公示期内，公示期内才能提出异议");
        }
    }
}

using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.WelfarePosts.V1;
using Wenye.Persistence;
using Wenye.ServiceDefaults;
using Wenye.WelfarePosts.Data;
using Candidacy = Wenye.WelfarePosts.Data.Candidacy;

namespace Wenye.WelfarePosts.Features.Recruitment.SupplyEvidence;

/// <summary>Supplies what was asked for (补正): Registration is asked again, and it is decided again.</summary>
internal sealed class SupplyEvidenceHandler(
    WelfarePostsDbContext database, RoundQueries rounds, CandidateRegisters registers, CandidacyDecisions decisions, HeldPeople<Person> people, Records records,
    HandledRequests requests, TimeProvider time)
{
    private static readonly CandidacyState[] Undecided = [CandidacyState.Submitted, CandidacyState.Refused, CandidacyState.Ranked, CandidacyState.Proposed];

    public async Task<SupplyEvidenceResponse> HandleAsync(SupplyEvidenceRequest request, Caller caller, CancellationToken cancellation)
    {
        CandidacyInput.Demand(request, caller);
        var found = await rounds.ReadCandidacyAsync(request.CandidacyId, caller, cancellation);
        var idNumber = await database.People.Where(one => one.Id == found.Candidacy.PersonId).Select(one => one.IdNumber).SingleAsync(cancellation);
        var said = (await registers.AskAsync([idNumber], cancellation))[idNumber];
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        var (candidacy, round) = await rounds.HoldCandidacyAsync(request.CandidacyId, caller, cancellation);
        var person = (await people.HoldAsync([candidacy.PersonId], cancellation))[0];
        if (await requests.FindAsync<SupplyEvidenceResponse>(caller.Agency, request.RequestId, request, cancellation) is { } first)
        {
            return first;
        }

        round.Demand("拟聘人员公示后不再补正，请在公示期提出异议或另行报名", RoundState.Published, RoundState.Ranked);
        Demand(candidacy);
        var file = CandidacyFile.Read(candidacy.File);
        file.Registers = said;
        CandidacyInput.Enter(file, request.Evidence);
        var post = await database.Posts.AsNoTracking().SingleAsync(one => one.Id == candidacy.PostId, cancellation);
        var decision = await decisions.DecideAsync(candidacy, person, file, post, cancellation);

        // What was ranked without it is to be ranked anew.
        round.State = RoundState.Published;
        await records.KeepAsync(candidacy.Id, [decision], cancellation);
        await records.StepAsync(candidacy.Id, candidacy.State, HandledBy.Of(request.Handling, caller, time), cancellation, "补正");
        var answer = new SupplyEvidenceResponse { Candidacy = RecruitmentAnswers.Of(candidacy, person, caller), Decision = decision.ToContract() };
        return await requests.SaveAsync(caller.Agency, request.RequestId, request, answer, cancellation);
    }

    private static void Demand(Candidacy candidacy)
    {
        if (!Undecided.Contains(candidacy.State))
        {
            throw RpcErrors.FailedPrecondition("CANDIDACY_ENDED", "该人选已撤回或已排除，不能补正");
        }
    }
}

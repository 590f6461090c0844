using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.WelfarePosts.V1;
using Wenye.Persistence;
using Wenye.ServiceDefaults;
using Wenye.WelfarePosts.Data;
using Candidacy = Wenye.WelfarePosts.Data.Candidacy;

namespace Wenye.WelfarePosts.Features.Recruitment.SubmitCandidacy;

/// <summary>Applies or is recommended (报名、推荐): decided at once, with what Registration knows.</summary>
internal sealed class SubmitCandidacyHandler(
    WelfarePostsDbContext database, RoundQueries rounds, CandidateRegisters registers, CandidacyDecisions decisions, HeldPeople<Person> people, Records records,
    HandledRequests requests, PostFields fields, TimeProvider time)
{
    public async Task<SubmitCandidacyResponse> HandleAsync(SubmitCandidacyRequest request, Caller caller, CancellationToken cancellation)
    {
        var postId = CandidacyInput.Demand(request, caller);
        var found = await rounds.ReadAsync(request.RoundId, caller, cancellation);
        var said = (await registers.AskAsync([request.IdNumber], cancellation))[request.IdNumber];
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        var round = await rounds.ShareAsync(found.Id, cancellation);
        var person = (await people.HoldAsync([(request.Name, request.IdNumber)], cancellation))[0];
        if (await requests.FindAsync<SubmitCandidacyResponse>(caller.Agency, request.RequestId, request, cancellation) is { } first)
        {
            return first;
        }

        round.DemandTaking(fields.Today);
        var offered = round.PostOf(postId);
        var post = await database.Posts.AsNoTracking().SingleAsync(one => one.Id == offered.PostId, cancellation);
        await DemandNewAsync(round.Id, person.Id, cancellation);
        person.Name = caller.HandlesPosts() ? request.Name : person.Name;
        person.Phone = request.Phone.Length > 0 ? request.Phone : person.Phone;
        var file = new CandidacyFile { Registers = said };
        CandidacyInput.Enter(file, request.Evidence);
        var candidacy = Open(request, round.Id, postId, person.Id);
        var decision = await decisions.DecideAsync(candidacy, person, file, post, cancellation);
        database.Add(candidacy);
        await records.KeepAsync(candidacy.Id, [decision], cancellation);
        await records.StepAsync(candidacy.Id, candidacy.State, HandledBy.Of(request.Handling, caller, time), cancellation);
        var answer = new SubmitCandidacyResponse { Candidacy = RecruitmentAnswers.Of(candidacy, person, caller), Decision = decision.ToContract() };
        return await requests.SaveAsync(caller.Agency, request.RequestId, request, answer, cancellation);
    }

    private async Task DemandNewAsync(Guid round, Guid person, CancellationToken cancellation)
    {
        if (await database.Set<Candidacy>().AnyAsync(one => one.RoundId == round && one.PersonId == person, cancellation))
        {
            throw RpcErrors.AlreadyExists("CANDIDACY_EXISTS", "该人员在本次招聘中已有报名，每人每次招聘报名一个岗位；补充材料请使用补正");
        }
    }

    private Candidacy Open(SubmitCandidacyRequest request, Guid round, Guid post, Guid person) => new()
    {
        Id = Guid.CreateVersion7(time.GetUtcNow()),
        RoundId = round,
        PostId = post,
        PersonId = person,
        Source = request.Source,
        State = CandidacyState.Submitted,
        Group = HardshipGroup.Unspecified,
        AppliedOn = fields.Today,
    };
}

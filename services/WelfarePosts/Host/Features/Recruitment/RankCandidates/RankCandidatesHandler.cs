using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.WelfarePosts.V1;
using Wenye.Persistence;
using Wenye.ServiceDefaults;
using Wenye.WelfarePosts.Data;
using Candidacy = Wenye.WelfarePosts.Data.Candidacy;
using RecruitmentRound = Wenye.WelfarePosts.Data.RecruitmentRound;

namespace Wenye.WelfarePosts.Features.Recruitment.RankCandidates;

/// <summary>Ranks the candidates of each post (排序), with what Registration knows on the day.</summary>
internal sealed class RankCandidatesHandler(
    WelfarePostsDbContext database, RoundQueries rounds, CandidateRegisters registers, PostOrders orders, Records records, RecruitmentAnswers answers,
    HandledRequests requests, PostFields fields, TimeProvider time)
{
    public async Task<RankCandidatesResponse> HandleAsync(RankCandidatesRequest request, Caller caller, CancellationToken cancellation)
    {
        new RequestFaults().Text(request.LeaveOutUnproven, "leave_out_unproven", RoundRules.LongestReason, required: false)
            .Add(HandledBy.Faults(request.Handling, operatorRequired: false)).ThrowIfAny();
        var found = await rounds.ReadAsync(request.RoundId, caller, cancellation);
        var said = await registers.AskAsync(await IdNumbersAsync(found.Id, cancellation), cancellation);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        var round = await rounds.HoldAsync(request.RoundId, caller, cancellation);
        if (await requests.FindAsync<RankCandidatesResponse>(caller.Agency, request.RequestId, request, cancellation) is { } first)
        {
            return first;
        }

        Demand(round);
        var (answer, by) = (new RankCandidatesResponse(), HandledBy.Of(request.Handling, caller, time));
        foreach (var post in round.Posts.OrderBy(one => one.PostId))
        {
            answer.Rankings.Add(await orders.RankAsync(post, said, request.LeaveOutUnproven.Length > 0, by, cancellation));
        }

        round.State = round.Posts.All(post => post.RankedOn is not null) ? RoundState.Ranked : RoundState.Published;
        await records.StepAsync(round.Id, round.State, request.LeaveOutUnproven.Length > 0 ? by.Because(request.LeaveOutUnproven) : by, cancellation, "排序");
        answer.Round = await answers.OfAsync(round, cancellation);
        return await requests.SaveAsync(caller.Agency, request.RequestId, request, answer, cancellation);
    }

    private void Demand(RecruitmentRound round)
    {
        round.Demand("只能对已公告、拟聘人员尚未公示的招聘排序", RoundState.Published, RoundState.Ranked);
        if (fields.Today <= round.ClosesOn)
        {
            throw RpcErrors.FailedPrecondition("ROUND_TAKING", "报名尚未截止，请在截止日之后排序");
        }
    }

    private Task<List<string>> IdNumbersAsync(Guid round, CancellationToken cancellation) =>
        database.People.Where(person => database.Set<Candidacy>().Any(one => one.RoundId == round && one.PersonId == person.Id))
            .Select(person => person.IdNumber).ToListAsync(cancellation);
}

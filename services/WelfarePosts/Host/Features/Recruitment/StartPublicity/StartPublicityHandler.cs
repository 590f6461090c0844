using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.WelfarePosts.V1;
using Wenye.Payments;
using Wenye.Persistence;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Wenye.WelfarePosts.Data;
using Wenye.WelfarePosts.Domain.Recruitment;
using Candidacy = Wenye.WelfarePosts.Data.Candidacy;
using RecruitmentRound = Wenye.WelfarePosts.Data.RecruitmentRound;

namespace Wenye.WelfarePosts.Features.Recruitment.StartPublicity;

/// <summary>Makes public who is to be placed (公示), from today.</summary>
internal sealed class StartPublicityHandler(
    WelfarePostsDbContext database, RoundQueries rounds, PublicNames names, Records records, RecruitmentAnswers answers, HandledRequests requests,
    ParameterSet parameters, PostFields fields, TimeProvider time)
{
    public async Task<StartPublicityResponse> HandleAsync(StartPublicityRequest request, Caller caller, CancellationToken cancellation)
    {
        new RequestFaults().Add(HandledBy.Faults(request.Handling, operatorRequired: false)).ThrowIfAny();
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        var round = await rounds.HoldAsync(request.RoundId, caller, cancellation);
        if (await requests.FindAsync<StartPublicityResponse>(caller.Agency, request.RequestId, request, cancellation) is { } first)
        {
            return first;
        }

        round.Demand("请先对全部岗位排序，再公示拟聘人员", RoundState.Ranked, RoundState.Publicised);
        var term = TermOf(round);
        var to = LastDay(parameters.Calendar, fields.Today, term.WorkingDays);
        var proposed = await ProposedAsync(round.Id, cancellation);
        proposed.ForEach(one => (one.PublicisedFrom, one.PublicisedTo) = (fields.Today, to));
        (round.State, round.PublicisedFrom, round.PublicisedTo) = (RoundState.Publicised, fields.Today, to);
        var by = HandledBy.Of(request.Handling, caller, time);
        await records.KeepAllAsync([.. proposed.Select(one => (one.Id, (Decision?)null, one.State))], by, "公示", cancellation);
        await records.StepAsync(round.Id, round.State, by, cancellation);
        var answer = new StartPublicityResponse
        {
            Round = await answers.OfAsync(round, cancellation),
            Names = { await names.OfAsync(proposed, cancellation) },
            From = fields.Today.ToContract(),
            To = to.ToContract(),
            Source = term.Source,
        };
        return await requests.SaveAsync(caller.Agency, request.RequestId, request, answer, cancellation);
    }

    private PublicityTerm TermOf(RecruitmentRound round)
    {
        var set = HirePublicity.WorkingDays(parameters.At(Division.Parse(round.Division), fields.Today));
        return set.IsSet && set.Value >= PublicityTerm.Least.WorkingDays ? new PublicityTerm(set.Value, set.Clause.Citation) : PublicityTerm.Least;
    }

    private static DateOnly LastDay(WorkingCalendar calendar, DateOnly from, int days) => calendar.TryAddWorkingDays(from, days, out var last)
        ? last
        : throw RpcErrors.FailedPrecondition("CALENDAR_NOT_PUBLISHED", "国务院尚未公布公示期所涉年份的工作日安排，请更新工作日历后再公示");

    private async Task<List<Candidacy>> ProposedAsync(Guid round, CancellationToken cancellation)
    {
        var proposed = await database.Set<Candidacy>().Where(one => one.RoundId == round && one.State == CandidacyState.Proposed && one.PublicisedFrom == null)
            .OrderBy(one => one.PostId).ThenBy(one => one.Position).ToListAsync(cancellation);
        return proposed.Count > 0 ? proposed : throw RpcErrors.FailedPrecondition("NOBODY_PROPOSED", "没有尚未公示的拟聘人员");
    }
}

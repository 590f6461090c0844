using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.WelfarePosts.V1;
using Wenye.Persistence;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Wenye.WelfarePosts.Data;
using Wenye.WelfarePosts.Domain.Recruitment;
using Post = Wenye.WelfarePosts.Data.Post;
using RecruitmentRound = Wenye.WelfarePosts.Data.RecruitmentRound;

namespace Wenye.WelfarePosts.Features.Recruitment.PublishRound;

/// <summary>Announces a round (发布公告): every post is complete, or nothing is published.</summary>
internal sealed class PublishRoundHandler(
    WelfarePostsDbContext database, RoundQueries rounds, Vacancies vacancies, Records records, RecruitmentAnswers answers, HandledRequests requests,
    ParameterSet parameters, PostFields fields, TimeProvider time)
{
    private const int LongestChannels = 200;

    public async Task<PublishRoundResponse> HandleAsync(PublishRoundRequest request, Caller caller, CancellationToken cancellation)
    {
        new RequestFaults().Text(request.Channels, "channels", LongestChannels, required: false).Add(HandledBy.Faults(request.Handling, operatorRequired: false)).ThrowIfAny();
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        var round = await rounds.HoldAsync(request.RoundId, caller, cancellation);
        if (await requests.FindAsync<PublishRoundResponse>(caller.Agency, request.RequestId, request, cancellation) is { } first)
        {
            return first;
        }

        round.Demand("只能发布拟订中的招聘", RoundState.Draft);
        DemandTime(round);
        await vacancies.HoldAsync(round.Posts.ToDictionary(one => one.PostId, one => one.Places), Division.Parse(round.Division), cancellation);
        var channels = request.Channels.Length > 0 ? request.Channels : round.Channels;
        var decided = await DecideAsync(round, channels, cancellation);
        var answer = new PublishRoundResponse { Published = decided.TrueForAll(one => one.Decision.Outcome == Outcome.Granted) };
        if (answer.Published)
        {
            (round.State, round.PublishedOn, round.Channels) = (RoundState.Published, fields.Today, channels);
            await records.KeepAsync(round.Id, decided.Select(one => one.Decision), cancellation);
            await records.StepAsync(round.Id, round.State, HandledBy.Of(request.Handling, caller, time), cancellation);
        }

        answer.Incomplete.AddRange(decided.Where(one => one.Decision.Outcome != Outcome.Granted).Select(one => new IncompleteAnnouncement
        {
            PostId = one.Post.ToString(), Missing = { one.Decision.Missing }, Decision = one.Decision.ToContract(),
        }));
        answer.Round = await answers.OfAsync(round, cancellation);
        return await requests.SaveAsync(caller.Agency, request.RequestId, request, answer, cancellation);
    }

    private void DemandTime(RecruitmentRound round)
    {
        if (fields.Today > round.ClosesOn)
        {
            throw RpcErrors.FailedPrecondition("CLOSING_DAY_PASSED", "报名截止日已过，请终止后重新拟订");
        }
    }

    private async Task<List<(Guid Post, Decision Decision)>> DecideAsync(RecruitmentRound round, string channels, CancellationToken cancellation)
    {
        Guid[] ids = [.. round.Posts.Select(one => one.PostId)];
        var posts = await database.Posts.AsNoTracking().Where(post => ids.Contains(post.Id)).OrderBy(post => post.Id).ToListAsync(cancellation);
        return [.. posts.Select(post => (post.Id, (Decision)Announcement.Decide(Facts(post, channels), parameters.At(Division.Parse(post.Division), fields.Today))))];
    }

    private static AnnouncementFacts Facts(Post post, string channels) => new()
    {
        PostName = Told(post.Title),
        Duties = Told(post.Duties),
        Requirements = Told(post.Requirements),
        Pay = Told(post.Pay),
        Place = Told(post.Workplace),
        Hours = Told(post.Hours),
        Period = Told(post.Period),
        Channels = Told(channels),
    };

    private static Fact<string> Told(string text) => text.Length > 0 ? text : default(Fact<string>);
}

using Wenye.Contracts.WelfarePosts.V1;
using Wenye.Persistence;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Wenye.WelfarePosts.Data;
using Wenye.WelfarePosts.Domain.Recruitment;
using Rules = Wenye.WelfarePosts.Domain.Recruitment.RecruitmentRound;
using RecruitmentRound = Wenye.WelfarePosts.Data.RecruitmentRound;

namespace Wenye.WelfarePosts.Features.Recruitment.OpenRound;

/// <summary>Prepares a round (拟订招聘).</summary>
internal sealed class OpenRoundHandler(
    WelfarePostsDbContext database, Vacancies vacancies, Records records, RecruitmentAnswers answers, HandledRequests requests,
    ParameterSet parameters, PostFields fields, TimeProvider time)
{
    private const int MostPosts = 200;
    private const int LongestChannels = 200;

    public async Task<OpenRoundResponse> HandleAsync(OpenRoundRequest request, Caller caller, CancellationToken cancellation)
    {
        var (division, posts) = Read(request);
        caller.DemandDivision(request.Division);
        var decision = Rules.Decide(
            new RecruitmentRoundFacts { OpensOn = fields.Today, Supplementary = request.Supplementary }, parameters.At(division, fields.Today));
        DemandReason(decision, request);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        await vacancies.HoldAsync(posts, division, cancellation);
        if (await requests.FindAsync<OpenRoundResponse>(caller.Agency, request.RequestId, request, cancellation) is { } first)
        {
            return first;
        }

        await vacancies.DemandAsync(posts, null, cancellation);
        var round = Open(request, posts);
        database.Add(round);
        await records.KeepAsync(round.Id, [decision], cancellation);
        await records.StepAsync(round.Id, round.State, HandledBy.Of(request.Handling, caller, time), cancellation);
        var answer = new OpenRoundResponse { Round = await answers.OfAsync(round, cancellation), Decision = decision.ToContract() };
        return await requests.SaveAsync(caller.Agency, request.RequestId, request, answer, cancellation);
    }

    private (Division Division, Dictionary<Guid, int> Posts) Read(OpenRoundRequest request)
    {
        var faults = new RequestFaults();
        var division = fields.Place(faults, request.Division);
        faults
            .Demand(request.Posts.Count is > 0 and <= MostPosts, "posts", $"请填写 1 至 {MostPosts} 个岗位")
            .Demand(request.ClosesOn is { } last && last.IsDay() && last.ToDay() >= fields.Today, "closes_on", "请填写报名截止日，不早于今天")
            .Text(request.Channels, "channels", LongestChannels, required: false)
            .Text(request.Reason, "reason", RoundRules.LongestReason, required: false);
        var posts = new Dictionary<Guid, int>();
        foreach (var (offered, number) in request.Posts.Take(MostPosts).Select((one, i) => (one, i + 1)))
        {
            var id = faults.Id(offered.PostId, $"posts[{number}].post_id", "岗位标识应为岗位清单中的 UUID，请查询后填写");
            faults
                .Demand(offered.Places > 0, $"posts[{number}].places", "招聘人数应为 1 人以上")
                .Demand(posts.TryAdd(id, offered.Places) || id == Guid.Empty, $"posts[{number}].post_id", "同一岗位只填写一次");
        }

        faults.Add(HandledBy.Faults(request.Handling, operatorRequired: false)).ThrowIfAny();
        return (division, posts);
    }

    // 36号 第十一条 holds in principle: who departs from it says why.
    private static void DemandReason(Decision decision, OpenRoundRequest request)
    {
        if (decision.Outcome == Outcome.Refused && request.Reason.Length == 0)
        {
            throw RpcErrors.InvalidArgument("reason", $"集中聘用原则上在每年第一季度组织（{decision.RefusedBy[0].Citation}），请说明理由；补岗补员的请注明");
        }
    }

    private RecruitmentRound Open(OpenRoundRequest request, Dictionary<Guid, int> posts)
    {
        var round = new RecruitmentRound
        {
            Id = Guid.CreateVersion7(time.GetUtcNow()),
            Division = request.Division,
            Supplementary = request.Supplementary,
            Reason = request.Reason,
            Channels = request.Channels,
            State = RoundState.Draft,
            ClosesOn = request.ClosesOn.ToDay(),
        };
        foreach (var (post, places) in posts)
        {
            round.Posts.Add(new RoundPost { RoundId = round.Id, PostId = post, Places = places, RankingId = Guid.CreateVersion7(time.GetUtcNow()) });
        }

        return round;
    }
}

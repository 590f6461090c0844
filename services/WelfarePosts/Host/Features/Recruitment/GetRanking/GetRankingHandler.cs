using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.WelfarePosts.V1;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Wenye.WelfarePosts.Data;
using Wenye.WelfarePosts.Domain.Ranking;
using Candidacy = Wenye.WelfarePosts.Data.Candidacy;
using Post = Wenye.WelfarePosts.Data.Post;

namespace Wenye.WelfarePosts.Features.Recruitment.GetRanking;

/// <summary>The order of a post, each rank explained (排序说明).</summary>
internal sealed class GetRankingHandler(WelfarePostsDbContext database, RoundQueries rounds, Records records, ParameterSet parameters)
{
    private const int UsualPage = 100;
    private const int LongestPage = 1000;

    public async Task<GetRankingResponse> HandleAsync(GetRankingRequest request, Caller caller, CancellationToken cancellation)
    {
        var faults = new RequestFaults();
        var postId = faults.Id(request.PostId, "post_id", "岗位标识应为招聘公告中的 UUID，请查询后填写");
        var size = faults.PageSize(request.PageSize, UsualPage, LongestPage);
        var after = int.TryParse(faults.Position(request, parts: 1)?[0], NumberStyles.None, CultureInfo.InvariantCulture, out var last) ? last : 0;
        faults.ThrowIfAny();
        var offered = (await rounds.ReadAsync(request.RoundId, caller, cancellation)).PostOf(postId);
        new RequestFaults().Demand(
            request.Version >= 0 && request.Version <= offered.RankingVersion, "version", $"该岗位的排序版本为 1 至 {offered.RankingVersion}，查询当前版本请填 0").ThrowIfAny();
        if (request.Version > 0 && request.Version < offered.RankingVersion)
        {
            return new GetRankingResponse { Decisions = { await records.DecisionsAsync(offered.RankingId, cancellation, request.Version) } };
        }

        var post = await database.Posts.AsNoTracking().SingleAsync(one => one.Id == postId, cancellation);
        var all = database.Candidacies.AsNoTracking().Where(one => one.RoundId == offered.RoundId && one.PostId == postId);
        var found = await all.Where(one => one.Position > after).OrderBy(one => one.Position).Take(size + 1).ToListAsync(cancellation);
        Guid[] ids = [.. found.Select(one => one.PersonId)];
        var people = await database.People.AsNoTracking().Where(person => ids.Contains(person.Id)).ToDictionaryAsync(person => person.Id, cancellation);
        var answer = new GetRankingResponse { NextPageToken = found.Count > size ? PageToken.After(request, found[size - 1].Position!.Value.ToString(CultureInfo.InvariantCulture)) : "" };
        answer.Candidates.AddRange(found.Take(size).Select((one, i) => Of(one, i + 1 < found.Count ? found[i + 1] : null, post, offered, people, caller)));
        if (after == 0)
        {
            var standings = await all.OrderBy(one => one.Id).Select(one => new CandidacyStanding(one.Id, one.State, one.Missing, one.RefusedBy)).ToListAsync(cancellation);
            answer.Ranking = PostRankings.Of(offered, standings);
            answer.Decisions.AddRange(await records.DecisionsAsync(offered.RankingId, cancellation, offered.RankingVersion));
        }

        return answer;
    }

    private RankedCandidate Of(Candidacy one, Candidacy? next, Post post, RoundPost offered, Dictionary<Guid, Person> people, Caller caller) => new()
    {
        Candidacy = RecruitmentAnswers.Of(one, people[one.PersonId], caller),
        Position = one.Position!.Value,
        BeforeId = one.BeforeId?.ToString() ?? "",
        By = one.ByFactor ?? "",
        Explanation = one.ByFactor is { } by && next is not null
            ? $"第{one.Place}名，排在第{next.Place}名{Masked.Name(people[next.PersonId].Name)}之前：{Reason(by, post, offered.RankedOn!.Value)}"
            : $"第{one.Place}名，其后无人",
    };

    private string Reason(string by, Post post, DateOnly rankedOn)
    {
        var factor = Term<RankFactor>.TryParse(by, out var known) ? known : throw new InvalidOperationException("A factor is stored by its name.");
        var clause = CandidateRanking.ClauseOf(factor, (Domain.Posts.PostKind)post.Kind, parameters.At(Division.Parse(post.Division), rankedOn));
        return clause is null ? RankReasons.Of(factor) : $"{RankReasons.Of(factor)}（{clause.Citation}）";
    }
}

using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.WelfarePosts.V1;
using Wenye.ServiceDefaults;
using Wenye.WelfarePosts.Data;
using CandidacyObjection = Wenye.WelfarePosts.Data.CandidacyObjection;

namespace Wenye.WelfarePosts.Features.Recruitment.GetCandidacy;

/// <summary>Reads a candidacy with everything decided (查询人选).</summary>
internal sealed class GetCandidacyHandler(WelfarePostsDbContext database, RoundQueries rounds, Records records)
{
    public async Task<GetCandidacyResponse> HandleAsync(GetCandidacyRequest request, Caller caller, CancellationToken cancellation)
    {
        var (candidacy, _) = await rounds.ReadCandidacyAsync(request.CandidacyId, caller, cancellation);
        var person = await database.People.AsNoTracking().SingleAsync(one => one.Id == candidacy.PersonId, cancellation);
        var objections = await database.Set<CandidacyObjection>().AsNoTracking().Where(one => one.CandidacyId == candidacy.Id).OrderBy(one => one.Id).ToListAsync(cancellation);
        var file = CandidacyFile.Read(candidacy.File);
        return new GetCandidacyResponse
        {
            Candidacy = RecruitmentAnswers.Of(candidacy, person, caller),
            Evidence = RecruitmentAnswers.Evidence(file),
            Registers = RecruitmentAnswers.Registers(file.Registers),
            Objections = { objections.Select(one => RecruitmentAnswers.Of(one, caller)) },
            Steps = { await records.StepsAsync(candidacy.Id, caller, cancellation) },
            Decisions = { await records.DecisionsAsync(candidacy.Id, cancellation) },
        };
    }
}

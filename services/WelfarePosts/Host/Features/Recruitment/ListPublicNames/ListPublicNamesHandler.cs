using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.WelfarePosts.V1;
using Wenye.ServiceDefaults;
using Wenye.WelfarePosts.Data;
using Candidacy = Wenye.WelfarePosts.Data.Candidacy;

namespace Wenye.WelfarePosts.Features.Recruitment.ListPublicNames;

/// <summary>The public list of today (公示名单). Whether someone is objected to is not told.</summary>
internal sealed class ListPublicNamesHandler(WelfarePostsDbContext database, RoundQueries rounds, PublicNames names, PostFields fields)
{
    private const int UsualPage = 200;
    private const int LongestPage = 1000;
    private static readonly CandidacyState[] Public = [CandidacyState.Proposed, CandidacyState.Objected];

    public async Task<ListPublicNamesResponse> HandleAsync(ListPublicNamesRequest request, Caller caller, CancellationToken cancellation)
    {
        var faults = new RequestFaults();
        var size = faults.PageSize(request.PageSize, UsualPage, LongestPage);
        var after = Guid.TryParse(faults.Position(request, parts: 1)?[0], out var position) ? position : Guid.Empty;
        faults.ThrowIfAny();
        var (round, today) = (await rounds.ReadPublicAsync(request.RoundId, caller, cancellation), fields.Today);
        var isRunning = round.State != RoundState.Closed;
        var found = await database.Set<Candidacy>().AsNoTracking()
            .Where(one => isRunning && one.RoundId == round.Id && one.Id > after && Public.Contains(one.State) && one.PublicisedFrom <= today && one.PublicisedTo >= today)
            .OrderBy(one => one.Id).Take(size + 1).ToListAsync(cancellation);
        return new ListPublicNamesResponse
        {
            Names = { await names.OfAsync([.. found.Take(size)], cancellation) },
            NextPageToken = found.Count > size ? PageToken.After(request, found[size - 1].Id.ToString()) : "",
        };
    }
}

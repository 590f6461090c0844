using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Training.V1;
using Wenye.ServiceDefaults;
using Wenye.Training.Data;
using ClaimLine = Wenye.Training.Data.ClaimLine;
using ClaimStep = Wenye.Training.Data.ClaimStep;

namespace Wenye.Training.Features.Claims.GetClaim;

/// <summary>Reads one claim with a page of its lines, each with every decision (查询申领).</summary>
internal sealed class GetClaimHandler(TrainingDbContext database, ClaimQueries claims)
{
    private const int UsualPage = 20;
    private const int LongestPage = 100;

    public async Task<GetClaimResponse> HandleAsync(GetClaimRequest request, Caller caller, CancellationToken cancellation)
    {
        var faults = new RequestFaults();
        var size = faults.PageSize(request.PageSize, UsualPage, LongestPage);
        var last = 0;
        var position = faults.Position(request, parts: 1);
        faults.Demand(
            position is null || int.TryParse(position[0], NumberStyles.None, CultureInfo.InvariantCulture, out last),
            "page_token", "分页标记无效：应原样使用上一页返回的 next_page_token").ThrowIfAny();
        var claim = await claims.FindAsync(request.ClaimId, caller, cancellation);
        var steps = await database.Set<ClaimStep>().AsNoTracking().Where(step => step.ClaimId == claim.Id).OrderBy(step => step.Sequence).ToListAsync(cancellation);
        var lines = await database.Set<ClaimLine>().AsNoTracking().Where(line => line.ClaimId == claim.Id && line.Line > last)
            .OrderBy(line => line.Line).Take(size + 1).ToListAsync(cancellation);
        var page = lines.Take(size).ToList();
        return new GetClaimResponse
        {
            Claim = claim.WithSteps(steps, caller),
            Lines = { ClaimAnswers.Whole(page, await database.PeopleOfAsync(page, cancellation)) },
            NextPageToken = lines.Count > size ? PageToken.After(request, page[^1].Line.ToString(CultureInfo.InvariantCulture)) : "",
        };
    }
}

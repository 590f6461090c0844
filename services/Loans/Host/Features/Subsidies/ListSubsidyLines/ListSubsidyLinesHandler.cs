using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Loans.V1;
using Wenye.Contracts.Policy.V1;
using Wenye.Loans.Data;
using Wenye.ServiceDefaults;

namespace Wenye.Loans.Features.Subsidies.ListSubsidyLines;

/// <summary>Lines of a claim with their arithmetic (贴息明细), by loan and quarter.</summary>
internal sealed class ListSubsidyLinesHandler(LoansDbContext database, SubsidyQueries queries)
{
    private const int UsualPage = 50;
    private const int LongestPage = 1000;

    public async Task<ListSubsidyLinesResponse> HandleAsync(ListSubsidyLinesRequest request, Caller caller, CancellationToken cancellation)
    {
        var faults = new RequestFaults();
        faults.Demand(Enum.IsDefined(request.Outcome), "outcome", "请从接口定义的决定结果中选择，不限时不填");
        var size = faults.PageSize(request.PageSize, UsualPage, LongestPage);
        var after = faults.Position(request, parts: 2);
        var (loan, quarter) = (Guid.Empty, 0);
        faults.Demand(
            after is null || (Guid.TryParseExact(after[0], "N", out loan) && int.TryParse(after[1], NumberStyles.None, CultureInfo.InvariantCulture, out quarter)),
            "page_token", "分页标记无效：应原样使用上一页返回的 next_page_token").ThrowIfAny();
        var claim = await queries.ClaimAsync(request.ClaimId, caller, cancellation);
        if (claim.State == SubsidyClaimState.Computing)
        {
            SubsidyQueries.DemandComputed(claim);
        }

        var lines = Of(claim, request);
        lines = after is null ? lines : lines.Where(line => line.LoanId > loan || (line.LoanId == loan && line.Quarter > quarter));
        var found = await lines.OrderBy(line => line.LoanId).ThenBy(line => line.Quarter).Take(size + 1)
            .Join(database.Loans, line => line.LoanId, one => one.Id, (line, one) => new { Line = line, one.ContractNumber })
            .OrderBy(one => one.Line.LoanId).ThenBy(one => one.Line.Quarter).ToListAsync(cancellation);
        return new ListSubsidyLinesResponse
        {
            Lines = { found.Take(size).Select(one => one.Line.ToContract(one.ContractNumber)) },
            NextPageToken = found.Count > size
                ? PageToken.After(request, found[size - 1].Line.LoanId.ToString("N"), found[size - 1].Line.Quarter.ToString(CultureInfo.InvariantCulture))
                : "",
        };
    }

    private IQueryable<StoredSubsidyLine> Of(StoredSubsidyClaim claim, ListSubsidyLinesRequest request)
    {
        var (id, quarter, outcome) = (claim.Id, claim.Quarter, (short)request.Outcome);
        var lines = database.Set<StoredSubsidyLine>().AsNoTracking().Where(line => line.ClaimId == id);
        lines = request.Outcome == Outcome.Unspecified ? lines : lines.Where(line => line.Outcome == outcome);
        return !request.DifferingOnly ? lines
            : claim.HasFigures ? lines.Where(line => line.Quarter == quarter && (line.ToldFen == null || line.ToldFen != line.DueFen))
            : lines.Where(_ => false);
    }
}

using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Stabilization.V1;
using Wenye.Persistence;
using Wenye.ServiceDefaults;
using Wenye.Stabilization.Data;

namespace Wenye.Stabilization.Features.Refunds.ListRefundCases;

/// <summary>Cases of a division, by division, oldest first (案件清单).</summary>
internal sealed class ListRefundCasesHandler(StabilizationDbContext database)
{
    private const int UsualPage = 50;
    private const int LongestPage = 1000;

    public async Task<ListRefundCasesResponse> HandleAsync(ListRefundCasesRequest request, Caller caller, CancellationToken cancellation)
    {
        var (wanted, after, size) = Read(request, caller);
        if (after is { } position)
        {
            var (division, id) = (position[0], Guid.ParseExact(position[1], "N"));
            wanted = wanted.Where(r => string.Compare(r.Division, division) > 0 || (r.Division == division && r.Id > id));
        }

        var found = await wanted.OrderBy(r => r.Division).ThenBy(r => r.Id).Take(size + 1).Include(r => r.Opinions)
            .Join(database.Firms, r => r.FirmId, firm => firm.Id, (refund, firm) => new { refund, firm })
            .OrderBy(row => row.refund.Division).ThenBy(row => row.refund.Id)
            .AsNoTracking().ToListAsync(cancellation);
        var page = found.Take(size).ToList();
        return new ListRefundCasesResponse
        {
            RefundCases = { page.Select(row => row.refund.ToContract(row.firm, caller)) },
            NextPageToken = found.Count > size ? PageToken.After(request, page[^1].refund.Division, page[^1].refund.Id.ToString("N")) : "",
        };
    }

    private (IQueryable<Data.RefundCase> Wanted, string[]? After, int Size) Read(ListRefundCasesRequest request, Caller caller)
    {
        var faults = new RequestFaults();
        var division = faults.Division(request.Division, "division");
        faults.Demand(Enum.IsDefined(request.State), "state", "请从接口定义的办理状态中选择，不限时不填");
        var screening = request.ScreeningId.Length == 0 ? default(Guid?) : faults.Id(request.ScreeningId, "screening_id", "筛查标识应为发起筛查时返回的 UUID，不限时不填");
        var size = faults.PageSize(request.PageSize, UsualPage, LongestPage);
        var after = faults.Position(request, parts: 2);
        faults.Demand(after is null || Guid.TryParseExact(after[1], "N", out _), "page_token", "分页标记无效：应原样使用上一页返回的 next_page_token");
        faults.ThrowIfAny();
        caller.DemandDivision(division.Code);

        var (from, to) = DivisionRange.Of(division.Code);
        var wanted = division.Level == Policy.DivisionLevel.District
            ? database.RefundCases.Where(r => r.Division == from)
            : database.RefundCases.Where(r => string.Compare(r.Division, from) >= 0 && string.Compare(r.Division, to) < 0);
        wanted = request.State == RefundState.Unspecified ? wanted : wanted.Where(r => r.State == request.State);
        wanted = request.AskedBack ? wanted.Where(r => r.ToRecoverFen > 0) : wanted;
        return (screening is { } id ? wanted.Where(r => r.ScreeningId == id) : wanted, after, size);
    }
}

using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Stabilization.V1;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Wenye.Stabilization.Data;

namespace Wenye.Stabilization.Features.Screenings.ListScreenings;

/// <summary>Lists runs of a region and of all below it, newest first (筛查批次).</summary>
internal sealed class ListScreeningsHandler(StabilizationDbContext database)
{
    private const int DefaultPageSize = 50;
    private const int MaxPageSize = 1000;

    public async Task<ListScreeningsResponse> HandleAsync(ListScreeningsRequest request, Caller caller, CancellationToken cancellation)
    {
        var (region, before, size) = Read(request, caller);
        caller.DemandDivision(region);
        var runs = database.Screenings().Where(s => s.Region.StartsWith(Prefix(region)));
        var found = await (before is { } id ? runs.Where(s => s.Id < id) : runs).OrderByDescending(s => s.Id).Take(size + 1).ToListAsync(cancellation);
        var page = found.Take(size).ToList();
        return new ListScreeningsResponse
        {
            Screenings = { page.Select(screening => screening.Answer()) },
            NextPageToken = found.Count > size ? PageToken.After(request, page[^1].Id.ToString("N")) : "",
        };
    }

    private static (string Region, Guid? Before, int Size) Read(ListScreeningsRequest request, Caller caller)
    {
        var faults = new List<FieldError>();
        if (request.Region.Length > 0 && (!Division.TryParse(request.Region, out var region) || region.Level == DivisionLevel.Nation))
        {
            faults.Add(new("region", "请填写省或市的 6 位行政区划代码，如 370000、370300；不填按本机构的行政区划"));
        }

        if (request.PageSize is < 0 or > MaxPageSize)
        {
            faults.Add(new("page_size", $"每页条数应为 1 至 {MaxPageSize}，0 表示 {DefaultPageSize}"));
        }

        Guid before = default;
        if (!PageToken.TryRead(request, parts: 1, out var position) || (position is not null && !Guid.TryParseExact(position[0], "N", out before)))
        {
            faults.Add(new("page_token", "分页标记无效：应原样使用上一页返回的 next_page_token，且查询条件不变"));
        }

        return faults.Count == 0
            ? (request.Region.Length > 0 ? request.Region : caller.Division, position is null ? null : before, request.PageSize == 0 ? DefaultPageSize : request.PageSize)
            : throw RpcErrors.InvalidArgument(faults);
    }

    private static string Prefix(string region) =>
        region.EndsWith("0000", StringComparison.Ordinal) ? region[..2] : region.EndsWith("00", StringComparison.Ordinal) ? region[..4] : region;
}

using Google.Protobuf;
using Microsoft.EntityFrameworkCore;
using Wenye.Persistence;
using Wenye.ServiceDefaults;
using Wenye.Training.Data;
using Funding = Wenye.Training.Data.Funding;

namespace Wenye.Training.Features.Fundings;

/// <summary>A page of the fundings of a place, newest first (分页).</summary>
/// <param name="Division">Without faults; the caller sees it.</param>
/// <param name="After">The last one of the page before; null: the first page.</param>
/// <param name="Size">How many.</param>
internal sealed record FundingPages(string Division, Guid? After, int Size)
{
    private const int LongestPage = 1000;

    /// <summary>Reads place and position of a list's request (读取).</summary>
    public static FundingPages Read(RequestFaults faults, IMessage request, string division, int asked, int usual, Caller caller)
    {
        var place = division.Length > 0 ? faults.Division(division, "division").Code : caller.Division;
        var size = faults.PageSize(asked, usual, LongestPage);
        var position = faults.Position(request, parts: 1);
        var last = Guid.Empty;
        faults.Demand(position is null || Guid.TryParseExact(position[0], "N", out last), "page_token", "分页标记无效：应原样使用上一页返回的 next_page_token");
        return new(place, position is null ? null : last, size);
    }

    /// <summary>The fundings of the page among those wanted, and one more when another page follows.</summary>
    public async Task<List<Funding>> TakeAsync(IQueryable<Funding> wanted, CancellationToken cancellation)
    {
        var (from, to) = DivisionRange.Of(Division);
        var here = from == Division
            ? wanted.Where(one => one.Division == from)
            : wanted.Where(one => string.Compare(one.Division, from) >= 0 && string.Compare(one.Division, to) < 0);
        var page = After is { } last ? here.Where(one => one.Id < last) : here;
        return await page.OrderByDescending(one => one.Id).Take(Size + 1).Lines().AsNoTracking().ToListAsync(cancellation);
    }

    /// <summary>Where the next page goes on; empty when none follows.</summary>
    public string Next(IMessage request, IReadOnlyList<Funding> found) => found.Count > Size ? PageToken.After(request, found[Size - 1].Id.ToString("N")) : "";
}

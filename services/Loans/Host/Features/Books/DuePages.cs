using System.Globalization;
using Google.Protobuf;
using Microsoft.EntityFrameworkCore;
using Wenye.ServiceDefaults;
using Loan = Wenye.Loans.Data.Loan;

namespace Wenye.Loans.Features.Books;

/// <summary>A page of loans by the day they fall due, then by id (按到期日分页).</summary>
/// <param name="AfterDay">Of the last loan of the page before; null: the first page.</param>
/// <param name="AfterId">The same loan's.</param>
/// <param name="Size">How many.</param>
internal sealed record DuePages(DateOnly? AfterDay, Guid AfterId, int Size)
{
    private const string DayFormat = "yyyyMMdd";

    public static DuePages Read(RequestFaults faults, IMessage request, int asked)
    {
        var size = faults.PageSize(asked, usual: 50, most: 1000);
        var position = faults.Position(request, parts: 2);
        var (day, id) = (default(DateOnly), Guid.Empty);
        faults.Demand(
            position is null || (DateOnly.TryParseExact(position[0], DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out day) && Guid.TryParseExact(position[1], "N", out id)),
            "page_token", "分页标记无效：应原样使用上一页返回的 next_page_token");
        return new(position is null ? null : day, id, size);
    }

    /// <summary>The loans of the page, and one more when another page follows.</summary>
    public Task<List<Loan>> TakeAsync(IQueryable<Loan> wanted, CancellationToken cancellation)
    {
        var (day, id) = (AfterDay, AfterId);
        var page = day is null ? wanted : wanted.Where(one => one.DueOn > day || (one.DueOn == day && one.Id > id));
        return page.OrderBy(one => one.DueOn).ThenBy(one => one.Id).Take(Size + 1).ToListAsync(cancellation);
    }

    /// <summary>Where the next page goes on; empty when none follows.</summary>
    public string Next(IMessage request, IReadOnlyList<Loan> found) => found.Count > Size
        ? PageToken.After(request, found[Size - 1].DueOn.ToString(DayFormat, CultureInfo.InvariantCulture), found[Size - 1].Id.ToString("N"))
        : "";
}

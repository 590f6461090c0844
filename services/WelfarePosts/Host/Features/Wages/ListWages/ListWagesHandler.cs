using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.WelfarePosts.V1;
using Wenye.Persistence;
using Wenye.ServiceDefaults;
using Wenye.WelfarePosts.Data;

namespace Wenye.WelfarePosts.Features.Wages.ListWages;

/// <summary>What is stated for a place and all below it (标准清单), by kind, place, tier and day.</summary>
internal sealed class ListWagesHandler(WelfarePostsDbContext database)
{
    private const int UsualPage = 50;
    private const int LongestPage = 1000;
    private const string DayFormat = "yyyy-MM-dd";

    public async Task<ListWagesResponse> HandleAsync(ListWagesRequest request, Caller caller, CancellationToken cancellation)
    {
        var faults = new RequestFaults();
        var division = request.Division.Length > 0 ? faults.Division(request.Division, "division").Code : caller.Division;
        var size = faults.PageSize(request.PageSize, UsualPage, LongestPage);
        var after = After(faults, request);
        faults.ThrowIfAny();
        caller.DemandDivision(division);

        var (from, to) = DivisionRange.Of(division);
        var (kind, place, key, day) = ((int)after.Kind, after.Division, after.Key, after.From);
        var found = await database.Set<Wage>().AsNoTracking()
            .Where(one => string.Compare(one.Division, from) >= 0 && string.Compare(one.Division, to) < 0)
            .Where(one => (int)one.Kind > kind || ((int)one.Kind == kind && (string.Compare(one.Division, place) > 0
                || (one.Division == place && (one.Key > key || (one.Key == key && one.From > day))))))
            .OrderBy(one => one.Kind).ThenBy(one => one.Division).ThenBy(one => one.Key).ThenBy(one => one.From)
            .Take(size + 1).ToListAsync(cancellation);
        return new ListWagesResponse
        {
            Statements = { found.Take(size).Select(one => one.ToContract()) },
            NextPageToken = found.Count > size ? Token(request, found[size - 1]) : "",
        };
    }

    private static WageKey After(RequestFaults faults, ListWagesRequest request)
    {
        if (faults.Position(request, parts: 4) is not { } position)
        {
            return new(WageKind.Unspecified, "", 0, DateOnly.MinValue);
        }

        var (key, day) = (0, DateOnly.MinValue);
        faults.Demand(
            Enum.TryParse<WageKind>(position[0], out var kind) && int.TryParse(position[2], NumberStyles.None, CultureInfo.InvariantCulture, out key)
                && DateOnly.TryParseExact(position[3], DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out day),
            "page_token", "分页标记无效：应原样使用上一页返回的 next_page_token");
        return new(kind, position[1], key, day);
    }

    private static string Token(ListWagesRequest request, Wage last) => PageToken.After(
        request, last.Kind.ToString(), last.Division, last.Key.ToString(CultureInfo.InvariantCulture), last.From.ToString(DayFormat, CultureInfo.InvariantCulture));
}

using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.WelfarePosts.V1;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Placement = Wenye.WelfarePosts.Data.Placement;

namespace Wenye.WelfarePosts.Features.Placements.ListExpiringPlacements;

/// <summary>Whose terms end soon (距期满不足半年人员), soonest first, masked.</summary>
internal sealed class ListExpiringPlacementsHandler(PlacementQueries queries, PlacementAnswers answers, PostFields fields)
{
    private const string DayFormat = "yyyyMMdd";

    // No document begins services earlier: of terms that end later none is looked at.
    private const int FarthestMonths = 12;

    public async Task<ListExpiringPlacementsResponse> HandleAsync(ListExpiringPlacementsRequest request, Caller caller, CancellationToken cancellation)
    {
        var (day, id, size) = Read(request);
        var (today, notTold) = (fields.Today, request.NotNoticed);
        var until = request.Until?.ToDay() ?? today.AddMonths(FarthestMonths);
        var found = await queries.In(request.Division, caller)
            .Where(one => one.EndedOn == null && one.Until >= today && one.Until <= until)
            .Where(one => one.Until > day || (one.Until == day && one.Id > id))
            .Where(one => !notTold || one.NoticedOn == null)
            .OrderBy(one => one.Until).ThenBy(one => one.Id).Take(size + 1).ToListAsync(cancellation);
        var page = found.Take(size).ToList();

        // Ends are in order: after the first whose notice is not due nobody's is.
        var due = request.Until is null ? page.TakeWhile(one => TermNotices.Decide(one, queries, today).Outcome == Outcome.Granted).ToList() : page;
        return new()
        {
            Placements = { await answers.OfAsync(due, cancellation) },
            NextPageToken = found.Count > size && due.Count == page.Count ? After(request, page[^1]) : "",
        };
    }

    private static (DateOnly Day, Guid Id, int Size) Read(ListExpiringPlacementsRequest request)
    {
        var faults = new RequestFaults();
        if (request.Division.Length > 0)
        {
            faults.Division(request.Division, "division");
        }

        var size = faults.Demand(request.Until is null || request.Until.IsDay(), "until", "请填写期满日期的截止日，没有时请留空").PageSize(request.PageSize, usual: 50, most: 1000);
        var position = faults.Position(request, parts: 2);
        var (day, id) = (DateOnly.MinValue, Guid.Empty);
        faults.Demand(
            position is null || (DateOnly.TryParseExact(position[0], DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out day) && Guid.TryParseExact(position[1], "D", out id)),
            "page_token", "分页标记无效：应原样使用上一页返回的 next_page_token").ThrowIfAny();
        return (day, id, size);
    }

    private static string After(ListExpiringPlacementsRequest request, Placement last) =>
        PageToken.After(request, last.Until!.Value.ToString(DayFormat, CultureInfo.InvariantCulture), last.Id.ToString("D"));
}

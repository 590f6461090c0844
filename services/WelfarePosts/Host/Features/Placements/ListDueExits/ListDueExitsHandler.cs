using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.WelfarePosts.V1;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Wenye.WelfarePosts.Data;
using Wenye.WelfarePosts.Domain.Terms;
using Placement = Wenye.WelfarePosts.Data.Placement;

namespace Wenye.WelfarePosts.Features.Placements.ListDueExits;

/// <summary>Who must leave and has not (应退未退人员), 36号 第二十条, by the records: the term, the attendance; who has reached the age or was reported is to be looked at.</summary>
internal sealed class ListDueExitsHandler(WelfarePostsDbContext database, PlacementQueries queries, ExitFacts facts, PlacementAnswers answers, PostFields fields)
{
    private const int MonthsAYear = 12;

    public async Task<ListDueExitsResponse> HandleAsync(ListDueExitsRequest request, Caller caller, CancellationToken cancellation)
    {
        var faults = new RequestFaults();
        var page = PlacementPage.Read(faults, request, request.Division, request.PageSize);
        faults.ThrowIfAny();
        var today = fields.Today;
        var (after, since) = (page.After, new DateOnly(today.Year, today.Month, 1).AddMonths(1 - MonthsAYear));
        var found = await queries.In(request.Division, caller)
            .Where(one => one.EndedOn == null && one.Id > after)
            .Where(one => one.Until < today || one.RetiresOn <= today || one.ReportedOn != null
                || database.Set<AttendanceMonth>().Any(month => month.PlacementId == one.Id && month.Month >= since && month.DaysAbsent > 0))
            .OrderBy(one => one.Id).Take(page.Size + 1).ToListAsync(cancellation);
        var due = await DecideAsync([.. found.Take(page.Size)], today, cancellation);
        var shown = await answers.OfAsync([.. due.Select(one => one.Placement)], cancellation);
        return new()
        {
            Exits = { due.Zip(shown, (one, answer) => new DueExit { Placement = answer, Decision = one.Decision.ToContract() }) },
            NextPageToken = page.Next(request, found, one => one.Id),
        };
    }

    private async Task<IReadOnlyList<(Placement Placement, Decision<ExitResult> Decision)>> DecideAsync(
        IReadOnlyCollection<Placement> found, DateOnly today, CancellationToken cancellation)
    {
        var absences = await facts.AbsencesAsync([.. found.Select(one => one.Id)], today, cancellation);
        var decided = found.Select(one => (Placement: one, Decision: PostExit.Decide(
            ExitFacts.Recorded(one, absences.TryGetValue(one.Id, out var days) ? days : null, today), queries.Policy(one.Division, today))));
        return [.. decided.Where(one => one.Decision.Outcome == Outcome.Granted || one.Placement.ReportedOn is not null || one.Placement.RetiresOn <= today)];
    }
}

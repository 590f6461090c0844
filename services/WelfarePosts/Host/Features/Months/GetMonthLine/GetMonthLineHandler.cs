using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.WelfarePosts.V1;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Wenye.WelfarePosts.Data;

namespace Wenye.WelfarePosts.Features.Months.GetMonthLine;

/// <summary>A line with every finding (逐条认定), decided again from its stored facts and compared with what was stored.</summary>
internal sealed class GetMonthLineHandler(WelfarePostsDbContext database, MonthQueries queries, ParameterSet parameters)
{
    public async Task<GetMonthLineResponse> HandleAsync(GetMonthLineRequest request, Caller caller, CancellationToken cancellation)
    {
        var faults = new RequestFaults();
        var placement = faults.Id(request.PlacementId, "placement_id", "在岗标识应为核算明细中的 UUID，请核对");
        faults.ThrowIfAny();
        var (run, _) = await queries.RunOfLinesAsync(request.RunId, caller, cancellation);
        MonthQueries.DemandComputed(run);
        var line = await queries.Lines(database.Set<PostMonthLine>().AsNoTracking().Where(one => one.RunId == run.Id && one.PlacementId == placement))
            .SingleOrDefaultAsync(cancellation) ?? throw RpcErrors.NotFound("MONTH_LINE_NOT_FOUND", "该次核算没有这名在岗人员的明细，请核对");
        caller.DemandDivision(line.Placement.Division);
        var again = RedecidedMonth.Of(line.Line, parameters);
        return new()
        {
            Line = line.ToContract(caller),
            Decisions = { again.Decisions.Select(decision => decision.ToContract()) },
            Replayed = again.IsOf(line.Line),
            PaidBy = { await PaidByAsync(run, placement, cancellation) },
        };
    }

    // The line is looked up in each confirmed run of the month by its key; payables are numbered by the time at which they were made.
    private async Task<IEnumerable<string>> PaidByAsync(PostMonthRun run, Guid placement, CancellationToken cancellation)
    {
        var runs = database.Set<PostMonthRun>().Where(one => one.Month == run.Month && one.State == MonthRunState.Confirmed).Select(one => one.Id);
        var paid = await queries.Lines(database.Set<PostMonthLine>().AsNoTracking().Where(one => runs.Contains(one.RunId) && one.PlacementId == placement))
            .Select(one => one.PayableId).ToListAsync(cancellation);
        return paid.OfType<Guid>().Order().Select(id => id.ToString());
    }
}

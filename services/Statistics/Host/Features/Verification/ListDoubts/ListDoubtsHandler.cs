using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Statistics.V1;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Wenye.Statistics.Data;
using Wenye.Statistics.Data.NewEmployment;
using Wenye.Statistics.Data.Verification;

namespace Wenye.Statistics.Features.Verification.ListDoubts;

/// <summary>Doubtful records (存疑数据), a page at a time.</summary>
internal sealed class ListDoubtsHandler(StatisticsDbContext database)
{
    public async Task<ListDoubtsResponse> HandleAsync(ListDoubtsRequest request, Caller caller, CancellationToken cancellation)
    {
        var faults = new RequestFaults();
        var area = faults.Area(request.Division);
        faults.Period(request.Period, required: false);
        faults.Demand(Enum.IsDefined(request.State), "state", "请选择核实状态，不填为待核实");
        faults.Demand(Enum.IsDefined(request.Kind), "kind", "请选择存疑情形，不填为全部");
        var (size, after) = (faults.Page(request.PageSize), faults.After(request));
        faults.ThrowIfAny();
        caller.DemandDivision(request.Division);
        var state = request.State == DoubtState.Unspecified ? DoubtfulRecord.Open : Term<DoubtState>.Text(request.State);
        var doubts = database.Set<DoubtfulRecord>().AsNoTracking()
            .Where(doubt => doubt.State == state && doubt.Division.StartsWith(area)
                && EF.Functions.GreaterThan(ValueTuple.Create(doubt.Division, doubt.EmploymentId), ValueTuple.Create(after.Division, after.Id)));
        if (request.Period.Length > 0)
        {
            doubts = doubts.Where(doubt => doubt.Period == request.Period);
        }

        if (request.Kind != Contracts.Statistics.V1.DoubtKind.Unspecified)
        {
            var kind = Term<Domain.NewEmployment.DoubtKind>.Text((Domain.NewEmployment.DoubtKind)(int)request.Kind);
            doubts = doubts.Where(doubt => doubt.Kinds.Contains(kind));
        }

        var found = await (
            from doubt in doubts.OrderBy(one => one.Division).ThenBy(one => one.EmploymentId).Take(size + 1)
            join verdict in database.Set<EmploymentVerdict>() on doubt.EmploymentId equals verdict.EmploymentId into verdicts
            from verdict in verdicts.DefaultIfEmpty()
            orderby doubt.Division, doubt.EmploymentId
            select new { Doubt = doubt, Verdict = verdict }).ToListAsync(cancellation);
        var page = found.Take(size).ToList();
        return new ListDoubtsResponse
        {
            Doubts = { page.Select(one => one.Doubt.ToContract(one.Verdict)) },
            NextPageToken = found.Count > size ? PageToken.After(request, page[^1].Doubt.Division, page[^1].Doubt.EmploymentId.ToString()) : "",
        };
    }
}

using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Statistics.V1;
using Wenye.ServiceDefaults;
using Wenye.Statistics.Data;
using Wenye.Statistics.Data.NewEmployment;

namespace Wenye.Statistics.Features.NewEmployment.ListNewEmployment;

/// <summary>Figures of new urban employment (城镇新增就业人数) by division and period.</summary>
internal sealed class ListNewEmploymentHandler(StatisticsDbContext database)
{
    private const int MostPeriods = 24;
    private const int DigitsOfALevel = 2;
    private const int CodeDigits = 6;

    public async Task<ListNewEmploymentResponse> HandleAsync(ListNewEmploymentRequest request, Caller caller, CancellationToken cancellation)
    {
        var area = Validate(request);
        caller.DemandDivision(request.Division);
        var tallies = await database.Set<NewEmploymentTally>().AsNoTracking()
            .Where(tally => tally.Division.StartsWith(area) && tally.Records > 0
                && string.Compare(tally.Period, request.FromPeriod) >= 0 && string.Compare(tally.Period, request.ToPeriod) <= 0)
            .ToListAsync(cancellation);
        var attrition = await database.Set<DivisionAttrition>().AsNoTracking()
            .Where(one => one.Division.StartsWith(area)
                && string.Compare(one.Period, request.FromPeriod) >= 0 && string.Compare(one.Period, request.ToPeriod) <= 0)
            .ToListAsync(cancellation);
        var digits = request.Breakdown == Breakdown.None ? area.Length : Math.Min(area.Length + DigitsOfALevel, CodeDigits);
        return new ListNewEmploymentResponse { Figures = { new FigureRows(digits).Of(tallies, attrition) } };
    }

    private static string Validate(ListNewEmploymentRequest request)
    {
        var query = new FigureQuery();
        var area = query.Area("division", request.Division);
        var from = query.Period("from_period", request.FromPeriod);
        var to = query.Period("to_period", request.ToPeriod);
        query.Demand(from <= to && to < from.AddMonths(MostPeriods), "to_period", $"截止报表期不得早于起始报表期，一次至多查询 {MostPeriods} 期");
        query.Demand(request.Breakdown is Breakdown.None or Breakdown.Below, "breakdown", "请选择本级合计或分下级");
        query.DemandValid();
        return area;
    }
}

using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Statistics.V1;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Wenye.Statistics.Data;
using Wenye.Statistics.Data.Reports;
using Wenye.Statistics.Domain.Targets;

namespace Wenye.Statistics.Features.NewEmployment.ListImportedFacts;

/// <summary>Lists targets as they were imported (市县分解的目标), a page at a time.</summary>
internal sealed class ListTargetsHandler(StatisticsDbContext database)
{
    public async Task<ListTargetsResponse> HandleAsync(ListTargetsRequest request, Caller caller, CancellationToken cancellation)
    {
        var (asked, after) = ImportedPage.Of(request, request.Division, request.PageSize, parts: 3);
        caller.DemandDivision(request.Division);
        var (division, year, measure) = after is [var place, var text, var name] ? (place, int.Parse(text, CultureInfo.InvariantCulture), name) : ("", 0, "");
        var found = await database.Set<AnnualTarget>().AsNoTracking()
            .Where(target => target.Division.StartsWith(asked.Area) && (request.Year == 0 || target.Year == request.Year)
                && EF.Functions.GreaterThan(ValueTuple.Create(target.Division, target.Year, target.Measure), ValueTuple.Create(division, year, measure)))
            .OrderBy(target => target.Division).ThenBy(target => target.Year).ThenBy(target => target.Measure)
            .Take(asked.PageSize + 1).ToListAsync(cancellation);
        var page = found.Take(asked.PageSize).ToList();
        return new ListTargetsResponse
        {
            Targets = { page.Select(Row) },
            NextPageToken = found.Count > asked.PageSize
                ? PageToken.After(request, page[^1].Division, page[^1].Year.ToString(CultureInfo.InvariantCulture), page[^1].Measure) : "",
        };
    }

    private static TargetRow Row(AnnualTarget target) => new()
    {
        Division = target.Division,
        Year = target.Year,
        Measure = Term<TargetIndicator>.TryParse(target.Measure, out var indicator) ? (TargetMeasure)(int)indicator : TargetMeasure.Unspecified,
        Lowest = Text(target.Lowest),
        Middle = Text(target.Middle),
        Highest = Text(target.Highest),
    };

    private static string Text(decimal? value) => value?.ToString("0.####", CultureInfo.InvariantCulture) ?? "";
}

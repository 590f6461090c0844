using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Statistics.V1;
using Wenye.ServiceDefaults;
using Wenye.Statistics.Data;

namespace Wenye.Statistics.Features.ListTrainingCounts;

/// <summary>Who was trained, by division, month and category, a page at a time (补贴性培训明细).</summary>
internal sealed class ListTrainingCountsHandler(StatisticsDbContext database)
{
    public async Task<ListTrainingCountsResponse> HandleAsync(ListTrainingCountsRequest request, Caller caller, CancellationToken cancellation)
    {
        var (area, after, pageSize) = FigureQuery.Months(request, request.Division, request.FromMonth, request.ToMonth, request.PageSize);
        caller.DemandDivision(request.Division);
        var figures = await database.Set<TrainingTally>().AsNoTracking()
            .Where(figure => figure.Division.StartsWith(area)
                && string.Compare(figure.Month, request.FromMonth) >= 0
                && string.Compare(figure.Month, request.ToMonth) <= 0
                && EF.Functions.GreaterThan(
                    ValueTuple.Create(figure.Division, figure.Month, figure.Category), ValueTuple.Create(after.Division, after.Month, after.Kind)))
            .OrderBy(figure => figure.Division).ThenBy(figure => figure.Month).ThenBy(figure => figure.Category)
            .Take(pageSize + 1)
            .ToListAsync(cancellation);
        var page = figures.Take(pageSize).ToList();
        return new ListTrainingCountsResponse
        {
            Counts = { page.Select(Answer) },
            NextPageToken = figures.Count > pageSize ? PageToken.After(request, page[^1].Division, page[^1].Month, page[^1].Category) : "",
        };
    }

    private static TrainingCount Answer(TrainingTally figure) => new()
    {
        Division = figure.Division,
        Month = figure.Month,
        Category = figure.Category,
        ClassesAccepted = figure.ClassesAccepted,
        Trained = figure.Trained,
        TrainedCombined = figure.TrainedCombined,
        TrainedOnPlatforms = figure.TrainedOnPlatforms,
        Passed = figure.Passed,
        CertificatesIssued = figure.CertificatesIssued,
        CertificatesRevoked = figure.CertificatesRevoked,
    };
}

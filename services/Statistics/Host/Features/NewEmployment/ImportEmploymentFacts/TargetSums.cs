using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Statistics.V1;
using Wenye.Policy;
using Wenye.Statistics.Data;
using Wenye.Statistics.Data.Reports;
using DomainIndicator = Wenye.Statistics.Domain.Targets.TargetIndicator;

namespace Wenye.Statistics.Features.NewEmployment.ImportEmploymentFacts;

/// <summary>Whether what counties are to reach adds up to their city's target (目标分解核对), of the targets of one call.</summary>
internal sealed class TargetSums
{
    private const int CityDigits = 4;
    private const int CodeDigits = 6;

    private readonly HashSet<(string City, int Year, TargetMeasure Measure)> sent = [];

    /// <summary>Notes a row that has no fault.</summary>
    public void Note(TargetRow row)
    {
        if (!YearFigureChecks.IsRate(row.Measure))
        {
            sent.Add((CityOf(row.Division), row.Year, row.Measure));
        }
    }

    /// <summary>The cities whose counties, as far as they have targets, do not add up to it. One without a target or without counties' has no shortfall.</summary>
    public async Task<IReadOnlyList<TargetShortfall>> ShortfallsAsync(StatisticsDbContext database, CancellationToken cancellation)
    {
        var areas = sent.Select(one => one.City[..CityDigits]).Distinct().ToArray();
        var years = sent.Select(one => one.Year).Distinct().ToArray();
        var targets = await database.Set<AnnualTarget>().AsNoTracking()
            .Where(target => years.Contains(target.Year) && areas.Contains(target.Division.Substring(0, CityDigits))).ToListAsync(cancellation);
        var known = targets.ToLookup(target => (City: CityOf(target.Division), target.Year, target.Measure));
        return [.. sent.Order().Select(one => Shortfall(one, [.. known[(one.City, one.Year, TermOf(one.Measure))]])).OfType<TargetShortfall>()];
    }

    /// <summary>The indicator as it is kept.</summary>
    public static string TermOf(TargetMeasure indicator) => Term<DomainIndicator>.Text((DomainIndicator)(int)indicator);

    private static TargetShortfall? Shortfall((string City, int Year, TargetMeasure Measure) one, List<AnnualTarget> targets)
    {
        var city = targets.Find(target => target.Division == one.City);
        var counties = targets.Where(target => target.Division != one.City).Select(target => (long)target.Lowest).ToList();
        return city is not null && counties.Count > 0 && counties.Sum() < city.Lowest
            ? new() { Division = one.City, Year = one.Year, Measure = one.Measure, Target = (long)city.Lowest, Counties = counties.Sum() }
            : null;
    }

    private static string CityOf(string division) => division[..CityDigits].PadRight(CodeDigits, '0');
}

using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Statistics.V1;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Wenye.Statistics.Data;
using Wenye.Statistics.Data.NewEmployment;
using Wenye.Statistics.Domain.Verification;
using Wenye.Statistics.Features.NewEmployment.Judging;
using Jump = Wenye.Contracts.Statistics.V1.Jump;
using Rule = Wenye.Statistics.Domain.Verification.Jump;

namespace Wenye.Statistics.Features.Verification;

/// <summary>Changes of the number of newly employed between periods (波动), each with its decision.</summary>
internal sealed class Jumps(StatisticsDbContext database, ParameterSet parameters)
{
    private const int MonthsOfAYear = 12;
    private const int DigitsOfALevel = 2;
    private const int CodeDigits = 6;

    /// <summary>The period compared with (对比期).</summary>
    public static YearMonth BaseOf(YearMonth period, JumpComparison comparison) => period.AddMonths(comparison == JumpComparison.PeriodBefore ? -1 : -MonthsOfAYear);

    /// <summary>Of a division, and of each right below it if asked for, against both periods, in order of division.</summary>
    public async Task<List<Jump>> OfAsync(string division, string area, YearMonth period, bool below, CancellationToken cancellation)
    {
        string[] periods = [period.ToString(), BaseOf(period, JumpComparison.PeriodBefore).ToString(), BaseOf(period, JumpComparison.YearBefore).ToString()];
        var counted = await database.Set<NewEmploymentTally>().AsNoTracking()
            .Where(tally => tally.Division.StartsWith(area) && periods.Contains(tally.Period) && tally.Outcome == PersonJudge.Counted && tally.Records > 0)
            .Select(tally => new { tally.Division, tally.Period, tally.Records }).ToListAsync(cancellation);
        var digits = Math.Min(area.Length + DigitsOfALevel, CodeDigits);
        var figures = counted.GroupBy(one => division).Concat(below && digits > area.Length ? counted.GroupBy(one => one.Division[..digits].PadRight(CodeDigits, '0')).Where(row => row.Key != division) : [])
            .ToDictionary(row => row.Key, row => row.ToLookup(one => one.Period, one => one.Records), StringComparer.Ordinal);
        return
        [
            .. from place in figures.Keys.Append(division).Distinct().Order(StringComparer.Ordinal)
               from comparison in new[] { JumpComparison.PeriodBefore, JumpComparison.YearBefore }
               let records = figures.GetValueOrDefault(place)
               select Decided(place, period, comparison, records?[periods[0]].Sum() ?? 0, records?[BaseOf(period, comparison).ToString()].Sum() ?? 0),
        ];
    }

    private Jump Decided(string division, YearMonth period, JumpComparison comparison, long value, long before)
    {
        var asOf = ReportPeriods.Decide(division, period).Result?.Days.To ?? period.LastDay;
        var decision = Rule.Decide(new() { Value = value, Base = before }, parameters.At(Division.Parse(division), asOf));
        return new()
        {
            Division = division,
            Period = period.ToString(),
            Comparison = comparison,
            BasePeriod = BaseOf(period, comparison).ToString(),
            Value = value,
            Base = before,
            Change = value - before,
            Decision = decision.ToContract(),
        };
    }
}

using Wenye.Contracts.Statistics.V1;
using Wenye.Statistics.Data.NewEmployment;
using Wenye.Statistics.Features.NewEmployment.Judging;

namespace Wenye.Statistics.Features.NewEmployment.ListNewEmployment;

/// <summary>Sums what is kept by division into the rows that are asked for (汇总): every row is the sum of the rows below it.</summary>
/// <param name="digits">How many digits of a code make a row.</param>
internal sealed class FigureRows(int digits)
{
    private const int CodeDigits = 6;

    /// <summary>The rows, in order of division then period.</summary>
    public IEnumerable<NewEmploymentFigure> Of(IReadOnlyList<NewEmploymentTally> tallies, IReadOnlyList<DivisionAttrition> attrition)
    {
        var counted = tallies.ToLookup(tally => (Row: RowOf(tally.Division), tally.Period));
        var left = attrition.ToLookup(one => (Row: RowOf(one.Division), one.Period));
        return counted.Select(group => group.Key).Union(left.Select(group => group.Key))
            .OrderBy(key => key.Row, StringComparer.Ordinal).ThenBy(key => key.Period, StringComparer.Ordinal)
            .Select(key => Of(key.Row, key.Period, [.. counted[key]], [.. left[key]]));
    }

    private static NewEmploymentFigure Of(string row, string period, List<NewEmploymentTally> tallies, List<DivisionAttrition> attrition)
    {
        var figure = new NewEmploymentFigure
        {
            Division = row,
            Period = period,
            NewWorkers = tallies.Where(tally => tally.Outcome == PersonJudge.Counted).Sum(tally => tally.Records),
            Asked = tallies.Where(tally => tally.Outcome == PersonJudge.Asked).Sum(tally => tally.Records),
            Excluded =
            {
                tallies.Where(tally => tally.Outcome == PersonJudge.Excluded).GroupBy(tally => tally.Ground)
                    .Select(ground => new ExcludedRecords { Clause = RecordAnswers.ClauseOf(ground.Key), Records = ground.Sum(tally => tally.Records) })
                    .OrderByDescending(one => one.Records).ThenBy(one => one.Clause.Item, StringComparer.Ordinal),
            },
        };
        if (attrition.Count > 0)
        {
            figure.Attrition = attrition.Sum(one => one.Retired + one.WorkDeaths);
            figure.AttritionOfEarlierPeriod = attrition.Exists(one => one.OfPeriod != one.Period);

            // Whoever left work where nothing was delivered is not known: then the difference is not known either.
            if (tallies.TrueForAll(tally => attrition.Exists(one => Covers(one.Division, tally.Division))))
            {
                figure.NewUrbanEmployment = figure.NewWorkers - figure.Attrition;
            }
        }

        return figure;
    }

    private string RowOf(string division) => division[..digits].PadRight(CodeDigits, '0');

    private static bool Covers(string above, string below) => Wenye.Policy.Division.Parse(above).Contains(Wenye.Policy.Division.Parse(below));
}

using System.Globalization;
using Wenye.Contracts.Statistics.V1;
using Wenye.Policy;
using Wenye.Statistics.Features.Reports.Kinds;

namespace Wenye.Statistics.Features.Reports;

/// <summary>Makes rows of cells (成表): each row the sum of what lies in it, with what is derived of the sum.</summary>
internal sealed class RowLines(StatisticalReport report, PeriodDays period)
{
    private const string RateFormat = "0.####";

    /// <summary>The rows of a division, one or one for each right below it, in order.</summary>
    /// <param name="cells">Of all places in it.</param>
    /// <param name="area">The division.</param>
    /// <param name="below">One for each right below it, and one under its own code.</param>
    /// <param name="places">Rows that are there even without a cell.</param>
    public IEnumerable<(ReportRow Row, IReadOnlyList<Decision> Decisions)> Of(IReadOnlyList<Cell> cells, ReportArea area, bool below, IEnumerable<string> places)
    {
        var rows = cells.ToLookup(cell => area.RowOf(cell.Division, below));
        return rows.Select(row => row.Key).Union(places.Select(place => area.RowOf(place, below))).DefaultIfEmpty(area.Division)
            .Order(StringComparer.Ordinal).Select(row => Of(row, [.. rows[row]]));
    }

    /// <summary>One row.</summary>
    public (ReportRow Row, IReadOnlyList<Decision> Decisions) Of(string division, IReadOnlyList<Cell> cells)
    {
        var derived = report.Derive(new(division, period.Days, cells)).ToList();
        var row = new ReportRow { Division = division, Lines = { report.Measures.SelectMany(measure => Lines(measure, division, cells, derived)) } };
        return (row, [.. derived.Select(line => line.Decision).OfType<Decision>()]);
    }

    /// <summary>A line with an amount (报表项).</summary>
    public ReportLine Line(Measure measure, string dimension, string key, decimal? value, string note = "")
    {
        var part = report.Dimensions.FirstOrDefault(one => one.Name == dimension);
        var line = new ReportLine
        {
            Measure = measure.Name,
            MeasureTitle = measure.Title,
            Dimension = dimension,
            DimensionTitle = part?.Title ?? "",
            Key = key,
            KeyTitle = part?.TitleOf(key) ?? "",
            Unit = report.UnitOf(measure, key),
            Note = note,
        };
        return value is { } known ? WithAmount(line, known) : line;
    }

    /// <summary>A rate as it goes out: half up to the fourth place.</summary>
    public static string Rate(decimal value) => decimal.Round(value, 4, MidpointRounding.AwayFromZero).ToString(RateFormat, CultureInfo.InvariantCulture);

    private static ReportLine WithAmount(ReportLine line, decimal value)
    {
        if (line.Unit == ReportUnit.Rate)
        {
            line.Rate = Rate(value);
        }
        else
        {
            line.Number = (long)value;
        }

        return line;
    }

    private IEnumerable<ReportLine> Lines(Measure measure, string division, IReadOnlyList<Cell> cells, List<Derived> derived)
    {
        if (measure.Sort == MeasureSort.Derived)
        {
            return derived.Where(line => line.Measure == measure.Name).Select(line => Line(measure, line.Dimension, line.Key, line.Value, line.Note));
        }

        var found = cells.Where(cell => cell.Measure == measure.Name && (measure.Sort != MeasureSort.Own || cell.Division == division))
            .GroupBy(cell => (cell.Dimension, cell.Key)).ToDictionary(part => part.Key, part => part.Sum(cell => cell.Value));
        if (measure.Sort == MeasureSort.Summed)
        {
            found.TryAdd(("", ""), 0);
        }

        return found.OrderBy(part => PlaceOf(part.Key.Dimension)).ThenBy(part => part.Key.Key == Dimension.Unstated).ThenBy(part => part.Key.Key, StringComparer.Ordinal)
            .Select(part => Line(measure, part.Key.Dimension, part.Key.Key, part.Value));
    }

    private int PlaceOf(string dimension) => report.Dimensions.TakeWhile(one => one.Name != dimension).Count() is var place && dimension.Length == 0 ? -1 : place;
}

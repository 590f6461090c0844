using Wenye.Contracts.Statistics.V1;

namespace Wenye.Statistics.Features.Reports;

/// <summary>What changed between two states of a row (变动项), line by line.</summary>
internal static class VersionChanges
{
    /// <summary>Every line of either that is other in the other, in the order of the later.</summary>
    public static IEnumerable<LineChange> Between(ReportRow was, ReportRow now)
    {
        var before = was.Lines.ToDictionary(KeyOf);
        foreach (var line in now.Lines)
        {
            before.Remove(KeyOf(line), out var earlier);
            if (earlier is null ? line.AmountCase != ReportLine.AmountOneofCase.None : !SameAmount(earlier, line))
            {
                yield return Change(line, earlier);
            }
        }

        foreach (var gone in was.Lines.Where(line => before.ContainsKey(KeyOf(line)) && line.AmountCase != ReportLine.AmountOneofCase.None))
        {
            var line = gone.Clone();
            line.ClearAmount();
            yield return Change(line, gone);
        }
    }

    private static (string, string, string) KeyOf(ReportLine line) => (line.Measure, line.Dimension, line.Key);

    private static bool SameAmount(ReportLine one, ReportLine other) => one.AmountCase == other.AmountCase && one.Number == other.Number && one.Rate == other.Rate;

    private static LineChange Change(ReportLine line, ReportLine? earlier)
    {
        var change = new LineChange { Line = line };
        switch (earlier?.AmountCase)
        {
            case ReportLine.AmountOneofCase.Number:
                change.Number = earlier.Number;
                break;
            case ReportLine.AmountOneofCase.Rate:
                change.Rate = earlier.Rate;
                break;
        }

        return change;
    }
}

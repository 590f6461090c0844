using Wenye.Contracts.Statistics.V1;

namespace Wenye.Gateway.Pages.Figures;

/// <summary>What of reports the month page shows (月度报表摘要): targets with how far along they are, money by fund.</summary>
internal static class MonthReports
{
    private const string Indicator = "indicator";
    private const string Fund = "fund";

    /// <summary>One for each indicator that has a target or a figure (年度目标), in the report's order.</summary>
    public static IEnumerable<object> Targets(ReportRow? report) => Parts(report, Indicator).Select(lines => new
    {
        title = lines[0].KeyTitle,
        unit = lines.Find(line => line.Measure == "achieved")?.Unit.ToString() ?? "",
        achieved = Amount(lines, "achieved"),
        lowest = Amount(lines, "lowest"),
        middle = Amount(lines, "middle"),
        highest = Amount(lines, "highest"),
        progress = Amount(lines, "progress"),
        reached = lines.Find(line => line.Measure == "reached")?.Number ?? 0,
        note = lines.Find(line => line.Measure == "achieved")?.Note ?? "",
    });

    /// <summary>One for each fund that paid (资金渠道).</summary>
    public static IEnumerable<object> Funds(ReportRow? report) => Parts(report, Fund).Select(lines => new
    {
        title = lines[0].KeyTitle,
        payments = lines.Find(line => line.Measure == "payments")?.Number ?? 0,
        fen = lines.Find(line => line.Measure == "paid")?.Number ?? 0,
    });

    private static IEnumerable<List<ReportLine>> Parts(ReportRow? report, string dimension) =>
        (report?.Lines ?? []).Where(line => line.Dimension == dimension).GroupBy(line => line.Key).Select(part => part.ToList());

    // As exact text: a number, or a rate as a decimal; null while it cannot be told.
    private static string? Amount(List<ReportLine> lines, string measure) => lines.Find(line => line.Measure == measure) switch
    {
        { AmountCase: ReportLine.AmountOneofCase.Number } line => line.Number.ToString(System.Globalization.CultureInfo.InvariantCulture),
        { AmountCase: ReportLine.AmountOneofCase.Rate } line => line.Rate,
        _ => null,
    };
}

using Wenye.Contracts.Statistics.V1;
using Wenye.Statistics.Features.Reports.Kinds;
using Wenye.Tables;

namespace Wenye.Statistics.Features.Reports.ExportReport;

/// <summary>A line of an exported report (导出行).</summary>
internal sealed record ExportedLine(ReportRow Row, ReportLine Line);

/// <summary>A report as a table for people (报表导出): a row for each line, with Chinese headings.</summary>
internal static class ReportTable
{
    private static readonly Dictionary<ReportUnit, string> Units = new()
    {
        [ReportUnit.People] = "人", [ReportUnit.Times] = "人次", [ReportUnit.Payments] = "笔", [ReportUnit.Fen] = "元", [ReportUnit.Classes] = "班次",
        [ReportUnit.Certificates] = "份", [ReportUnit.Rate] = "%", [ReportUnit.Firms] = "家", [ReportUnit.Families] = "户", [ReportUnit.Level] = "层级",
    };

    /// <summary>The table of a report.</summary>
    /// <param name="asked">Which.</param>
    /// <param name="read">Its rows and what is missing of them.</param>
    public static Table<ExportedLine> Of(ReportAsked asked, ReportRead read) =>
        new Table<ExportedLine>(asked.Report.Title, Note(asked, read))
            .Text("行政区划代码", line => line.Row.Division)
            .Text("行政区划", line => line.Row.DivisionTitle)
            .Text("指标", line => line.Line.MeasureTitle, width: 34)
            .Text("分组", line => line.Line.DimensionTitle)
            .Text("分项", line => line.Line.KeyTitle, width: 30)
            .Whole("数量", line => line.Line is { AmountCase: ReportLine.AmountOneofCase.Number, Unit: not ReportUnit.Fen } one ? one.Number : null)
            .Yuan("金额（元）", line => line.Line is { AmountCase: ReportLine.AmountOneofCase.Number, Unit: ReportUnit.Fen } one ? one.Number : null)
            .Rate("比率", line => line.Line.AmountCase == ReportLine.AmountOneofCase.Rate ? decimal.Parse(line.Line.Rate, System.Globalization.CultureInfo.InvariantCulture) : null)
            .Text("计量单位", line => Units.GetValueOrDefault(line.Line.Unit, ""), width: 10)
            .Text("说明", line => line.Line.Note, width: 40);

    private static string Note(ReportAsked asked, ReportRead read) => read.Missing.Count == 0
        ? $"报告期：{asked.PeriodText}"
        : $"报告期：{asked.PeriodText}；未报、未计入：{string.Join('、', read.Missing)}";
}

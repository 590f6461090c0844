using System.Globalization;
using Wenye.Contracts.Type.V1;
using Wenye.Contracts.WelfarePosts.V1;
using Wenye.Operator.Files;

namespace Wenye.Operator.Wages;

/// <summary>Minimum wages and rural rates as CSV files with Chinese headers (最低工资标准表、乡村岗位标准表), money in yuan as it is printed.</summary>
/// <remarks>What cannot be read goes out as what no field may hold, so that the service names the field.</remarks>
internal static class WageSheet
{
    private const decimal FenPerYuan = 100;
    private const long Unreadable = -1;

    private static readonly string[] WageHeaders = ["行政区划代码", "档次", "执行日期", "月标准（元）", "小时标准（元）", "文号"];
    private static readonly string[] RuralHeaders = ["行政区划代码", "执行日期", "小时标准（元）", "文号"];

    /// <summary>Every line of minimum wages as a row, with its line in the file; of a place both figures are empty.</summary>
    /// <exception cref="UsageException">There is no line, or a column is missing.</exception>
    public static IReadOnlyList<(long Line, WageRow Row)> ReadWages(TextReader text) =>
    [
        .. Lines(text, WageHeaders).Select(line => (line.Line, new WageRow
        {
            Division = line["行政区划代码"],
            Tier = int.TryParse(line["档次"], NumberStyles.None, CultureInfo.InvariantCulture, out var tier) ? tier : 0,
            From = DayOf(line["执行日期"]),
            MonthlyFen = FenOf(line["月标准（元）"]),
            HourlyFen = FenOf(line["小时标准（元）"]),
            Document = line["文号"],
        })),
    ];

    /// <summary>Every line of rural rates as a row, with its line in the file.</summary>
    /// <exception cref="UsageException">As above.</exception>
    public static IReadOnlyList<(long Line, RuralRateRow Row)> ReadRural(TextReader text) =>
    [
        .. Lines(text, RuralHeaders).Select(line => (line.Line, new RuralRateRow
        {
            Division = line["行政区划代码"], From = DayOf(line["执行日期"]), HourlyFen = FenOf(line["小时标准（元）"]), Document = line["文号"],
        })),
    ];

    private static List<CsvLine> Lines(TextReader text, string[] headers)
    {
        var lines = Csv.Read(text).ToList();
        if (lines.Count == 0)
        {
            throw new UsageException("文件没有数据行");
        }

        return headers.Where(header => !lines[0].Values.ContainsKey(header)).ToList() is { Count: > 0 } missing
            ? throw new UsageException($"缺少列：{string.Join('、', missing)}")
            : lines;
    }

    private static Date DayOf(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new Date { Year = day.Year, Month = day.Month, Day = day.Day }
            : new Date();

    private static long FenOf(string yuan) =>
        yuan.Length == 0 ? 0
        : decimal.TryParse(yuan, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            && value < long.MaxValue / FenPerYuan && value * FenPerYuan == Math.Truncate(value * FenPerYuan) ? (long)(value * FenPerYuan)
        : Unreadable;
}
